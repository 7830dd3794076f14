import type { Session } from '../../../shared/domain/session.ts'
import type { MeterReading, TransactionTold } from '../interpret/facts.ts'
import type { Memory, RunningSession } from '../interpret/memory.ts'
import { asRefused, isLate, merged, newTold, novelty, type Told } from '../interpret/told.ts'
import { keepReport, momentOf, noReport, showTold } from './connector-reported.ts'
import { changeConnector, type Projection } from './projection.ts'
import { storeSamples } from './sample-rows.ts'
import { showOnConnector } from './samples.ts'
import { endedWith, runningOn, runningWith, takeBack } from './session-rows.ts'
import { endOvertaken, keepTold } from './told-session.ts'

/** As many as there are sessions in memory; see `session-rows.ts`. */
const mostRunning = 20
const mostEnded = 10
const mostWaiting = 20

/** One message of a transaction: the session is made anew of everything that has been told of it. */
export function transactionTold(memory: Memory, projection: Projection, fact: TransactionTold): void {
  const known = toldOf(memory, fact)
  if (known !== null && !isNews(projection, known, fact)) {
    projection.sessionId = sessionOf(memory, fact.transactionId)?.id ?? null
    return
  }
  const stateAt = momentOf(memory, projection, fact)
  const before = known?.refused === true ? null : known
  const base = before ?? { ...(known ?? newTold(fact.transactionId, projection.seq, fact.at)), seq: projection.seq, refused: false }
  const told = merged(base, fact, stateAt)
  told.connectorId ??= onlyConnector(memory)
  remember(memory, told, known)
  const { connectorId } = told
  if (connectorId === null) {
    const waiting = [...told.waiting, ...fact.readings].slice(-mostWaiting)
    remember(memory, { ...told, waiting }, told)
    projection.deviations.push({
      code: 'unknown-transaction',
      text: `Transaction ${fact.transactionId} is not known here: its start was not seen, and this message does not say on which connector it runs.`,
    })
    return
  }
  if (known === null && fact.phase !== 'start') {
    projection.deviations.push({
      code: 'start-not-seen',
      text: 'The start of this transaction has not been seen; the session is shown as far as it is known.',
    })
  }
  const readings = placeReadings(memory, projection, told, fact, connectorId)
  keepTold(memory, projection, told, before)
  endOvertaken(memory, projection, connectorId)
  leave(memory, known?.connectorId ?? null, connectorId)
  if (told.end !== null) noteEnd(memory, connectorId, told.end.stateAt)
  if (fact.phase !== 'update' || fact.chargingState !== null) showTold(memory, projection, connectorId, fact, told)
  // After the state, which takes away what was measured before it.
  if (told.end === null) showOnConnector(memory, connectorId, readings)
}

/** What a refused message began is no session here; what the charger does stays shown. */
export function transactionRefused(memory: Memory, projection: Projection, callSeq: number): void {
  const told = memory.told.find(({ seq }) => seq === callSeq)
  if (told === undefined || told.refused === true) return
  memory.told = memory.told.map((other) => (other === told ? asRefused(told) : other))
  const marks = told.end === null ? (['session-start'] as const) : (['session-start', 'session-end'] as const)
  takeBack(memory, projection, callSeq, marks)
}

/** A start with another time under an id that has been used up is another transaction. */
function toldOf(memory: Memory, fact: TransactionTold): Told | null {
  const told = memory.told.find(({ transactionId }) => transactionId === fact.transactionId) ?? null
  const another = fact.phase === 'start' && told !== null && told.end !== null && told.startedAt !== null && fact.at > told.end.at
  if (!another) return told
  memory.told = memory.told.filter((other) => other !== told)
  return null
}

function isNews(projection: Projection, told: Told, fact: TransactionTold): boolean {
  const { sequence } = fact
  switch (novelty(told, fact)) {
    case 'repeated':
      projection.deviations.push({
        code: 'repeated-event',
        text: `The charger repeats ${sequence === null ? 'a message' : `message ${sequence}`} of this transaction; it changes nothing.`,
      })
      return false
    case 'reused':
      projection.deviations.push({
        code: 'sequence-number-reused',
        text: `The sequence number ${sequence} was used before in this transaction for another message; both are taken.`,
      })
      return true
    case 'new':
      if (isLate(told, fact)) {
        projection.deviations.push({
          code: 'out-of-order',
          text: `Message ${sequence} of this transaction comes after later ones; it was put in its place.`,
        })
      }
      return true
  }
}

/** Where no message has named a connector, there is no doubt if the charger has one and nothing else runs there. */
function onlyConnector(memory: Memory): number | null {
  const only = memory.charger.connectors.length === 1 ? memory.charger.connectors[0] : undefined
  return only === undefined || runningOn(memory, only.id) !== null ? null : only.id
}

function placeReadings(memory: Memory, projection: Projection, told: Told, fact: TransactionTold, connectorId: number): MeterReading[] {
  const readings = [...told.waiting, ...fact.readings]
  told.waiting = []
  const { highestWh } = memory.told.find(({ transactionId }) => transactionId === told.transactionId) ?? told
  if (readings.some(({ energyWh, at }) => energyWh !== null && at >= told.lastAt && energyWh < (highestWh ?? 0) - 1)) {
    projection.deviations.push({
      code: 'meter-backwards',
      text: `The meter went backwards, below ${highestWh} Wh; the session keeps what was counted before.`,
    })
  }
  changeConnector(memory, connectorId, {})
  storeSamples(projection, connectorId, told.transactionId, readings)
  return readings
}

function noteEnd(memory: Memory, connectorId: number, at: number): void {
  const report = memory.reports[connectorId] ?? noReport
  keepReport(memory, connectorId, { ...report, endedAt: Math.max(at, report.endedAt ?? at) })
}

/** The card of a connector that a session was wrongly taken to be on. */
function leave(memory: Memory, before: number | null, now: number): void {
  if (before !== null && before !== now) changeConnector(memory, before, { session: runningOn(memory, before)?.session ?? null })
}

function remember(memory: Memory, told: Told, before: Told | null): void {
  const others = memory.told.filter((other) => other !== before && other.transactionId !== told.transactionId)
  const running = others.filter(({ end }) => end === null).slice(-mostRunning)
  const ended = others.filter(({ end }) => end !== null).slice(-(mostEnded - 1))
  memory.told = [...ended, ...running, told]
}

function sessionOf(memory: Memory, transactionId: string): Session | null {
  const running: RunningSession | null = runningWith(memory, transactionId)
  return running?.session ?? endedWith(memory, transactionId)
}
