import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { withNewerEnd } from '../../../src/renderer/features/timeline/lanes.ts'
import { endOf, lanesOf } from '../../../src/shared/timeline/lanes.ts'
import { segmentAt, visibleSlice } from '../../../src/shared/timeline/slice.ts'
import type { Segment } from '../../../src/shared/domain/timeline.ts'
import { lane, range, start } from './arbitrary-lane.ts'

const segment = (name: string, from: number, to: number | null, seq = from): Segment => ({
  lane: name,
  state: 'Available',
  lastState: null,
  from,
  to,
  why: '',
  seq,
})

test('the connection comes first, then the connectors by number', () => {
  const lanes = lanesOf([segment('connector:10', 0, 1), segment('connector:2', 0, 1), segment('connection', 0, 1)])
  expect(lanes.map((one) => one.label)).toEqual(['Connection', 'Connector 2', 'Connector 10'])
})

test('the binary search finds the same segments as looking at each', () => {
  fc.assert(
    fc.property(lane, range, ({ segments, edge }, visible) => {
      const [first, end] = visibleSlice(segments, visible, edge)
      const touching = (one: Segment) => one.from < visible.to && endOf(one, edge) > visible.from
      expect(segments.slice(first, end).filter(touching)).toEqual(segments.filter(touching))
      expect(segments.slice(first, end).length - segments.filter(touching).length).toBeLessThanOrEqual(
        segments.filter((one) => one.from === one.to).length,
      )
    }),
  )
})

test('the segment under the pointer is the one that covers the moment', () => {
  fc.assert(
    fc.property(lane, fc.integer({ min: -10, max: 500_000 }), ({ segments, edge }, offset) => {
      const at = start + offset
      const covering = segments.findLast((one) => one.from <= at && at < endOf(one, edge)) ?? null
      expect(segmentAt(segments, at, edge)).toBe(covering)
    }),
  )
})

test('asking again for the end gives the same timeline as asking again for all of it', () => {
  fc.assert(
    fc.property(lane, fc.nat({ max: 60 }), fc.integer({ min: 0, max: 300_000 }), ({ segments }, count, offset) => {
      const all = { segments, marks: [], extent: { from: start, to: start + 9_999_999 } }
      const cut = segments[count]?.from ?? Infinity
      const before = segments.filter((one) => one.from < cut).map((one) => ((one.to ?? Infinity) >= cut ? { ...one, to: null } : one))
      const asked = Math.min(start + offset, before.at(-1)?.from ?? start)
      const newer = { ...all, segments: segments.filter((one) => (one.to ?? Infinity) >= asked) }
      const merged = withNewerEnd({ ...all, segments: before }, newer, asked)
      expect(merged.segments.toSorted((a, b) => a.seq - b.seq)).toEqual(segments)
    }),
  )
})

test('a timeline that now begins earlier is taken as a whole', () => {
  const known = { segments: [segment('connection', 500, null)], marks: [], extent: { from: 500, to: 600 } }
  const newer = { segments: [segment('connection', 0, null)], marks: [], extent: { from: 0, to: 600 } }
  expect(withNewerEnd(known, newer, 500)).toBe(newer)
})
