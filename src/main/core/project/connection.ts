import type { Fact } from '../interpret/facts.ts'
import { appendBounded, type Memory } from '../interpret/memory.ts'
import { show, unconfirmed } from './lanes.ts'
import { changeCharger, changeConnector, type Projection } from './projection.ts'

type Opened = Extract<Fact, { type: 'ConnectionOpened' }>
type Lost = Extract<Fact, { type: 'ConnectionLost' }>

/** Connectors go back to what was known of them, until the charger says otherwise. */
export function connectionOpened(memory: Memory, projection: Projection, fact: Opened): void {
  const { charger } = memory
  changeCharger(memory, {
    connected: true,
    connectionSince: charger.connected ? charger.connectionSince : projection.at,
    connectionId: projection.connectionId,
    protocol: fact.protocol ?? charger.protocol,
    remoteAddress: fact.remoteAddress ?? charger.remoteAddress,
    virtual: fact.virtual ?? charger.virtual,
    lastSeenAt: projection.at,
  })
  const { connectionId } = projection
  if (connectionId !== null) {
    const others = memory.versions.filter((other) => other.connectionId !== connectionId)
    memory.versions = appendBounded(others, { connectionId, protocol: fact.named === false ? null : fact.protocol }, 6)
  }
  memory.connectedAt = projection.at
  memory.protocolUnnamed = fact.named === false
  memory.recentCallIds = []
  show(memory, projection, { lane: 'connection', state: 'Connected', why: fact.why })
  for (const { lane, state, lastState } of Object.values(memory.openSegments)) {
    if (lane === 'connection' || state !== 'Disconnected') continue
    show(memory, projection, { lane, state: lastState ?? 'Unknown', why: unconfirmed, uncertain: true })
  }
}

/** What the connectors do is not known any more; nor is any power. */
export function connectionLost(memory: Memory, projection: Projection, fact: Lost): void {
  const at = Math.min(fact.at, projection.at)
  memory.lostConnectionId = projection.connectionId ?? memory.charger.connectionId
  memory.connectedAt = null
  changeCharger(memory, { connected: false, connectionId: null, connectionSince: at })
  for (const connector of memory.charger.connectors) changeConnector(memory, connector.id, { powerW: null, currentA: null })
  for (const lane of ['connection', ...Object.keys(memory.openSegments).filter((name) => name !== 'connection')]) {
    const lastState = memory.openSegments[lane]?.state ?? null
    show(memory, projection, { lane, state: 'Disconnected', lastState: lane === 'connection' ? null : lastState, why: fact.why, at })
  }
}
