import type { AddressInfo } from 'node:net'
import { type Protocol, protocols } from '../../../shared/ocpp/protocol.ts'
import type { Connection } from './connection.ts'
import { type ConnectionsOptions, createConnections } from './connections.ts'
import type { Desk } from './desk.ts'
import { createEntrance } from './entrance.ts'
import { createInspector, type Inspector } from './inspector/inspector.ts'
import { openPort, type Port } from './port.ts'
import { openSecurePort, type SecureOptions, type SecurePort } from './tls-port.ts'

export interface CentralSystem {
  /** Listens; where it listened already, on the new address instead. @throws the system's error, such as EADDRINUSE */
  listen: (host: string, port: number) => Promise<AddressInfo>
  address: () => AddressInfo | null
  /** Listens with TLS beside the plain port. @throws the system's error, or OpenSSL's about the certificate */
  listenSecurely: (host: string, port: number, secure: SecureOptions) => Promise<AddressInfo>
  closeSecure: () => void
  connection: (chargerId: string) => Connection | undefined
  connected: () => number
  inspector: Inspector
  close: () => Promise<void>
}

/** The OCPP-J central system: takes chargers' WebSockets and gives each a `Connection`. */
export function createCentralSystem(options: ConnectionsOptions): CentralSystem {
  const { pipeline, desk, now } = options
  let open: Port | null = null
  let tls: SecurePort | null = null

  const inspector = createInspector({ pipeline, now })
  const connections = createConnections(options, inspector)

  const entrance = createEntrance({
    pipeline,
    desk,
    inspector,
    accept: connections.accept,
    isVirtual: options.isVirtual,
    spoken: (id) => spokenWith(desk, id),
    tlsUrl: () => (tls === null ? null : `wss://…:${tls.address.port}/`),
  })

  const openAt = async (host: string, port: number): Promise<AddressInfo> => {
    const opened = await openPort({ host, port, ...entrance.plain })
    // A new address is open before the old one is given up, so that a failure leaves what was.
    void open?.close()
    open = opened
    return opened.address
  }

  /** Chargers that are connected stay so: a server that stops listening is done only when its last socket has closed. */
  const listen = async (host: string, port: number): Promise<AddressInfo> => {
    const before = open?.address
    if (before && before.port === port && before.address === host) return before
    if (before?.port !== port) return openAt(host, port)
    // One port on another address: where either is all interfaces, both cannot be open at once.
    void open?.close()
    try {
      return await openAt(host, port)
    } catch (error) {
      await openAt(before.address, before.port)
      throw error
    }
  }

  /** On the address that it has already, only the certificate and the rules change. */
  const listenSecurely: CentralSystem['listenSecurely'] = async (host, port, secure) => {
    const before = tls
    if (before && before.address.port === port && before.address.address === host) {
      before.change(secure)
      return before.address
    }
    void before?.close()
    tls = null
    tls = await openSecurePort({ host, port, secure, ...entrance.secure })
    return tls.address
  }

  return {
    inspector,
    listen,
    listenSecurely,
    closeSecure: () => {
      void tls?.close()
      tls = null
    },
    address: () => open?.address ?? null,
    connection: connections.of,
    connected: connections.count,
    close: async () => {
      const clients = [...entrance.clients]
      const ports = [open, tls].filter((port) => port !== null)
      inspector.close()
      for (const socket of clients) socket.close(1001, 'Chargebench is closing')
      const closed = Promise.all(ports.map((port) => port.close()))
      open = null
      tls = null
      await Promise.race([
        Promise.all(
          clients.map(
            (socket) => new Promise((resolve) => (socket.readyState === socket.CLOSED ? resolve(null) : socket.once('close', resolve))),
          ),
        ),
        new Promise((resolve) => setTimeout(resolve, 1_000)),
      ])
      for (const socket of clients) socket.terminate()
      // Whoever was refused, or has said nothing yet, may hold its end open for ever.
      for (const port of ports) port.cut()
      await closed
    },
  }
}

/** Versions that may be spoken with a charger, newest first. */
function spokenWith(desk: Desk, chargerId: string): Protocol[] {
  const allowed = desk.chargerSettings(chargerId).protocols
  return protocols.filter((protocol) => allowed.includes(protocol))
}
