import { laneStates, type LaneState } from '../../../shared/domain/state.ts'
import type { Segment } from '../../../shared/domain/timeline.ts'
import { endOf } from '../../../shared/timeline/lanes.ts'
import type { Range } from '../../../shared/timeline/range.ts'
import { visibleSlice } from '../../../shared/timeline/slice.ts'

export interface Durations {
  /** Time in each state that occurs, in the order of the palette; ms. */
  states: { state: LaneState; ms: number; share: number }[]
  /** Time of the range that segments cover; ms. */
  knownMs: number
  /** The rest of the range: before the first segment or after the live edge; ms. */
  emptyMs: number
}

/** How long a lane was in each state within a range. Shares are of the known time. */
export function durations(segments: readonly Segment[], range: Range, edge: number): Durations {
  const sums = new Map<LaneState, number>()
  const [start, end] = visibleSlice(segments, range, edge)
  let reached = range.from
  let knownMs = 0
  for (let i = start; i < end; i++) {
    const segment = segments[i]!
    const from = Math.max(reached, segment.from)
    const to = Math.min(range.to, endOf(segment, edge))
    if (to <= from) continue
    reached = to
    for (const [state, ms] of timesOf(segment, to - from)) {
      knownMs += ms
      sums.set(state, (sums.get(state) ?? 0) + ms)
    }
  }
  const states = laneStates
    .filter((state) => sums.has(state))
    .map((state) => ({ state, ms: sums.get(state)!, share: sums.get(state)! / knownMs }))
  return { states, knownMs, emptyMs: range.to - range.from - knownMs }
}

/** The states of a segment, of so many ms of it; those of a merged one in their proportion. */
function timesOf({ state, from, to, merged }: Segment, ms: number): [LaneState, number][] {
  if (merged === undefined || to === null) return [[state, ms]]
  const share = ms / (to - from || 1)
  return merged.states.map((one) => [one.state, one.ms * share])
}
