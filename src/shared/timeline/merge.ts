import type { LaneState } from '../domain/state.ts'
import type { Segment } from '../domain/timeline.ts'
import { rank } from './layout.ts'

/**
 * Segments of a lane with those that are too short to be told apart merged: what lasts `everyMs` or longer stays as it is,
 * what is shorter is put together until it lasts so long, over gaps that are as short. So a range has only a few for each
 * `everyMs` of it.
 */
export function merged(segments: Iterable<Segment>, everyMs: number): Segment[] {
  const kept: Segment[] = []
  let run: Segment[] = []
  const close = () => {
    if (run.length > 0) kept.push(run.length === 1 ? run[0]! : oneOf(run))
    run = []
  }
  for (const segment of segments) {
    const { from, to } = segment
    const last = run.at(-1)
    if (to === null || to - from >= everyMs) {
      close()
      kept.push(segment)
      continue
    }
    if (last !== undefined && (from - last.to! >= everyMs || from - run[0]!.from >= everyMs)) close()
    run.push(segment)
  }
  close()
  return kept
}

/** One segment in the place of several; it looks like the most serious of them, else like the state that lasted longest. */
function oneOf(run: readonly Segment[]): Segment {
  const sums = new Map<LaneState, number>()
  for (const { state, from, to } of run) sums.set(state, (sums.get(state) ?? 0) + to! - from)
  const [shown] = [...sums].reduce((best, one) => ((rank(one[0]) - rank(best[0]) || one[1] - best[1]) > 0 ? one : best))
  const first = run.find(({ state }) => state === shown)!
  const states = [...sums].map(([state, ms]) => ({ state, ms }))
  return { ...first, from: run[0]!.from, to: run.at(-1)!.to, merged: { count: run.length, states } }
}
