import type { Session } from '../../../shared/domain/session.ts'
import type { Fact } from '../interpret/facts.ts'
import type { Memory, RunningSession } from '../interpret/memory.ts'
import { changeConnector, connectorOf, type Projection } from './projection.ts'
import { countReading, countStop } from './session-energy.ts'
import { idleUntil } from './session-idle.ts'
import { endedWith, isNoTransaction, keepEnded, keepRunning, runningOn, runningWith } from './session-rows.ts'
import { beginRefused } from './session-start.ts'
import { unreportedWith } from './session-unreported.ts'
import { storeSamples } from './sample-rows.ts'

type Ended = Extract<Fact, { type: 'TransactionEnded' }>

export function transactionEnded(memory: Memory, projection: Projection, fact: Ended): void {
  const unreported = unreportedWith(memory, fact.transactionId)
  const running =
    runningWith(memory, fact.transactionId) ??
    unreported ??
    beginRefused(memory, projection, fact.transactionId) ??
    unnamed(memory, projection, fact)
  if (running === null) {
    endAgain(memory, projection, fact)
    return
  }
  let counted = running
  for (const reading of fact.readings) counted = countReading(counted, reading).running
  storeSamples(projection, running.session.connectorId, running.session.transactionId, fact.readings)
  const { energyWh, deviation } = countStop(counted, fact.meterStopWh)
  if (deviation !== null) projection.deviations.push(deviation)
  const outcome = { energyWh, meterStopWh: fact.meterStopWh, reason: fact.reason, endedBy: 'charger' } as const
  if (unreported === null) finish(memory, projection, counted, fact.at, outcome)
  else keepEnded(memory, projection, over(memory, projection, counted, fact.at, outcome))
}

/** The central system ends the session on its side, and takes its payment away. */
export function sessionForceEnded(memory: Memory, projection: Projection, fact: Extract<Fact, { type: 'SessionForceEnded' }>): void {
  const running = runningWith(memory, fact.transactionId) ?? (fact.transactionId === null ? runningOn(memory, fact.connectorId) : null)
  if (running === null) {
    if (fact.transactionId !== null) paymentVoided(memory, projection, fact.transactionId)
    return
  }
  finish(memory, projection, running, projection.at, { reason: 'ForceStopped', endedBy: 'central system', paymentState: 'voided' })
}

export function paymentVoided(memory: Memory, projection: Projection, transactionId: string): void {
  const running = runningWith(memory, transactionId)
  const ended = endedWith(memory, transactionId)
  if (running !== null) keepRunning(memory, projection, { ...running, session: { ...running.session, paymentState: 'voided' } })
  else if (ended !== null) keepEnded(memory, projection, { ...ended, paymentState: 'voided' })
}

function over(memory: Memory, projection: Projection, running: RunningSession, at: number, outcome: Partial<Session>): Session {
  const { session } = running
  const endedAt = Math.max(session.startedAt, at)
  const idleMs = idleUntil(memory, running, endedAt)
  const paymentState = session.paymentState === 'voided' ? 'voided' : 'charged'
  return { ...session, paymentState, ...outcome, idleMs, endedAt, endSeq: projection.seq }
}

function finish(memory: Memory, projection: Projection, running: RunningSession, at: number, outcome: Partial<Session>): void {
  const session = over(memory, projection, running, at, outcome)
  const { connectorId, energyWh, reason, endedAt } = session
  keepEnded(memory, projection, session)
  if (connectorOf(memory, connectorId) !== null) changeConnector(memory, connectorId, { powerW: null, currentA: null })
  const text = `Session ${session.transactionId} ended: ${(energyWh / 1000).toFixed(2)} kWh, ${reason ?? 'no reason given'}`.slice(0, 200)
  projection.changes.push({ table: 'marks', row: { at: endedAt ?? at, kind: 'session-end', connectorId, text, seq: projection.seq } })
}

/** After an offline start some chargers stop "transaction 0" or "-1": taken for the only session, if there is one. */
function unnamed(memory: Memory, projection: Projection, fact: Ended): RunningSession | null {
  if (!isNoTransaction(fact.transactionId)) return null
  const only = memory.running.length === 1 ? memory.running[0] : undefined
  if (only === undefined || (fact.userId !== null && fact.userId !== only.session.userId)) return null
  projection.deviations.push({
    code: 'no-transaction-id',
    text: `The transaction id ${fact.transactionId ?? '(missing)'} names no session; it was taken for ${only.session.transactionId}, the only one that is running.`,
  })
  return only
}

function endAgain(memory: Memory, projection: Projection, fact: Ended): void {
  const ended = endedWith(memory, fact.transactionId)
  if (ended === null) {
    const id = fact.transactionId ?? 'without an id'
    projection.deviations.push({ code: 'unknown-transaction', text: `Transaction ${id} is not known here: its start was not seen.` })
    return
  }
  projection.sessionId = ended.id
  if (ended.endedBy === 'central system' && ended.meterStopWh === null) {
    const energyWh = Math.max(ended.energyWh, (fact.meterStopWh ?? 0) - (ended.meterStartWh ?? fact.meterStopWh ?? 0))
    storeSamples(projection, ended.connectorId, ended.transactionId, fact.readings)
    keepEnded(memory, projection, { ...ended, energyWh, meterStopWh: fact.meterStopWh })
    projection.deviations.push({ code: 'stop-after-force', text: 'The charger ends a session that had been ended by force here.' })
    return
  }
  projection.deviations.push({ code: 'duplicate-stop', text: 'This session has ended already; the charger repeats its StopTransaction.' })
}
