import type { Deviation } from '../../../shared/ocpp/frame.ts'
import type { Fact, MeterReading } from '../interpret/facts.ts'
import type { Memory, RunningSession } from '../interpret/memory.ts'
import { withRegister, type Told } from '../interpret/told.ts'
import { changeConnector, connectorOf, type Projection } from './projection.ts'
import { storeSamples } from './sample-rows.ts'
import { countReading } from './session-energy.ts'
import { endedWith, isNoTransaction, keepRunning, runningOn, runningWith } from './session-rows.ts'
import { beginRefused } from './session-start.ts'
import { sampledUnreported, unreportedWith } from './session-unreported.ts'
import { keepTold } from './told-session.ts'

type Sampled = Extract<Fact, { type: 'MeterSampled' }>

export function meterSampled(memory: Memory, projection: Projection, fact: Sampled): void {
  const unreported = unreportedWith(memory, fact.transactionId)
  if (unreported !== null) {
    const { connectorId, transactionId } = unreported.session
    storeSamples(projection, fact.connectorId ?? connectorId, transactionId, fact.readings)
    sampledUnreported(memory, projection, unreported, fact.readings)
    if (runningWith(memory, transactionId) !== null) showOnConnector(memory, connectorId, fact.readings)
    return
  }
  const running = sessionOf(memory, projection, fact)
  const ended = running === null && fact.transactionId !== null ? endedWith(memory, fact.transactionId) : null
  const connectorId = fact.connectorId ?? running?.session.connectorId ?? ended?.connectorId ?? null
  if (ended !== null) {
    projection.sessionId = ended.id
    projection.deviations.push({ code: 'meter-after-stop', text: 'Meter values of a session that has ended already.' })
  }
  if (connectorId === null) return
  const transactionId = running?.session.transactionId ?? fact.transactionId
  storeSamples(projection, connectorId, transactionId, fact.readings)
  showOnConnector(memory, connectorId, fact.readings)
  if (running === null) return
  const told = memory.told.find((each) => each.transactionId === running.session.transactionId && each.seq === running.session.id)
  if (told === undefined) count(memory, projection, running, fact.readings)
  else countTold(memory, projection, told, fact.readings)
}

function count(memory: Memory, projection: Projection, running: RunningSession, readings: readonly MeterReading[]): void {
  let counted = running
  const deviations: Deviation[] = []
  for (const reading of readings) {
    const next = countReading(counted, reading)
    counted = { ...next.running, heardAt: Math.max(counted.heardAt ?? reading.at, reading.at) }
    if (next.deviation !== null && !deviations.some(({ code }) => code === next.deviation?.code)) deviations.push(next.deviation)
  }
  projection.deviations.push(...deviations)
  keepRunning(memory, projection, counted)
}

function countTold(memory: Memory, projection: Projection, told: Told, readings: readonly MeterReading[]): void {
  let counted = told
  for (const { at, energyWh } of readings) {
    if (energyWh !== null && at >= (told.startedAt ?? told.firstAt)) counted = withRegister(counted, { at, wh: energyWh })
  }
  memory.told = memory.told.map((other) => (other === told ? counted : other))
  keepTold(memory, projection, counted, told)
}

function sessionOf(memory: Memory, projection: Projection, { transactionId, connectorId }: Sampled): RunningSession | null {
  const named = runningWith(memory, transactionId) ?? beginRefused(memory, projection, transactionId)
  if (named !== null) return named
  const here = runningOn(memory, connectorId)
  if (transactionId === null) return here
  if (isNoTransaction(transactionId)) {
    if (here === null) return null
    projection.deviations.push({
      code: 'no-transaction-id',
      text: `The transaction id ${transactionId} names no session; the values were taken for ${here.session.transactionId}, which is running on this connector.`,
    })
    return here
  }
  if (endedWith(memory, transactionId) === null) {
    projection.deviations.push({
      code: 'unknown-transaction',
      text: `Transaction ${transactionId} is not known here: its start was not seen.`,
    })
  }
  return null
}

/** The card shows the newest of each quantity; a late message does not turn it back. */
export function showOnConnector(memory: Memory, connectorId: number, readings: readonly MeterReading[]): void {
  if (connectorId < 1) return
  for (const { at, ...values } of readings) {
    const measuredAt = connectorOf(memory, connectorId)?.measuredAt ?? null
    if (measuredAt !== null && at < measuredAt) continue
    const reported = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
    changeConnector(memory, connectorId, { ...reported, measuredAt: at })
  }
}
