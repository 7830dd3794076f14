import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Pipeline } from '../pipeline.ts'
import { Connection } from './connection.ts'
import type { Desk, Terms } from './desk.ts'
import { identityFromUrl } from './identity.ts'
import { keepAlive } from './pings.ts'

export interface CentralSystemOptions {
  pipeline: Pipeline
  desk: Desk
  now: () => number
  lastConnectionId: number
  isVirtual: (chargerId: string) => boolean
  takeRequestedTerms: (chargerId: string, connectorId: number, userId: string) => Terms | null
}

export interface CentralSystem {
  /** Listens; where it listened already, on the new address instead. @throws the system's error, such as EADDRINUSE */
  listen: (host: string, port: number) => Promise<AddressInfo>
  address: () => AddressInfo | null
  connection: (chargerId: string) => Connection | undefined
  connected: () => number
  close: () => Promise<void>
}

const PROTOCOL = 'ocpp1.6'
/** Far above any OCPP message, far below what would hurt. */
const MAX_FRAME_BYTES = 16 * 1024 * 1024

/** The OCPP-J central system: takes chargers' WebSockets and gives each a `Connection`. */
export function createCentralSystem(options: CentralSystemOptions): CentralSystem {
  const { pipeline, desk, now } = options
  const connections = new Map<string, Connection>()
  let lastConnectionId = options.lastConnectionId
  let stopListening: (() => Promise<void>) | null = null
  let listening: AddressInfo | null = null

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    // Bytes that are no UTF-8 are shown to the technician instead of ending the connection.
    skipUTF8Validation: true,
    handleProtocols: (offered) => pickProtocol(offered) ?? false,
  })

  /** Answers an upgrade in words and keeps the attempt in the log. */
  const refuse = (request: IncomingMessage, socket: Duplex, status: string, reason: string): void => {
    const identity = identityFromUrl(request.url ?? '/')
    pipeline.record({
      chargerId: identity.ok ? identity.id : '',
      connectionId: null,
      direction: null,
      kind: 'refused',
      raw: JSON.stringify({ reason, ...handshakeOf(request) }),
    })
    const answer = `${reason}\n`
    pipeline.afterCommit(() =>
      socket.end(
        `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}`,
      ),
    )
  }
  sockets.on('wsClientError', (error, socket, request) =>
    refuse(request, socket, '400 Bad Request', `Not a WebSocket handshake: ${error.message}.`),
  )

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy())
    const identity = identityFromUrl(request.url ?? '/')
    if (!identity.ok) {
      refuse(request, socket, '404 Not Found', identity.reason)
      return
    }
    const handshake = handshakeOf(request)
    const offered = handshake.subprotocols
    if (offered.length > 0 && pickProtocol(new Set(offered)) === null) {
      const reason = `The charger offers ${offered.join(', ')}; Chargebench speaks ${PROTOCOL}. Set the charger to OCPP 1.6J.`
      refuse(request, socket, '400 Bad Request', reason)
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => accept(identity.id, webSocket, handshake))
  }

  const accept = (chargerId: string, socket: WebSocket, handshake: Handshake): void => {
    const connectionId = ++lastConnectionId
    const connection = new Connection({
      chargerId,
      connectionId,
      socket,
      pipeline,
      desk,
      now,
      takeRequestedTerms: (connectorId, userId) => options.takeRequestedTerms(chargerId, connectorId, userId),
    })
    const old = connections.get(chargerId)
    connections.set(chargerId, connection)
    if (old) {
      pipeline.record({
        chargerId,
        connectionId: old.connectionId,
        direction: null,
        kind: 'replaced',
        raw: JSON.stringify({ byConnectionId: connectionId }),
      })
      old.disconnect()
      old.close(1000, 'replaced by a newer connection')
    }
    pipeline.record({
      chargerId,
      connectionId,
      direction: null,
      kind: 'connect',
      raw: JSON.stringify({ protocol: socket.protocol || null, ...handshake, virtual: options.isVirtual(chargerId) }),
    })

    const stopPings = keepAlive(socket, {
      intervalMs: () => desk.settings().pingIntervalS * 1000,
      enabled: () => desk.chargerSettings(chargerId).pings,
      onSilence: () => {
        pipeline.record({ chargerId, connectionId, direction: null, kind: 'ping-timeout', raw: '{}' })
        socket.terminate()
      },
    })
    let error: string | null = null
    socket.on('error', (problem) => (error = problem.message))
    socket.on('close', (code, reason) => {
      stopPings()
      connection.disconnect()
      // The late close of a replaced socket says nothing about the charger.
      if (connections.get(chargerId) !== connection) return
      connections.delete(chargerId)
      pipeline.record({
        chargerId,
        connectionId,
        direction: null,
        kind: 'disconnect',
        raw: JSON.stringify({ code, reason: reason.toString('utf8'), ...(error === null ? {} : { error }) }),
      })
    })
  }

  const openAt = async (host: string, port: number): Promise<AddressInfo> => {
    const server = createServer((_request, response) => {
      response.writeHead(426, { 'Content-Type': 'text/plain; charset=utf-8', Upgrade: 'websocket', Connection: 'Upgrade' })
      response.end('This is the OCPP port of Chargebench. Chargers connect here with ws://, not with a browser.\n')
    })
    server.on('upgrade', upgrade)
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ host, port }, () => {
        server.off('error', reject)
        resolve()
      })
    })
    // A new address is open before the old one is given up, so that a failure leaves what was.
    void stopListening?.()
    listening = server.address() as AddressInfo
    stopListening = () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
    return listening
  }

  /** Chargers that are connected stay so: a server that stops listening is done only when its last socket has closed. */
  const listen = async (host: string, port: number): Promise<AddressInfo> => {
    const before = listening
    if (before && before.port === port && before.address === host) return before
    if (before?.port !== port) return openAt(host, port)
    // One port on another address: where either is all interfaces, both cannot be open at once.
    void stopListening?.()
    try {
      return await openAt(host, port)
    } catch (error) {
      await openAt(before.address, before.port)
      throw error
    }
  }

  return {
    listen,
    address: () => listening,
    connection: (chargerId) => connections.get(chargerId),
    connected: () => connections.size,
    close: async () => {
      const open = [...sockets.clients]
      for (const socket of open) socket.close(1001, 'Chargebench is closing')
      const stopped = stopListening?.()
      listening = null
      await Promise.race([
        Promise.all(
          open.map(
            (socket) => new Promise((resolve) => (socket.readyState === socket.CLOSED ? resolve(null) : socket.once('close', resolve))),
          ),
        ),
        new Promise((resolve) => setTimeout(resolve, 1_000)),
      ])
      for (const socket of open) socket.terminate()
      await stopped
    },
  }
}

interface Handshake {
  url: string
  remoteAddress: string | null
  subprotocols: string[]
}

function handshakeOf(request: IncomingMessage): Handshake {
  const offered = request.headers['sec-websocket-protocol'] ?? ''
  return {
    url: request.url ?? '/',
    remoteAddress: request.socket.remoteAddress ?? null,
    subprotocols: offered
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  }
}

/** The offered name of OCPP 1.6J, in the charger's own spelling, because it must be echoed as it was offered. */
function pickProtocol(offered: Set<string>): string | null {
  for (const name of offered) if (name.toLowerCase() === PROTOCOL) return name
  return null
}
