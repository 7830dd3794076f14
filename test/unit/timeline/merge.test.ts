import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Segment } from '../../../src/shared/domain/timeline.ts'
import { merged } from '../../../src/shared/timeline/merge.ts'
import { lane } from './arbitrary-lane.ts'

const one = (state: Segment['state'], from: number, to: number | null, seq = from): Segment => ({
  lane: 'connector:1',
  state,
  lastState: null,
  from,
  to,
  why: '',
  seq,
})

function sums(segments: readonly Segment[]): Record<string, number> {
  const found: Record<string, number> = {}
  for (const { state, from, to, merged: parts } of segments) {
    if (to === null) continue
    for (const part of parts?.states ?? [{ state, ms: to - from }]) found[part.state] = (found[part.state] ?? 0) + part.ms
  }
  return Object.fromEntries(Object.entries(found).filter(([, ms]) => ms > 0))
}

test('segments too short to be told apart become one, and those that are long enough stay', () => {
  const segments = [one('Available', 0, 500), one('Charging', 500, 510), one('SuspendedEV', 510, 540), one('Charging', 540, 2_000)]
  expect(merged(segments, 100)).toEqual([
    segments[0],
    {
      ...segments[2],
      from: 500,
      to: 540,
      merged: {
        count: 2,
        states: [
          { state: 'Charging', ms: 10 },
          { state: 'SuspendedEV', ms: 30 },
        ],
      },
    },
    segments[3],
  ])
})

test('a fault is seen among many others, however short', () => {
  const segments = Array.from({ length: 50 }, (_, i) => one(i === 20 ? 'Faulted' : 'Charging', i * 10, i * 10 + 10))
  expect(merged(segments, 1_000)).toMatchObject([{ state: 'Faulted', seq: 200, from: 0, to: 500, merged: { count: 50 } }])
})

test('time between segments stays empty, unless it is as short as they are', () => {
  const segments = [one('SuspendedEV', 0, 10), one('SuspendedEV', 5_000, 5_010)]
  expect(merged(segments, 100)).toEqual(segments)
  expect(merged(segments, 6_000)).toMatchObject([{ from: 0, to: 5_010, merged: { states: [{ state: 'SuspendedEV', ms: 20 }] } }])
})

test('of whatever happened, as much time is left in each state, in the same places, and only a few in each while', () => {
  fc.assert(
    fc.property(lane, fc.integer({ min: 1, max: 100_000 }), ({ segments }, everyMs) => {
      const few = merged(segments, everyMs)
      expect(sums(few)).toEqual(sums(segments))
      expect([few[0]?.from, few.at(-1)?.to]).toEqual([segments[0]?.from, segments.at(-1)?.to])
      for (const [i, { from }] of few.slice(1).entries()) expect(from).toBeGreaterThanOrEqual(few[i]!.to!)
      for (const [i, { to, from }] of few.entries()) {
        const next = few[i + 1]
        const both = next?.to != null && to !== null && to === next.from && next.to - from < everyMs
        expect(both).toBe(false)
      }
    }),
  )
})
