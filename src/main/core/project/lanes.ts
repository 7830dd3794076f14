import type { LaneState } from '../../../shared/domain/state.ts'
import type { Segment } from '../../../shared/domain/timeline.ts'
import type { Memory } from '../interpret/memory.ts'
import type { Projection } from './projection.ts'
import { countIdle } from './session-idle.ts'

export const connectorLane = (connectorId: number): string => `connector:${connectorId}`

/** Why a lane shows a state again after a reconnect, until the charger reports one. */
export const unconfirmed = 'last known, not confirmed since reconnecting'

export interface Showing {
  lane: string
  state: LaneState
  why: string
  /** While Disconnected: what it was before. */
  lastState?: LaneState | null
  /** When it became so, if not at the entry's time. */
  at?: number
  /** Whether it is only what was last known. */
  uncertain?: boolean
}

/** Shows a state on a lane: closes the segment that lasts and opens another, unless the state is the same. */
export function show(memory: Memory, projection: Projection, showing: Showing): void {
  const { lane, state, why, lastState = null, at = projection.at, uncertain = false } = showing
  const open = memory.openSegments[lane]
  if (open?.state === state) {
    if (open.uncertain === true && !uncertain) confirm(memory, projection, open)
    return
  }
  const from = open === undefined ? at : Math.max(open.from, at)
  const next: Segment = { lane, state, lastState, from, to: null, why, seq: projection.seq, ...(uncertain ? { uncertain } : {}) }
  if (open?.seq === projection.seq) next.from = open.from
  else if (open !== undefined) close(memory, projection, { ...open, to: from })
  replace(memory, projection, next)
  const connectorId = connectorOfLane(lane)
  if (connectorId !== null) countIdle(memory, projection, connectorId, state, from)
}

/** The connector whose lane it is; null for the lane of the connection. */
export function connectorOfLane(lane: string): number | null {
  const number = /^connector:(\d+)$/.exec(lane)?.[1]
  return number === undefined ? null : Number(number)
}

function confirm(memory: Memory, projection: Projection, { uncertain: _uncertain, ...open }: Segment): void {
  const why = open.why === unconfirmed ? 'last known, and confirmed since by the charger' : `${open.why}; confirmed since by the charger`
  replace(memory, projection, { ...open, why })
}

function close(memory: Memory, projection: Projection, row: Segment): void {
  projection.changes.push({ table: 'segments', row })
  if (connectorOfLane(row.lane) !== null) keepPast(memory, row.lane, [...(memory.pastSegments[row.lane] ?? []), row])
}

/** So far back what is told afterwards may still change a lane; memory is saved now and then, and a charger has many lanes. */
const mostPast = 12

/** Keeps the end of what is over on a lane, from the first stretch on of which something may yet be told. */
export function keepPast(memory: Memory, lane: string, past: readonly Segment[]): void {
  const last = past.slice(-mostPast)
  const first = last.findIndex(({ state, late, uncertain }) => state === 'Disconnected' || late === true || uncertain === true)
  memory.pastSegments = { ...memory.pastSegments, [lane]: first < 0 ? [] : last.slice(first) }
}

function replace(memory: Memory, projection: Projection, row: Segment): void {
  memory.openSegments = { ...memory.openSegments, [row.lane]: row }
  projection.changes.push({ table: 'segments', row })
}
