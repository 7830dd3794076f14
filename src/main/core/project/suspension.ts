/**
 * Who paused a session: a lane beside each connector's, for stretches in which the car or the charger says so, and for those
 * in which the charger says Charging while nothing flows. What is told of the connector afterwards changes this lane too.
 */
import type { Segment } from '../../../shared/domain/timeline.ts'
import type { Memory } from '../interpret/memory.ts'
import type { Change } from '../interpret/types.ts'
import { connectorLane, connectorOfLane } from './lanes.ts'
import type { Projection } from './projection.ts'

/** What is remembered of the lane; JSON. */
export interface Suspension {
  /** What lasts on it. */
  open: Segment | null
  /** The last inferred ones that are over: they stand on no other lane. */
  inferred: Segment[]
}

/** As much as a connector's lane may still be changed; see `keepPast`. */
const mostInferred = 12

export const suspensionLane = (connectorId: number): string => `suspension:${connectorId}`

/** Follows what a fact has changed on the lanes of connectors. @param from index of the first change that the fact brought */
export function followSuspensions(memory: Memory, projection: Projection, from: number): void {
  const lanes = new Set<string>()
  for (const change of projection.changes.slice(from)) {
    if (change.table === 'lane-end') mirrorLaneEnd(memory, projection, change)
    else if (change.table === 'segments') lanes.add(change.row.lane)
  }
  for (const lane of lanes) {
    const connectorId = connectorOfLane(lane)
    if (connectorId !== null) followLane(memory, projection, connectorId)
  }
}

export function suspensionOf(memory: Memory, connectorId: number): Suspension {
  return memory.suspensions[connectorId] ?? { open: null, inferred: [] }
}

function followLane(memory: Memory, projection: Projection, connectorId: number): void {
  const connector = memory.openSegments[connectorLane(connectorId)]
  const { open } = suspensionOf(memory, connectorId)
  const wanted = connector === undefined ? null : mirrored(connector, connectorId)
  if (wanted === null && (open === null || (open.state === 'NoPower' && connector?.state === 'Charging'))) return
  if (wanted !== null && open !== null && isSameRow(wanted, open)) {
    if (wanted.state !== open.state || wanted.why !== open.why || wanted.uncertain !== open.uncertain) openWith(memory, projection, wanted)
    return
  }
  endSuspension(memory, projection, connectorId, connector?.from ?? projection.at)
  if (wanted !== null) openWith(memory, projection, wanted)
}

export function openWith(memory: Memory, projection: Projection, row: Segment): void {
  const connectorId = Number(row.lane.split(':')[1])
  keep(memory, connectorId, { ...suspensionOf(memory, connectorId), open: row })
  projection.changes.push({ table: 'segments', row })
}

/** Ends what lasts; what was begun by the same entry and took no time was never there. */
export function endSuspension(memory: Memory, projection: Projection, connectorId: number, at: number): void {
  const { open, inferred } = suspensionOf(memory, connectorId)
  if (open === null) return
  const row: Segment = { ...open, to: Math.max(open.from, at) }
  const gone = row.to === row.from
  const kept = row.state === 'NoPower' && !gone ? [...inferred, row].slice(-mostInferred) : inferred
  keep(memory, connectorId, { open: null, inferred: kept })
  projection.changes.push(gone ? { table: 'lane-end', lane: row.lane, from: row.from, rows: [] } : { table: 'segments', row })
}

function mirrorLaneEnd(memory: Memory, projection: Projection, change: Extract<Change, { table: 'lane-end' }>): void {
  const connectorId = connectorOfLane(change.lane)
  if (connectorId === null) return
  if (memory.suspensions[connectorId] === undefined && !change.rows.some((row) => mirrored(row, connectorId) !== null)) return
  const { open, inferred } = suspensionOf(memory, connectorId)
  const lasting = change.rows.findLast(({ to }) => to === null)
  const goesOn = open?.state === 'NoPower' && lasting?.state === 'Charging' ? open : null
  const told = change.rows.map((row) => mirrored(row, connectorId)).filter((row) => row !== null)
  const stillInferred = [...inferred, ...(goesOn ? [goesOn] : [])].filter(
    (row) => row.from >= change.from && isCharging(change.rows, row.from),
  )
  const rows = [...told, ...stillInferred]
  projection.changes.push({
    table: 'lane-end',
    lane: suspensionLane(connectorId),
    from: change.from,
    rows: rows.toSorted((a, b) => a.from - b.from),
  })
  keep(memory, connectorId, { open: goesOn ?? told.findLast(({ to }) => to === null) ?? null, inferred })
}

function mirrored(segment: Segment, connectorId: number): Segment | null {
  const { state } = segment
  return state === 'SuspendedEV' || state === 'SuspendedEVSE' ? { ...segment, lane: suspensionLane(connectorId) } : null
}

function isCharging(rows: readonly Segment[], at: number): boolean {
  return rows.some(({ state, from, to }) => state === 'Charging' && from <= at && (to === null || at < to))
}

function isSameRow(one: Segment, other: Segment): boolean {
  return one.seq === other.seq && one.from === other.from
}

function keep(memory: Memory, connectorId: number, suspension: Suspension): void {
  memory.suspensions = { ...memory.suspensions, [connectorId]: suspension }
}
