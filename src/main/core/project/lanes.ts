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
}

/** Shows a state on a lane: closes the segment that lasts and opens another, unless the state is the same. */
export function show(memory: Memory, projection: Projection, { lane, state, why, lastState = null, at = projection.at }: Showing): void {
  const open = memory.openSegments[lane]
  if (open?.state === state) {
    if (open.why === unconfirmed && why !== unconfirmed)
      replace(memory, projection, { ...open, why: 'last known, and confirmed since by the charger' })
    return
  }
  const from = open === undefined ? at : Math.max(open.from, at)
  const next: Segment = { lane, state, lastState, from, to: null, why, seq: projection.seq }
  if (open?.seq === projection.seq) next.from = open.from
  else if (open !== undefined) projection.changes.push({ table: 'segments', row: { ...open, to: from } })
  replace(memory, projection, next)
  const connectorId = /^connector:(\d+)$/.exec(lane)?.[1]
  if (connectorId !== undefined) countIdle(memory, projection, Number(connectorId), state, from)
}

function replace(memory: Memory, projection: Projection, row: Segment): void {
  memory.openSegments = { ...memory.openSegments, [row.lane]: row }
  projection.changes.push({ table: 'segments', row })
}
