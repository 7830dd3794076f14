import { createServer, type IncomingMessage, type Server as HttpServer, type ServerResponse } from 'node:http'
import type { AddressInfo, Server, Socket } from 'node:net'
import type { Duplex } from 'node:stream'

export interface Port {
  address: AddressInfo
  /** Stops listening. Sockets that are open stay so; resolves when the last of them has closed. */
  close: () => Promise<void>
  /** Cuts every connection that is still open, whether or not it has ever said anything. */
  cut: () => void
}

/** What may happen at a port for chargers. */
export interface PortEvents {
  onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Plain HTTP. */
  onRequest: (request: IncomingMessage, response: ServerResponse) => void
  /** Bytes that are no HTTP; the socket is to be ended. */
  onStray: (bytes: Uint8Array, socket: Duplex, error: Error) => void
}

/** Opens one TCP port for chargers, without encryption. @throws the system's error, such as EADDRINUSE */
export async function openPort({ host, port, ...events }: { host: string; port: number } & PortEvents): Promise<Port> {
  const server = createServer()
  const cut = cutterOf(server)
  listenTo(server, events)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return {
    address: server.address() as AddressInfo,
    cut,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

/** What cuts a server's connections. Node's closeAllConnections knows no socket that has asked for an upgrade. */
export function cutterOf(server: Server): () => void {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return () => {
    for (const socket of sockets) socket.destroy()
  }
}

export function listenTo(server: HttpServer, { onUpgrade, onRequest, onStray }: PortEvents): void {
  server.on('request', onRequest)
  server.on('upgrade', onUpgrade)
  server.on('clientError', (error: Error & { rawPacket?: Buffer }, socket) => {
    socket.on('error', () => socket.destroy())
    if (error.rawPacket && error.rawPacket.length > 0 && socket.writable) onStray(error.rawPacket, socket, error)
    else socket.destroy()
  })
}
