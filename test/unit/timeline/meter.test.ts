import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bounds, downsampled, readingAt, reported, series, within, type Point } from '../../../src/shared/timeline/meter.ts'
import type { Sample } from '../../../src/shared/domain/timeline.ts'

const sample = (at: number, powerW: number | null, transactionId: string | null = '1', connectorId = 1): Sample => ({
  at,
  connectorId,
  transactionId,
  powerW,
  currentA: null,
  voltageV: null,
  energyWh: null,
  socPercent: null,
  seq: at,
})

function values(points: readonly Point[]): number[] {
  return points.flatMap(({ value }) => (value === null ? [] : [value]))
}

const line = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 1_000 }), value: fc.option(fc.integer({ min: -500, max: 50_000 }), { freq: 20 }) }), {
    maxLength: 400,
  })
  .map((steps) => {
    let at = 0
    return steps.map(({ gap, value }): Point => ({ at: (at += gap), value }))
  })

test('downsampling keeps the smallest and the largest reading, and the order', () => {
  fc.assert(
    fc.property(line, fc.integer({ min: 8, max: 200 }), (points, most) => {
      const kept = downsampled(points, most)
      expect(Math.max(...values(kept))).toBe(Math.max(...values(points)))
      expect(Math.min(...values(kept))).toBe(Math.min(...values(points)))
      expect(kept).toEqual(points.filter((point) => kept.includes(point)))
      expect(kept.length).toBeLessThanOrEqual(points.length <= most ? most : (most / 4) * 5)
    }),
  )
})

test('a line is interrupted between sessions and where readings are missing', () => {
  const minute = 60_000
  const samples = [...[0, 1, 2].map((n) => sample(n * minute, 7_000)), ...[3, 4, 30, 31].map((n) => sample(n * minute, 3_000, '2'))]
  const breaks = series(samples, 1, 'powerW').filter((point) => point.value === null)
  expect(breaks.map((point) => point.at / minute)).toEqual([2.5, 17])
})

test('only what a connector has reported is offered', () => {
  const found = reported([sample(1, null, null, 2), sample(2, 7_000, null, 1)])
  expect([...found]).toEqual([
    [1, new Set(['powerW'])],
    [2, new Set()],
  ])
})

test('the line runs on to the edges of the range', () => {
  const points = [10, 20, 30, 40, 50].map((at) => ({ at, value: at }))
  expect(within(points, { from: 25, to: 35 }).map((point) => point.at)).toEqual([20, 30, 40])
})

test('the read-out is the last reading before the pointer, and nothing in an interruption', () => {
  const points: Point[] = [
    { at: 10, value: 1 },
    { at: 20, value: null },
    { at: 30, value: 3 },
  ]
  expect([5, 10, 15, 25, 99].map((at) => readingAt(points, at))).toEqual([null, 1, 1, null, 3])
})

test('every reading lies between bottom and top of its track', () => {
  fc.assert(
    fc.property(line, fc.boolean(), (points, fromZero) => {
      const [low, high] = bounds(points, fromZero)
      expect(low).toBeLessThan(high)
      expect(values(points).filter((value) => value < low || value > high)).toEqual([])
    }),
  )
})
