import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { limitAt, limitsOf, limitWords } from '../../../src/renderer/features/timeline/limits.ts'
import { isMerged, renewedFrom } from '../../../src/renderer/features/timeline/lanes.ts'
import { laneTotals, sessionTotals } from '../../../src/renderer/features/timeline/totals.ts'
import { around } from '../../../src/renderer/features/timeline/around.ts'
import type { Session } from '../../../src/shared/domain/session.ts'
import type { CommandedLimit, Segment } from '../../../src/shared/domain/timeline.ts'
import { trackBounds } from '../../../src/shared/timeline/limits.ts'
import { lanesOf } from '../../../src/shared/timeline/lanes.ts'

const segment = (lane: string, state: Segment['state'], from: number, to: number | null, more: Partial<Segment> = {}): Segment => ({
  lane,
  state,
  lastState: null,
  from,
  to,
  why: '',
  seq: from,
  ...more,
})

const lanes = lanesOf([
  segment('connection', 'Connected', 0, null),
  segment('connector:1', 'Charging', 0, 60),
  segment('connector:1', 'SuspendedEV', 60, 80),
  segment('connector:1', 'SuspendedEVSE', 80, 85),
  segment('connector:1', 'Finishing', 85, null),
  segment('suspension:1', 'NoPower', 30, 40),
  segment('suspension:1', 'SuspendedEV', 60, 80),
])
const session = (startedAt: number, endedAt: number | null) => ({ id: startedAt, connectorId: 1, startedAt, endedAt }) as Session

test('each lane is summed up by state within a range', () => {
  const totals = laneTotals(lanes, { from: 50, to: 90 }, 100)
  expect(totals.map(({ lane, states }) => [lane.key, states.map(({ state, ms }) => `${state} ${ms}`)])).toEqual([
    ['connection', ['Connected 40']],
    ['connector:1', ['Charging 10', 'SuspendedEV 20', 'SuspendedEVSE 5', 'Finishing 5']],
  ])
})

test('a session that touches the range is summed up as a whole, with who paused it', () => {
  const all = [session(10, 85), session(90, null), session(200, null)]
  expect(sessionTotals(all, lanes, { from: 70, to: 89 }, 100)).toEqual([
    { session: all[0], lastedMs: 75, chargingMs: 50, byCarMs: 20, byChargerMs: 5, noPowerMs: 10 },
  ])
  expect(sessionTotals(all, lanes, { from: 70, to: 100 }, 100)).toHaveLength(2)
})

test('of several limits at a moment the lowest is the one that holds', () => {
  const limit = (value: number, unit: 'A' | 'W', purpose: CommandedLimit['purpose'], connectorId = 1): CommandedLimit => ({
    connectorId,
    from: 10,
    to: 20,
    value,
    unit,
    purpose,
    seq: 1,
  })
  const limits = [limit(22_000, 'W', 'charger'), limit(4_200, 'W', 'session'), limit(6, 'A', 'default'), limit(1, 'W', 'default', 2)]
  const own = limitsOf(limits, 1, 'powerW', { from: 0, to: 100 })
  expect(own).toEqual(limits.slice(0, 2))
  expect(limitsOf(limits, 1, 'energyWh', { from: 0, to: 100 })).toEqual([])
  expect(limitsOf(limits, 1, 'powerW', { from: 20, to: 100 })).toEqual([])
  expect(limitAt(own, 10)?.value).toBe(4_200)
  expect(limitAt(own, 20)).toBeNull()
  expect(limitWords(own[1]!, (value) => `${value} W`)).toBe('limit 4200 W, for this session')
})

test('a track has room for its limits, unless they are far above all that flows', () => {
  const points = [{ at: 0, value: 100 }]
  const limit = (value: number) => ({ connectorId: 1, from: 0, to: 1, value, unit: 'W', purpose: 'session', seq: 1 }) as const
  expect(trackBounds(points, true, [])).toEqual([0, 108])
  expect(trackBounds(points, true, [limit(200)])).toEqual([0, 216])
  expect(trackBounds(points, true, [limit(100_000)])).toEqual([0, 432])
  expect(trackBounds([], true, [limit(6)])[1]).toBeCloseTo(6.48)
  expect(trackBounds([], true, [limit(0)])).toEqual([0, 1])
})

test('a newer end begins where no merged segment is cut in two', () => {
  const segments = [
    segment('connector:1', 'Charging', 0, 40),
    segment('connector:1', 'Faulted', 40, 70, { merged: { count: 3, states: [] } }),
    segment('connector:2', 'Charging', 10, 55),
    segment('connection', 'Connected', 0, null),
  ]
  expect(renewedFrom({ segments }, 60)).toBe(40)
  expect(renewedFrom({ segments }, 30)).toBe(30)
  expect(renewedFrom({ segments }, 80)).toBe(80)
})

test('what is merged outside of the visible range needs no closer look', () => {
  const merged = {
    segments: [segment('connector:1', 'Charging', 0, 40, { merged: { count: 2, states: [] } }), ...lanes[1]!.segments.slice(1)],
  }
  expect(isMerged(merged, { from: 10, to: 20 }, 100)).toBe(true)
  expect(isMerged(merged, { from: 40, to: 90 }, 100)).toBe(false)
})

test('what is asked for reaches beyond what is visible, is not much longer, and seldom changes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000_000_000 }), fc.integer({ min: 900_000, max: 10_000_000_000 }), (from, span) => {
      const range = { from, to: from + span }
      const asked = around(range)
      expect(asked.from).toBeLessThan(range.from)
      expect(asked.to).toBeGreaterThan(range.to)
      expect(asked.to - asked.from).toBeLessThanOrEqual(3 * span)
    }),
  )
})
