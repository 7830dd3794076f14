import type { Fact } from '../interpret/facts.ts'
import { appendBounded, type Memory, type RunningSession } from '../interpret/memory.ts'
import { connectorLane } from './lanes.ts'
import { changeConnector, type Projection } from './projection.ts'
import { isBusy, isIdle } from './session-idle.ts'
import { endedWith, keepRunning, runningWith } from './session-rows.ts'
import { takeTerms } from './session-terms.ts'
import { endUnreported } from './session-unreported.ts'

type Started = Extract<Fact, { type: 'TransactionStarted' }>

export function transactionStarted(memory: Memory, projection: Projection, fact: Started): void {
  if (repeated(memory, projection, fact)) return
  const running = newSession(memory, fact)
  if (!fact.accepted) {
    memory.refusedStarts = appendBounded(memory.refusedStarts, running, 5)
    return
  }
  begin(memory, projection, running)
}

/** A refused start that the charger goes on with is a session all the same. */
export function beginRefused(memory: Memory, projection: Projection, transactionId: string | null): RunningSession | null {
  const running = memory.refusedStarts.find(({ session }) => session.transactionId === transactionId)
  if (running === undefined) return null
  memory.refusedStarts = memory.refusedStarts.filter((other) => other !== running)
  return begin(memory, projection, running)
}

function begin(memory: Memory, projection: Projection, running: RunningSession): RunningSession {
  const { session } = running
  const text = `Session ${session.transactionId} started${session.userId === null ? '' : ` by ${session.userId}`}`.slice(0, 200)
  const { startedAt: at, connectorId, id: seq } = session
  projection.changes.push({ table: 'marks', row: { at, kind: 'session-start', connectorId, text, seq } })
  changeConnector(memory, connectorId, {})
  const lane = memory.openSegments[connectorLane(connectorId)]
  const idleSince = isIdle(lane?.state) ? Math.max(at, lane?.from ?? at) : null
  const kept = keepRunning(memory, projection, { ...running, idleSince, busy: isBusy(lane?.state) })
  endUnreported(memory, projection, connectorId)
  return kept
}

function newSession(memory: Memory, fact: Started): RunningSession {
  const terms = takeTerms(memory, fact)
  return {
    session: {
      id: fact.startSeq,
      chargerId: memory.charger.id,
      connectorId: fact.connectorId,
      transactionId: fact.transactionId,
      userId: fact.userId,
      startedAt: fact.at,
      endedAt: null,
      meterStartWh: fact.meterStartWh,
      meterStopWh: null,
      energyWh: 0,
      idleMs: 0,
      reason: null,
      endedBy: null,
      paymentMethod: terms?.paymentMethod ?? null,
      priceGroup: terms?.priceGroup ?? null,
      cost: null,
      currency: null,
      paymentState: 'open',
      endSeq: null,
    },
    reportedStart: fact.reportedAt,
    baselineWh: null,
    lastRegisterWh: null,
    lastSampleAt: null,
    idleSince: null,
  }
}

/** Chargers repeat a StartTransaction whose answer they missed; it stays one session, with the id that was given last. */
function repeated(memory: Memory, projection: Projection, fact: Started): boolean {
  const deviation = { code: 'repeated-start', text: 'The same StartTransaction as before; it is one session.' }
  const ended = endedWith(memory, fact.transactionId)
  if (ended !== null && ended.startedAt === fact.at && ended.connectorId === fact.connectorId && fact.reportedAt !== null) {
    projection.sessionId = ended.id
    projection.deviations.push(deviation)
    return true
  }
  const same = memory.running.find(
    ({ session, reportedStart }) =>
      session.transactionId === fact.transactionId ||
      (reportedStart !== null &&
        reportedStart === fact.reportedAt &&
        session.connectorId === fact.connectorId &&
        session.userId === fact.userId &&
        session.meterStartWh === fact.meterStartWh),
  )
  if (same === undefined) return false
  projection.deviations.push(deviation)
  projection.sessionId = same.session.id
  if (same.session.transactionId !== fact.transactionId && runningWith(memory, fact.transactionId) === null) {
    keepRunning(memory, projection, { ...same, session: { ...same.session, transactionId: fact.transactionId } })
  }
  return true
}
