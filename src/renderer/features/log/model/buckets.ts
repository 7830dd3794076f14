import type { LogHistogram } from '../../../../shared/domain/log-search.ts'
import { categories, type Category } from '../../../../shared/ocpp/category.ts'
import type { Range } from '../../../../shared/timeline/range.ts'

/** Width of a bar with its gap, CSS pixels. */
export const barWidth = 5

/** How many bars there is room for. */
export function bucketsFor(width: number): number {
  return Math.max(1, Math.min(400, Math.floor(width / barWidth)))
}

export function bucketCount({ counts }: LogHistogram): number {
  return counts.state.length
}

/** In whole milliseconds, as entries have them, and never empty. */
export function bucketRange(histogram: LogHistogram, bucket: number): Range {
  const width = (histogram.to - histogram.from) / bucketCount(histogram)
  const from = Math.floor(histogram.from + bucket * width)
  return { from, to: Math.max(from + 1, Math.ceil(histogram.from + (bucket + 1) * width)) }
}

/** The bucket at a moment; at the ends of the time for what lies beyond. */
export function bucketAt(histogram: LogHistogram, at: number): number {
  const share = (at - histogram.from) / (histogram.to - histogram.from)
  return Math.max(0, Math.min(bucketCount(histogram) - 1, Math.floor(share * bucketCount(histogram))))
}

/** From the beginning of one bucket to the end of another, whichever is first. */
export function bucketsRange(histogram: LogHistogram, one: number, other: number): Range {
  return { from: bucketRange(histogram, Math.min(one, other)).from, to: bucketRange(histogram, Math.max(one, other)).to }
}

export interface Bar {
  category: Category
  /** From the foot of the chart, px. */
  y: number
  height: number
}

/** Least height of what there is at all, px: one disconnect among a thousand meter values has to be seen. */
const least = 2

/** The parts of each bucket's bar, from the foot up. What is rare stands at the foot, where all bars begin alike. */
export function barsOf(histogram: LogHistogram, height: number): Bar[][] {
  const many = bucketCount(histogram)
  const totals = Array.from({ length: many }, (_none, bucket) => categories.reduce((sum, each) => sum + histogram.counts[each][bucket]!, 0))
  const most = Math.max(1, ...totals)
  return totals.map((total, bucket) => {
    const there = stacking.filter((category) => histogram.counts[category][bucket]! > 0)
    const whole = Math.min(height, Math.max((total / most) * height, there.length * least))
    const spare = whole - there.length * least
    let y = 0
    return there.map((category) => {
      const part = least + (total === 0 ? 0 : (histogram.counts[category][bucket]! / total) * spare)
      const bar = { category, y, height: part }
      y += part
      return bar
    })
  })
}

const stacking: readonly Category[] = ['connection', 'security', 'state', 'transaction']

/** `12 State, 3 Connection`, without those that there are none of. */
export function bucketWords(histogram: LogHistogram, bucket: number, word: (category: Category) => string): string {
  const parts = categories
    .map((category) => ({ category, count: Math.round(histogram.counts[category][bucket] ?? 0) }))
    .filter(({ count }) => count > 0)
    .map(({ category, count }) => `${count} ${word(category)}`)
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}

/** The stretch of time around one, four times as long, kept within the whole; null where that is all of it. */
export function widened(range: Range, whole: Range | null): Range | null {
  const span = range.to - range.from
  const wider = { from: Math.round(range.from - span * 1.5), to: Math.round(range.to + span * 1.5) }
  if (whole === null) return wider
  const kept = { from: Math.max(whole.from, wider.from), to: Math.min(whole.to, wider.to) }
  return kept.from <= whole.from && kept.to >= whole.to ? null : kept
}
