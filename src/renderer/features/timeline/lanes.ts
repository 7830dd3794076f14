import type { Segment, Timeline } from '../../../shared/domain/timeline.ts'
import { endOf, type Lane } from '../../../shared/timeline/lanes.ts'
import type { Range } from '../../../shared/timeline/range.ts'
import { visibleSlice } from '../../../shared/timeline/slice.ts'

/** What of a timeline is kept for all of its time; the rest is read for what is visible. */
export type TimelineData = Pick<Timeline, 'segments' | 'marks' | 'extent'>

/** From when on a newer answer can take the place of what is known: no merged segment may be cut in two. */
export function renewedFrom(known: Pick<TimelineData, 'segments'>, from: number): number {
  const cut = known.segments.filter((segment) => segment.merged && segment.from < from && endOf(segment, from) > from)
  return Math.min(from, ...cut.map((segment) => segment.from))
}

/**
 * What is known, with everything since `from` replaced by a newer answer for that time. So a long timeline is loaded once
 * and only its end is asked for again.
 */
export function withNewerEnd(known: TimelineData, newer: TimelineData, from: number): TimelineData {
  if (!newer.extent || !known.extent || newer.extent.from < known.extent.from) return newer.extent ? newer : known
  const renewed = new Set(newer.segments.map(keyOf))
  const kept = known.segments.filter((s) => s.to !== null && s.to <= from && !renewed.has(keyOf(s)))
  return {
    segments: [...kept, ...newer.segments],
    marks: [...known.marks.filter((mark) => mark.at < from), ...newer.marks.filter((mark) => mark.at >= from)],
    extent: newer.extent,
  }
}

function keyOf({ lane, seq, from }: Segment): string {
  return `${lane} ${seq} ${from}`
}

/** Whether a part of a lane that is visible has merged segments. */
export function isMerged({ segments }: Pick<Lane, 'segments'>, range: Range, edge: number): boolean {
  const [start, end] = visibleSlice(segments, range, edge)
  for (let i = start; i < end; i++) if (segments[i]!.merged !== undefined && endOf(segments[i]!, edge) > range.from) return true
  return false
}
