/** The running sessions of a charger, kept in step in memory, on the connector's card and in the rows. */
import type { Session } from '../../../shared/domain/session.ts'
import type { Mark } from '../../../shared/domain/timeline.ts'
import { appendBounded, type Memory, type RunningSession } from '../interpret/memory.ts'
import { changeConnector, connectorOf, type Projection } from './projection.ts'
import { priced } from './session-price.ts'

const mostRunning = 20
const mostEnded = 10

export function runningWith(memory: Memory, transactionId: string | null): RunningSession | null {
  return memory.running.find(({ session }) => session.transactionId === transactionId) ?? null
}

/** The session that began last on a connector. */
export function runningOn(memory: Memory, connectorId: number | null): RunningSession | null {
  return memory.running.findLast(({ session }) => session.connectorId === connectorId) ?? null
}

export function endedWith(memory: Memory, transactionId: string | null): Session | null {
  return memory.ended.findLast((session) => session.transactionId === transactionId) ?? null
}

/** What chargers send where they have no id: nothing, 0, -1, or a negative number of their own. */
export function isNoTransaction(transactionId: string | null): boolean {
  return transactionId === null || /^(0|-\d+)$/.test(transactionId)
}

/** Stores a session that goes on; gives back what was stored. */
export function keepRunning(memory: Memory, projection: Projection, running: RunningSession): RunningSession {
  const kept = { ...running, session: priced(running.session, projection.at) }
  const known = memory.running.some(({ session }) => session.id === kept.session.id)
  memory.running = known
    ? memory.running.map((other) => (other.session.id === kept.session.id ? kept : other))
    : appendBounded(memory.running, kept, mostRunning)
  put(memory, projection, kept.session)
  return kept
}

/** Stores a session that is over. */
export function keepEnded(memory: Memory, projection: Projection, session: Session): void {
  const kept = priced(session, projection.at)
  memory.running = memory.running.filter((running) => running.session.id !== kept.id)
  memory.ended = appendBounded(
    memory.ended.filter(({ id }) => id !== kept.id),
    kept,
    mostEnded,
  )
  put(memory, projection, kept)
}

/** Removes a session as if it had never begun. @param marks what the entry that began it put on the timeline for it */
export function takeBack(memory: Memory, projection: Projection, id: number, marks: readonly Mark['kind'][]): void {
  const session = memory.running.find((running) => running.session.id === id)?.session ?? memory.ended.find((each) => each.id === id)
  if (session === undefined) return
  const { connectorId } = session
  memory.running = memory.running.filter((running) => running.session.id !== id)
  memory.ended = memory.ended.filter((ended) => ended.id !== id)
  projection.changes.push({ table: 'session-taken-back', id, marks })
  if (connectorOf(memory, connectorId) !== null)
    changeConnector(memory, connectorId, { session: runningOn(memory, connectorId)?.session ?? null })
}

function put(memory: Memory, projection: Projection, row: Session): void {
  projection.sessionId = row.id
  projection.changes = projection.changes.filter((change) => change.table !== 'sessions' || change.row.id !== row.id)
  projection.changes.push({ table: 'sessions', row })
  const session = runningOn(memory, row.connectorId)?.session ?? null
  if (session !== null || connectorOf(memory, row.connectorId) !== null) changeConnector(memory, row.connectorId, { session })
}
