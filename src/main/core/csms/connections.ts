import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Pipeline } from '../pipeline.ts'
import { createSigning } from './access/sign-certificate.ts'
import { Connection } from './connection.ts'
import type { Desk, Terms } from './desk.ts'
import type { Handshake } from './handshake.ts'
import type { Inspector } from './inspector/inspector.ts'

export interface ConnectionsOptions {
  pipeline: Pipeline
  desk: Desk
  now: () => number
  lastConnectionId: number
  isVirtual: (chargerId: string) => boolean
  takeRequestedTerms: (chargerId: string, connectorId: number, userId: string) => Terms | null
  /** Signs with the local authority; the chain as PEM. */
  signCertificate: (csr: string, chargerId: string) => Promise<string>
}

/** The chargers that are connected, one connection each: the newest. */
export interface Connections {
  /** @param stream what carries the WebSocket @param notes what was unusual about the handshake */
  accept: (chargerId: string, socket: WebSocket, stream: Duplex, handshake: Handshake, notes: string[]) => void
  of: (chargerId: string) => Connection | undefined
  count: () => number
}

export function createConnections(options: ConnectionsOptions, inspector: Inspector): Connections {
  const { pipeline, desk, now } = options
  const connections = new Map<string, Connection>()
  const signForCharger = createSigning(options.signCertificate, now)
  let lastConnectionId = options.lastConnectionId

  const accept: Connections['accept'] = (chargerId, socket, stream, handshake, notes) => {
    const connectionId = ++lastConnectionId
    const connection = new Connection({
      chargerId,
      connectionId,
      socket,
      stream,
      pipeline,
      desk,
      now,
      takeRequestedTerms: (connectorId, userId) => options.takeRequestedTerms(chargerId, connectorId, userId),
      signCertificate: (csr, more) =>
        signForCharger(
          {
            chargerId,
            call: (action, payload) => connection.call({ action, payload, timeoutMs: desk.settings().callTimeoutS * 1_000 }),
            tell: (text) =>
              pipeline.record({
                chargerId,
                connectionId,
                direction: null,
                kind: 'notice',
                raw: JSON.stringify({ text, category: 'security', severity: 'warning' }),
              }),
          },
          csr,
          more,
        ),
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
    const protocol = socket.protocol || null
    const { seq } = pipeline.record({
      chargerId,
      connectionId,
      direction: null,
      kind: 'connect',
      raw: JSON.stringify({ protocol, ...handshake, virtual: options.isVirtual(chargerId), ...(notes.length > 0 ? { notes } : {}) }),
    }).entry
    inspector.connected(handshake, { chargerId, protocol, notes, seq })

    let error: { error: string; errorCode: string | null } | null = null
    socket.on('error', (problem: NodeJS.ErrnoException) => (error = { error: problem.message, errorCode: problem.code ?? null }))
    socket.on('close', (code, reason) => {
      connection.disconnect()
      // The late close of a replaced socket says nothing about the charger.
      if (connections.get(chargerId) !== connection) return
      connections.delete(chargerId)
      pipeline.record({
        chargerId,
        connectionId,
        direction: null,
        kind: 'disconnect',
        raw: JSON.stringify({ code, reason: reason.toString('utf8'), ...error }),
      })
    })
  }

  return { accept, of: (chargerId) => connections.get(chargerId), count: () => connections.size }
}
