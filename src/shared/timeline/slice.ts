import type { Segment } from '../domain/timeline.ts'
import { endOf } from './lanes.ts'
import type { Range } from './range.ts'

/** The index of the first item for which `test` holds; the items before must all fail it. */
export function firstIndex<T>(items: readonly T[], test: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (test(items[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

/** The segments of a lane that touch a range, as [start, end) indices, found without looking at the others. */
export function visibleSlice(segments: readonly Segment[], range: Range, edge: number): [start: number, end: number] {
  const start = firstIndex(segments, (segment) => endOf(segment, edge) > range.from)
  const end = firstIndex(segments, (segment) => segment.from >= range.to)
  return [start, Math.max(start, end)]
}

/** The segment of a lane that covers a moment. */
export function segmentAt(segments: readonly Segment[], at: number, edge: number): Segment | null {
  const segment = segments[firstIndex(segments, (one) => one.from > at) - 1]
  return segment && at < endOf(segment, edge) ? segment : null
}
