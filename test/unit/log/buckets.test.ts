import { describe, expect, test } from 'vitest'
import { barsOf, bucketAt, bucketRange, bucketsRange, bucketWords, widened } from '../../../src/renderer/features/log/model/buckets.ts'
import type { LogHistogram } from '../../../src/shared/domain/log-search.ts'

const histogram: LogHistogram = {
  from: 1_000,
  to: 5_000,
  counts: { state: [2, 0, 0, 1], transaction: [998, 0, 10, 0], connection: [1, 0, 0, 0], security: [0, 0, 0, 0] },
}

describe('the chart over time', () => {
  test('shows what is rare, however much there is beside it, and nothing where there was nothing', () => {
    const bars = barsOf(histogram, 40)
    expect(bars[0]?.map(({ category }) => category)).toEqual(['connection', 'state', 'transaction'])
    expect(bars[0]!.every(({ height }) => height >= 2)).toBe(true)
    expect(bars[0]!.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(40)
    expect(bars[1]).toEqual([])
    expect(bars[2]!.reduce((sum, { height }) => sum + height, 0)).toBeLessThan(3)
  })

  test('knows which bar stands at a moment, and from when to when a bar is', () => {
    expect(bucketAt(histogram, 1_000)).toBe(0)
    expect(bucketAt(histogram, 2_999)).toBe(1)
    expect(bucketAt(histogram, 99_999)).toBe(3)
    expect(bucketAt(histogram, 0)).toBe(0)
    expect(bucketRange(histogram, 2)).toEqual({ from: 3_000, to: 4_000 })
    // A log of a few milliseconds has bars that are shorter than one; an entry at the beginning of a bar is within it.
    const short = { ...histogram, from: 1_000, to: 1_002 }
    expect([0, 1, 2, 3].map((bucket) => bucketRange(short, bucket))).toEqual([
      { from: 1_000, to: 1_001 },
      { from: 1_000, to: 1_001 },
      { from: 1_001, to: 1_002 },
      { from: 1_001, to: 1_002 },
    ])
    expect(bucketsRange(histogram, 3, 1)).toEqual({ from: 2_000, to: 5_000 })
  })

  test('says in words what a bar is made of', () => {
    expect(bucketWords(histogram, 0, (category) => category)).toBe('2 state, 998 transaction, 1 connection')
    expect(bucketWords(histogram, 1, (category) => category)).toBe('nothing')
  })

  test('can be looked at from further away, up to the whole', () => {
    expect(widened({ from: 2_000, to: 3_000 }, null)).toEqual({ from: 500, to: 4_500 })
    expect(widened({ from: 2_000, to: 3_000 }, { from: 1_000, to: 9_000 })).toEqual({ from: 1_000, to: 4_500 })
    expect(widened({ from: 2_000, to: 3_000 }, { from: 1_000, to: 4_000 })).toBeNull()
  })
})
