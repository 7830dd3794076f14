import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Protocol } from '../../../shared/ocpp/protocol.ts'
import type { Pipeline } from '../pipeline.ts'
import { Connection } from './connection.ts'
import type { Desk, Terms } from './desk.ts'
import { type Handshake, handshakeOf, judge } from './handshake.ts'
import { identityFromUrl } from './identity.ts'
import { keepAlive } from './pings.ts'
import { openPort, type Port } from './port.ts'

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

/** Versions that are served, newest first. */
const SPOKEN: readonly Protocol[] = ['ocpp1.6']
/** Far above any OCPP message, far below what would hurt. */
const MAX_FRAME_BYTES = 16 * 1024 * 1024

/** The OCPP-J central system: takes chargers' WebSockets and gives each a `Connection`. */
export function createCentralSystem(options: CentralSystemOptions): CentralSystem {
  const { pipeline, desk, now } = options
  const connections = new Map<string, Connection>()
  let lastConnectionId = options.lastConnectionId
  let open: Port | null = null

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    // Bytes that are no UTF-8 are shown to the technician instead of ending the connection.
    skipUTF8Validation: true,
    handleProtocols: (offered, request) => chosen.get(request) ?? [...offered][0] ?? false,
  })
  /** The subprotocol that was decided on for a request that is being upgraded. */
  const chosen = new WeakMap<IncomingMessage, string>()

  /** Answers an upgrade in words and keeps the attempt in the log. */
  const refuse = (request: IncomingMessage, socket: Duplex, status: string, reason: string): void => {
    const handshake = handshakeOf(request)
    const identity = identityFromUrl(handshake.url)
    pipeline.record({
      chargerId: identity.ok ? identity.id : '',
      connectionId: null,
      direction: null,
      kind: 'refused',
      raw: JSON.stringify({ reason, ...handshake }),
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

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy())
    const handshake = handshakeOf(request)
    const decision = judge(handshake, SPOKEN)
    if (!decision.accept) {
      refuse(request, socket, decision.status, decision.reason)
      return
    }
    if (decision.subprotocol !== null) chosen.set(request, decision.subprotocol)
    sockets.handleUpgrade(request, socket, head, (webSocket) => accept(decision.chargerId, webSocket, handshake))
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
    const opened = await openPort({ host, port, onUpgrade })
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

  return {
    listen,
    address: () => open?.address ?? null,
    connection: (chargerId) => connections.get(chargerId),
    connected: () => connections.size,
    close: async () => {
      const clients = [...sockets.clients]
      for (const socket of clients) socket.close(1001, 'Chargebench is closing')
      const closed = open?.close()
      open = null
      await Promise.race([
        Promise.all(
          clients.map(
            (socket) => new Promise((resolve) => (socket.readyState === socket.CLOSED ? resolve(null) : socket.once('close', resolve))),
          ),
        ),
        new Promise((resolve) => setTimeout(resolve, 1_000)),
      ])
      for (const socket of clients) socket.terminate()
      await closed
    },
  }
}
