/**
 * OCPP 2.x says Occupied where 1.6 tells five states apart; which one it is follows from the session on the connector
 * (OCPP 2.0.1 part 2, ChargingStateEnumType), so that lanes and cards show the same words for every version.
 */
import type { ConnectorState } from '../../../shared/domain/state.ts'
import type { Fact, TransactionTold } from '../interpret/facts.ts'
import type { ConnectorReport, Memory } from '../interpret/memory.ts'
import { isBefore, isOvertaken, type Told } from '../interpret/told.ts'
import { connectorStatusChanged } from './connector-status.ts'
import { connectorLane } from './lanes.ts'
import { isPast, placeLate, toldAfterwards } from './late-states.ts'
import { errorSeen } from './error-seen.ts'
import { changeCharger, changeConnector, connectorOf, type Projection } from './projection.ts'

type Reported = Extract<Fact, { type: 'ConnectorReported' }>

/** A charger sends what it has queued soon after it has connected. */
const queuedWithinMs = 60_000

export const noReport: ConnectorReport = { word: null, at: 0, occupiedSince: null, freeAt: null, endedAt: null }

/**
 * Where a state belongs among others: what is told of the past, by the charger's own time; all else by its arrival, which
 * is right also while the charger's clock is being set.
 */
export function momentOf(memory: Memory, projection: Projection, { at, queued }: { at: number; queued: boolean }): number {
  const fresh = memory.connectedAt !== null && projection.at - memory.connectedAt < queuedWithinMs
  return queued || fresh ? at : projection.at
}

export function connectorReported(memory: Memory, projection: Projection, fact: Reported): void {
  const { connectorId, word, reported } = fact
  const common = { type: 'ConnectorStatusChanged', connectorId, reported, vendorErrorCode: null, info: null } as const
  if (connectorId === 0) {
    const status = word === 'Occupied' ? null : word
    connectorStatusChanged(memory, projection, { ...common, status, errorCode: memory.charger.errorCode })
    return
  }
  const before = memory.reports[connectorId] ?? null
  const errorCode = word === 'Faulted' ? (connectorOf(memory, connectorId)?.errorCode ?? null) : null
  const at = Math.max(before?.at ?? 0, momentOf(memory, projection, { at: fact.at, queued: false }))
  const occupied = word === 'Occupied'
  const report: ConnectorReport = {
    word,
    at,
    occupiedSince: occupied ? (before?.word === 'Occupied' ? before.occupiedSince : at) : null,
    freeAt: occupied ? (before?.freeAt ?? null) : at,
    endedAt: before?.endedAt ?? null,
  }
  const status = stateOf(memory, connectorId, report)
  const present = connectorStatusChanged(memory, projection, { ...common, status, errorCode, at: fact.at })
  if (present) keepReport(memory, connectorId, report)
}

/** A charger has fewer connectors; an untrusted peer may name as many as it likes. */
const mostReports = 64

export function keepReport(memory: Memory, connectorId: number, report: ConnectorReport): void {
  const known = Object.hasOwn(memory.reports, connectorId)
  if (known || Object.keys(memory.reports).length < mostReports) memory.reports = { ...memory.reports, [connectorId]: report }
}

/** What a connector did when something of its session happened that is told only now; null where that says nothing of it. */
function stateThen({ phase, chargingState }: TransactionTold, { stopped }: Told): ConnectorState | null {
  if (phase === 'end') return 'Finishing'
  switch (chargingState) {
    case 'Charging':
    case 'SuspendedEV':
    case 'SuspendedEVSE':
      return chargingState
    case 'EVConnected':
    case 'Idle':
      return stopped === null ? 'Preparing' : 'Finishing'
    case null:
      return phase === 'start' ? 'Preparing' : null
  }
}

/** What the connector did then and does now, after something was told of its sessions. */
export function showTold(memory: Memory, projection: Projection, connectorId: number, fact: TransactionTold, told: Told): void {
  const state = stateThen(fact, told)
  const { at, queued } = fact
  const now = stateOf(memory, connectorId, memory.reports[connectorId] ?? noReport)
  const late = state !== null && isPast(memory, projection, at, queued)
  const lane = connectorLane(connectorId)
  const placed = late ? placeLate(memory, projection, { lane, connectorId, state, why: toldAfterwards, at, lasts: state === now }) : null
  showReported(memory, projection, connectorId, placed === 'present' ? at : projection.at)
}

/** @param at since when, where the lane shows it already */
function showReported(memory: Memory, projection: Projection, connectorId: number, at: number): void {
  const report = memory.reports[connectorId] ?? noReport
  const status = stateOf(memory, connectorId, report)
  const known = connectorOf(memory, connectorId)
  if (status === null || known === null || (known.status === status && known.since !== null)) return
  const { errorCode, vendorErrorCode, info } = known
  const reported = report.word ?? ''
  connectorStatusChanged(memory, projection, {
    type: 'ConnectorStatusChanged',
    connectorId,
    status,
    reported,
    errorCode,
    vendorErrorCode,
    info,
    at,
  })
}

export function faultReported(memory: Memory, projection: Projection, fact: Extract<Fact, { type: 'FaultReported' }>): void {
  const { connectorId, active, text, code } = fact
  const errorCode = active ? code : null
  const was = connectorId === 0 ? memory.charger.errorCode : (connectorOf(memory, connectorId)?.errorCode ?? null)
  if (connectorId === 0) changeCharger(memory, { errorCode })
  else changeConnector(memory, connectorId, { errorCode })
  if (!active || was === errorCode) return
  const where = connectorId === 0 ? null : connectorId
  projection.changes.push({ table: 'marks', row: { at: projection.at, kind: 'fault', connectorId: where, text, seq: projection.seq } })
  errorSeen(memory, projection, text)
}

function stateOf(memory: Memory, connectorId: number, report: ConnectorReport): ConnectorState | null {
  const { word, freeAt, occupiedSince, endedAt } = report
  if (word === 'Unavailable' || word === 'Faulted') return word
  const running = memory.told
    .filter((told) => told.connectorId === connectorId && told.end === null && told.charging !== null && !isOvertaken(told, memory.told))
    .toSorted((a, b) => (a.charging?.at ?? 0) - (b.charging?.at ?? 0))
    .at(-1)
  const { charging } = running ?? { charging: null }
  // A connector that was free after what was told last of a session has seen that session end.
  if (running !== undefined && charging !== null && (freeAt === null || charging.at >= freeAt)) return stateInSession(running)
  if (word === 'Available' || word === 'Reserved') return word
  if (endedAt !== null && (occupiedSince === null || endedAt >= occupiedSince)) return 'Finishing'
  return word === 'Occupied' ? 'Preparing' : null
}

/** EVConnected and Idle are the beginning of a session, unless charging has been stopped already. */
function stateInSession({ charging, stopped }: Told): ConnectorState {
  switch (charging?.state) {
    case 'Charging':
    case 'SuspendedEV':
    case 'SuspendedEVSE':
      return charging.state
    case 'EVConnected':
    case 'Idle':
    case undefined:
      return stopped !== null && charging !== null && !isBefore(charging.rank, stopped) ? 'Finishing' : 'Preparing'
  }
}
