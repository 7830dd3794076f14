import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { durations } from '../../../src/renderer/features/timeline/durations.ts'
import { lane, range } from './arbitrary-lane.ts'

test('the times of the states and of the empty rest add up to the visible length', () => {
  fc.assert(
    fc.property(lane, range, ({ segments, edge }, visible) => {
      const { states, knownMs, emptyMs } = durations(segments, visible, edge)
      const sum = states.reduce((total, { ms }) => total + ms, 0)
      expect(sum).toBe(knownMs)
      expect(sum + emptyMs).toBe(visible.to - visible.from)
      expect(emptyMs).toBeGreaterThanOrEqual(0)
      expect(states.reduce((total, { share }) => total + share, 0)).toBeCloseTo(states.length > 0 ? 1 : 0, 9)
    }),
  )
})

test('a range split in two has the same times as the whole', () => {
  fc.assert(
    fc.property(lane, range, fc.double({ min: 0, max: 1, noNaN: true }), ({ segments, edge }, visible, where) => {
      const middle = Math.round(visible.from + (visible.to - visible.from) * where)
      const parts = [
        { from: visible.from, to: middle },
        { from: middle, to: visible.to },
      ].flatMap((part) => durations(segments, part, edge).states)
      for (const { state, ms } of durations(segments, visible, edge).states) {
        expect(parts.filter((part) => part.state === state).reduce((sum, part) => sum + part.ms, 0)).toBe(ms)
      }
    }),
  )
})

test('an open segment counts up to the live edge only', () => {
  const open = { lane: 'connector:1', state: 'Charging', lastState: null, from: 1_000, to: null, why: '', seq: 1 } as const
  expect(durations([open], { from: 0, to: 10_000 }, 4_000)).toEqual({
    states: [{ state: 'Charging', ms: 3_000, share: 1 }],
    knownMs: 3_000,
    emptyMs: 7_000,
  })
})
