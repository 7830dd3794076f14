import type { Mark, Segment } from '../../../shared/domain/timeline.ts'
import type { Range } from '../../../shared/timeline/range.ts'

/** What `chargers.timeline` answers. */
export interface TimelineData {
  segments: Segment[]
  marks: Mark[]
  extent: Range | null
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
