import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

export interface Port {
  address: AddressInfo
  /** Stops listening. Sockets that are open stay so; resolves when the last of them has closed. */
  close: () => Promise<void>
}

/** Opens one TCP port for chargers. @throws the system's error, such as EADDRINUSE */
export async function openPort(options: {
  host: string
  port: number
  onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}): Promise<Port> {
  const { host, port, onUpgrade } = options
  const server = createServer((_request, response) => {
    response.writeHead(426, { 'Content-Type': 'text/plain; charset=utf-8', Upgrade: 'websocket', Connection: 'Upgrade' })
    response.end('This is the OCPP port of Chargebench. Chargers connect here with ws://, not with a browser.\n')
  })
  server.on('upgrade', onUpgrade)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return {
    address: server.address() as AddressInfo,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}
