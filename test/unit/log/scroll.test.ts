import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clampTop,
  edgeTop,
  mostPixels,
  rowHeight,
  rowOf,
  scaleFor,
  topToShow,
  visibleRows,
} from '../../../src/renderer/features/log/model/scroll.ts'

describe('the scrollbar of the log', () => {
  test('is not scaled while the rows fit into an element', () => {
    expect(scaleFor(1_000, 600)).toEqual({ spacer: 24_000, most: 23_400, factor: 1 })
  })

  test('never asks the browser for more pixels than it can draw, and still reaches every row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000_000 }), fc.integer({ min: 0, max: 3_000 }), (rows, viewport) => {
        const scale = scaleFor(rows, viewport)
        expect(scale.spacer).toBeLessThanOrEqual(mostPixels)
        const end = Math.max(0, scale.spacer - viewport) * scale.factor
        expect(end).toBeCloseTo(scale.most, 2)
        expect(visibleRows(scale.most, viewport, rows, 0).to).toBe(rows)
      }),
    )
  })

  test('draws the rows that are seen and a few around them', () => {
    expect(visibleRows(240, 100, 1_000, 2)).toEqual({ from: 8, to: 17 })
    expect(visibleRows(0, 100, 3, 10)).toEqual({ from: 0, to: 3 })
  })

  test('moves as little as it can to show a row', () => {
    expect(topToShow(5, 0, 240)).toBe(0)
    expect(topToShow(10, 0, 240)).toBe(24)
    expect(topToShow(1, 100, 240)).toBe(24)
    expect(topToShow(5, 0, 240) % rowHeight).toBe(0)
  })

  test('has the newest entry at the bottom when it follows, and at the top when the newest comes first', () => {
    const scale = scaleFor(100, 240)
    expect(edgeTop('oldest-first', scale)).toBe(2_160)
    expect(edgeTop('newest-first', scale)).toBe(0)
    expect(rowOf(99, 100, 'oldest-first')).toBe(99)
    expect(rowOf(99, 100, 'newest-first')).toBe(0)
    expect(clampTop(9_999, scale)).toBe(2_160)
  })
})
