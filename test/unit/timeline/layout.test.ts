import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOf } from '../../../src/shared/timeline/lanes.ts'
import { layout } from '../../../src/shared/timeline/layout.ts'
import { xOf } from '../../../src/shared/timeline/range.ts'
import type { Segment } from '../../../src/shared/domain/timeline.ts'
import { lane, range } from './arbitrary-lane.ts'

const width = fc.integer({ min: 1, max: 4_000 })

test('every pixel that a segment touches is coloured once, and no other', () => {
  fc.assert(
    fc.property(lane, range, width, ({ segments, edge }, visible, pixels) => {
      const touched = new Set<number>()
      for (const segment of segments) {
        const left = Math.max(0, xOf(segment.from, visible, pixels))
        const right = Math.min(pixels, xOf(endOf(segment, edge), visible, pixels))
        if (right <= left) continue
        for (let x = Math.floor(left); x < Math.ceil(right); x++) touched.add(x)
      }
      const coloured = layout(segments, visible, pixels, edge).flatMap((rect) => Array.from({ length: rect.width }, (_, i) => rect.x + i))
      expect(coloured).toEqual([...touched].toSorted((a, b) => a - b))
    }),
  )
})

test('no rectangle lies outside the lane, and none shows a state that is not there', () => {
  fc.assert(
    fc.property(lane, range, width, ({ segments, edge }, visible, pixels) => {
      for (const rect of layout(segments, visible, pixels, edge)) {
        expect(rect.x).toBeGreaterThanOrEqual(0)
        expect(rect.width).toBeGreaterThanOrEqual(1)
        expect(rect.x + rect.width).toBeLessThanOrEqual(pixels)
        const shown = segments[rect.segment]!
        expect(shown.state).toBe(rect.state)
        expect(xOf(shown.from, visible, pixels)).toBeLessThan(rect.x + rect.width)
        expect(xOf(endOf(shown, edge), visible, pixels)).toBeGreaterThan(rect.x)
      }
    }),
  )
})

const segment = (state: Segment['state'], from: number, to: number | null): Segment => ({
  lane: 'connector:1',
  state,
  lastState: null,
  from,
  to,
  why: '',
  seq: from,
})

test('a fault of a fraction of a pixel is still seen', () => {
  const segments = [segment('Charging', 0, 50_010), segment('Faulted', 50_010, 50_030), segment('Charging', 50_030, 100_000)]
  expect(layout(segments, { from: 0, to: 100_000 }, 100, 100_000)).toEqual([
    { x: 0, width: 50, state: 'Charging', lastState: null, segment: 0 },
    { x: 50, width: 1, state: 'Faulted', lastState: null, segment: 1 },
    { x: 51, width: 49, state: 'Charging', lastState: null, segment: 2 },
  ])
})

test('a pixel shared by harmless states shows the one that fills most of it', () => {
  const segments = [segment('Charging', 0, 1_400), segment('SuspendedEV', 1_400, 3_000)]
  expect(layout(segments, { from: 0, to: 3_000 }, 3, 3_000)).toEqual([
    { x: 0, width: 1, state: 'Charging', lastState: null, segment: 0 },
    { x: 1, width: 2, state: 'SuspendedEV', lastState: null, segment: 1 },
  ])
})

test('an open segment grows with the live edge', () => {
  const open = segment('Charging', 0, null)
  const widths = [100, 500, 5_000].map((edge) => layout([open], { from: 0, to: 1_000 }, 100, edge)[0]?.width)
  expect(widths).toEqual([10, 50, 100])
})

test('a hundred thousand segments make no more rectangles than the lane has pixels', () => {
  const segments = Array.from({ length: 100_000 }, (_, i) => segment(i % 2 ? 'Charging' : 'SuspendedEV', i * 10, i * 10 + 10))
  const rects = layout(segments, { from: 0, to: 1_000_000 }, 1_000, 1_000_000)
  expect(rects.length).toBeLessThanOrEqual(1_000)
  expect(rects.reduce((sum, rect) => sum + rect.width, 0)).toBe(1_000)
})
