/**
 * Sessions of OCPP 1.6 whose StopTransaction was lost: when the next one begins on their connector they must be over. What
 * the charger tells of them afterwards is believed: a late StopTransaction ends them as it says, and meter values that were
 * taken after the next one began mean that two go on there. For those of 2.x see `told-session.ts`.
 */
import type { Session } from '../../../shared/domain/session.ts'
import type { MeterReading } from '../interpret/facts.ts'
import { appendBounded, type Memory, type RunningSession } from '../interpret/memory.ts'
import { connectorLane } from './lanes.ts'
import type { Projection } from './projection.ts'
import { countReading } from './session-energy.ts'
import { isBusy } from './session-idle.ts'
import { endedWith, keepEnded, keepRunning } from './session-rows.ts'

/** The reason of a session whose end was lost. */
export const noEnd = 'No end was reported'

const mostUnreported = 10

/** Ends the sessions of a connector that must be over, because another has begun there since they were heard of last. */
export function endUnreported(memory: Memory, projection: Projection, connectorId: number): void {
  const here = memory.running.filter(
    ({ session }) => session.connectorId === connectorId && !memory.told.some(({ seq }) => seq === session.id),
  )
  const { sessionId } = projection
  for (const running of here) {
    const { session } = running
    const next = here.find((other) => isAfter(other.session, running))
    if (next !== undefined) close(memory, projection, running, next.session.startedAt)
    else if (here.some((other) => other.session.id > session.id)) {
      projection.deviations.push({
        code: 'session-still-open',
        text: `Session ${session.transactionId} on connector ${connectorId} has not been ended, although another has begun there.`,
      })
    }
  }
  projection.sessionId = sessionId
}

function isAfter(next: Session, { session, heardAt }: RunningSession): boolean {
  const later = next.startedAt > session.startedAt || (next.startedAt === session.startedAt && next.id > session.id)
  return later && next.startedAt >= (heardAt ?? session.startedAt)
}

function close(memory: Memory, projection: Projection, running: RunningSession, nextAt: number): void {
  const { session, ...counted } = running
  const endedAt = Math.max(session.startedAt, running.heardAt ?? 0, Math.min(nextAt, busyUntil(memory, running) ?? 0))
  const counts = running.busy === true ? session.idleMs : Math.min(session.idleMs, running.busyUntil?.idleMs ?? session.idleMs)
  const idleMs = Math.min(counts, endedAt - session.startedAt)
  const paymentState = session.paymentState === 'voided' ? 'voided' : 'charged'
  const over: Session = { ...session, paymentState, reason: noEnd, endedBy: null, idleMs, endedAt, endSeq: projection.seq }
  memory.unreported = appendBounded(memory.unreported, { ...counted, idleSince: null, sessionId: session.id, nextAt }, mostUnreported)
  keepEnded(memory, projection, over)
  const { connectorId, transactionId } = session
  const text = `Session ${transactionId} ended: ${(over.energyWh / 1000).toFixed(2)} kWh, ${noEnd}`.slice(0, 200)
  projection.changes.push({ table: 'marks', row: { at: endedAt, kind: 'session-end', connectorId, text, seq: projection.seq } })
  projection.deviations.push({
    code: 'session-still-open',
    text: `Session ${transactionId} on connector ${connectorId} was still open: its StopTransaction may have been lost. It was closed when the next one began.`,
  })
}

/** Until when the connector was in a state that there is in sessions only; null where it never was. */
function busyUntil(memory: Memory, { busy, busyUntil: until, session }: RunningSession): number | null {
  if (busy === true && isBusy(memory.openSegments[connectorLane(session.connectorId)]?.state)) return Number.MAX_SAFE_INTEGER
  return until?.at ?? null
}

/** Such a session as one that goes on, to be ended or gone on with; null where there is none with this id. */
export function unreportedWith(memory: Memory, transactionId: string | null): (RunningSession & { nextAt: number }) | null {
  const ended = endedWith(memory, transactionId)
  const kept = ended?.endedBy === null ? memory.unreported.findLast(({ sessionId }) => sessionId === ended.id) : undefined
  if (ended === null || kept === undefined) return null
  const { sessionId: _sessionId, ...counted } = kept
  return { ...counted, session: ended }
}

/** More readings of such a session: it goes on, or it went on for longer than was known. */
export function sampledUnreported(
  memory: Memory,
  projection: Projection,
  unreported: RunningSession & { nextAt: number },
  readings: readonly MeterReading[],
): void {
  let { nextAt, ...counted } = unreported
  for (const reading of readings) {
    const next = countReading(counted, reading)
    counted = { ...next.running, heardAt: Math.max(next.running.heardAt ?? reading.at, reading.at) }
    if (next.deviation !== null) projection.deviations.push(next.deviation)
  }
  const { session, ...kept } = counted
  const others = memory.unreported.filter(({ sessionId }) => sessionId !== session.id)
  if (readings.some(({ at }) => at > nextAt)) {
    memory.unreported = others
    const paymentState = session.paymentState === 'voided' ? 'voided' : 'open'
    keepRunning(memory, projection, { ...counted, session: { ...session, endedAt: null, reason: null, endSeq: null, paymentState } })
    return
  }
  memory.unreported = [...others, { ...kept, sessionId: session.id, nextAt }]
  keepEnded(memory, projection, { ...session, endedAt: Math.max(session.endedAt ?? 0, kept.heardAt ?? 0) })
}
