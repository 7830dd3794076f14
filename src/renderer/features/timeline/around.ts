import { spanOf, type Range } from '../../../shared/timeline/range.ts'

const leastMs = 15 * 60_000

/**
 * A longer range in coarse steps, so that panning and following seldom ask again, and what came just before it is known: up to
 * three times as long.
 */
export function around(range: Range): Range {
  const step = 2 ** Math.ceil(Math.log2(Math.max(leastMs, spanOf(range)))) / 4
  return { from: Math.floor(range.from / step) * step - step, to: Math.ceil(range.to / step) * step + step }
}
