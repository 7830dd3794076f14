/** A stretch of time, epoch ms; `to` is exclusive. */
export interface Range {
  from: number
  to: number
}

/** Below this nothing more is to be seen: entries carry whole milliseconds. */
export const smallestSpan = 50
const smallestLimit = 15 * 60_000

export function spanOf(range: Range): number {
  return range.to - range.from
}

/** Where a moment lies in a range, in pixels from its left edge. */
export function xOf(at: number, range: Range, width: number): number {
  return ((at - range.from) / spanOf(range)) * width
}

export function timeAt(x: number, range: Range, width: number): number {
  return range.from + (x / Math.max(1, width)) * spanOf(range)
}

/** A range `factor` times as long, in which `at` stays where it is on the screen. */
export function zoomed(range: Range, factor: number, at: number): Range {
  return { from: at - (at - range.from) * factor, to: at + (range.to - at) * factor }
}

export function panned(range: Range, ms: number): Range {
  return { from: range.from + ms, to: range.to + ms }
}

/** Keeps a range from getting lost: neither shorter than can be read, nor much longer than the whole, nor beside it. */
export function confined(range: Range, whole: Range): Range {
  const longest = Math.max(smallestLimit, spanOf(whole) * 1.1)
  const span = Math.min(longest, Math.max(smallestSpan, spanOf(range)))
  const middle = (range.from + range.to) / 2
  const kept = Math.min(span / 10, spanOf(whole) / 2)
  const inside = Math.min(Math.max(middle, whole.from + kept - span / 2), whole.to - kept + span / 2)
  return { from: inside - span / 2, to: inside + span / 2 }
}

export function ordered(one: number, other: number): Range {
  return one < other ? { from: one, to: other } : { from: other, to: one }
}
