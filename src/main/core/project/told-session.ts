/** The session of a transaction that is told in several messages. */
import type { Session } from '../../../shared/domain/session.ts'
import type { Memory, RunningSession } from '../interpret/memory.ts'
import { energyOf, isOvertaken, type Told } from '../interpret/told.ts'
import { connectorLane } from './lanes.ts'
import { changeConnector, connectorOf, type Projection } from './projection.ts'
import { idleUntil, isIdle } from './session-idle.ts'
import { endedWith, keepEnded, keepRunning, runningWith } from './session-rows.ts'
import { takeTerms } from './session-terms.ts'
import { noEnd } from './session-unreported.ts'

/** @param before what had been told before the present message; null where nothing had */
export function keepTold(memory: Memory, projection: Projection, told: Told, before: Told | null): void {
  const running = runningWith(memory, told.transactionId)
  const ended = running === null ? endedOf(memory, told) : null
  const energy = energyOf(told)
  if (energy.startsAtZero && (before === null || !energyOf(before).startsAtZero)) {
    projection.deviations.push({
      code: 'meter-start-zero',
      text: `The meter is said to start at 0 Wh, but reads ${told.highestWh} Wh; energy is counted from the first reading above 0.`,
    })
  }
  const session = withTerms(memory, told, {
    ...(running?.session ?? ended ?? newSession(memory, told)),
    connectorId: told.connectorId ?? 0,
    userId: told.user?.id ?? remoteUser(memory, told) ?? running?.session.userId ?? ended?.userId ?? null,
    startedAt: told.startedAt ?? told.firstAt,
    meterStartWh: energy.meterStartWh,
    meterStopWh: energy.meterStopWh,
    energyWh: energy.energyWh,
  })
  if (ended?.endedBy === 'central system') {
    if (told.end !== null && before?.end === null)
      projection.deviations.push({ code: 'stop-after-force', text: 'The charger ends a session that had been ended by force here.' })
    keepEnded(memory, projection, { ...session, endedAt: Math.max(session.startedAt, ended.endedAt ?? 0) })
  } else {
    const present = running === null ? begun(memory, session) : { ...running, session }
    const end = endOf(memory, told)
    if (end === null) keepRunning(memory, projection, ended === null ? present : { ...present, session: { ...session, ...goesOn(ended) } })
    else finish(memory, projection, present, end, ended)
  }
  if (told.startedAt !== null && (before === null || before.startedAt === null)) markStart(memory, projection, session)
}

function newSession(memory: Memory, told: Told): Session {
  return {
    id: told.seq,
    chargerId: memory.charger.id,
    connectorId: 0,
    transactionId: told.transactionId,
    userId: null,
    startedAt: told.firstAt,
    endedAt: null,
    meterStartWh: null,
    meterStopWh: null,
    energyWh: 0,
    idleMs: 0,
    reason: null,
    endedBy: null,
    paymentMethod: null,
    priceGroup: null,
    cost: null,
    currency: null,
    paymentState: 'open',
    endSeq: null,
  }
}

/** Only the session of this very transaction: the id may have been used before. */
function endedOf(memory: Memory, { transactionId, seq }: Told): Session | null {
  const ended = endedWith(memory, transactionId)
  return ended?.id === seq ? ended : null
}

function begun(memory: Memory, session: Session): RunningSession {
  const lane = memory.openSegments[connectorLane(session.connectorId)]
  const idleSince = isIdle(lane?.state) ? Math.max(session.startedAt, lane?.from ?? session.startedAt) : null
  return { session, reportedStart: null, baselineWh: null, lastRegisterWh: null, lastSampleAt: null, idleSince }
}

type End = Pick<Session, 'reason' | 'endedBy'> & { at: number }

/** How a session ended: as the charger says, or without a word after what was told of it last; null while it goes on. */
function endOf(memory: Memory, told: Told): End | null {
  if (told.end !== null) return { at: told.end.at, reason: told.end.reason, endedBy: 'charger' }
  return isOvertaken(told, memory.told) ? { at: told.lastAt, reason: noEnd, endedBy: null } : null
}

/** A session that was taken to be over, and of which the charger tells more. */
function goesOn({ paymentState }: Session): Partial<Session> {
  const open = paymentState === 'voided' ? paymentState : 'open'
  return { endedAt: null, reason: null, endedBy: null, endSeq: null, paymentState: open }
}

function finish(memory: Memory, projection: Projection, running: RunningSession, end: End, ended: Session | null): void {
  const { session } = running
  const { reason, endedBy } = end
  const endedAt = Math.max(session.startedAt, end.at)
  const idleMs = ended === null ? idleUntil(memory, running, endedAt) : Math.min(endedAt - session.startedAt, ended.idleMs)
  const paymentState = session.paymentState === 'voided' ? 'voided' : 'charged'
  const { connectorId } = session
  const endSeq = ended?.endedBy === endedBy ? ended.endSeq : projection.seq
  keepEnded(memory, projection, { ...session, endedAt, idleMs, reason, endedBy, paymentState, endSeq })
  if (ended !== null) return
  if (connectorOf(memory, connectorId) !== null) changeConnector(memory, connectorId, { powerW: null, currentA: null })
  const text = `Session ${session.transactionId} ended: ${(session.energyWh / 1000).toFixed(2)} kWh, ${reason}`.slice(0, 200)
  projection.changes.push({ table: 'marks', row: { at: endedAt, kind: 'session-end', connectorId, text, seq: projection.seq } })
}

function markStart(memory: Memory, projection: Projection, { transactionId, userId, startedAt: at, connectorId }: Session): void {
  const text = `Session ${transactionId} started${userId === null ? '' : ` by ${userId}`}`.slice(0, 200)
  projection.changes.push({ table: 'marks', row: { at, kind: 'session-start', connectorId, text, seq: projection.seq } })
}

/** Ends the sessions of a connector that must be over, because another has begun there. */
export function endOvertaken(memory: Memory, projection: Projection, connectorId: number): void {
  const { sessionId } = projection
  for (const told of memory.told.filter((each) => each.connectorId === connectorId && isOvertaken(each, memory.told))) {
    if (runningWith(memory, told.transactionId) === null) continue
    keepTold(memory, projection, told, told)
    projection.deviations.push({
      code: 'session-still-open',
      text: `Session ${told.transactionId} on connector ${connectorId} was still open: its end was not reported. It was closed when the next one began.`,
    })
  }
  projection.sessionId = sessionId
}

/** Some chargers name the number of the remote start instead of the user. */
function remoteUser(memory: Memory, { remoteStartId }: Told): string | null {
  return remoteStartId === null ? null : (memory.remoteStarts.findLast(({ id }) => id === remoteStartId)?.userId ?? null)
}

/** Terms may have been asked for before the session began, or before its user was known. */
function withTerms(memory: Memory, told: Told, session: Session): Session {
  if (session.paymentMethod !== null || session.priceGroup !== null) return session
  const { transactionId, userId, connectorId } = session
  const terms = takeTerms(memory, { transactionId, userId, connectorId, at: told.firstAt })
  if (terms === null) return session
  return { ...session, userId: userId ?? terms.userId, paymentMethod: terms.paymentMethod, priceGroup: terms.priceGroup }
}
