import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ticks } from '../../../src/shared/timeline/ticks.ts'
import { range } from './arbitrary-lane.ts'

const zone = process.env['TZ']
beforeEach(() => {
  process.env['TZ'] = 'Europe/Berlin'
})
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

const hours = (n: number) => n * 3_600_000

test('the clock is the technician’s, and midnight carries the date', () => {
  const from = Date.parse('2026-05-01T18:00:00+02:00')
  expect(ticks({ from, to: from + hours(12) }, 450).map((tick) => tick.label)).toEqual(['18:00', '21:00', 'Sat 2 May', '03:00'])
})

test('on the day the clocks go forward the ticks stay on round hours', () => {
  const from = Date.parse('2026-03-29T00:00:00+01:00')
  const labels = ticks({ from, to: from + hours(23) }, 450).map((tick) => tick.label)
  expect(labels).toEqual(['Sun 29 Mar', '06:00', '12:00', '18:00'])
})

test('small steps show seconds and milliseconds', () => {
  const from = Date.parse('2026-05-01T14:02:11+02:00')
  expect(ticks({ from, to: from + 10_000 }, 200)[0]!.label).toBe('14:02:15')
  expect(ticks({ from, to: from + 100 }, 200)[1]!.label).toBe('14:02:11.050')
})

test('ticks are ordered, inside the range, and leave each other room', () => {
  const wide = fc.oneof(
    range,
    fc
      .record({ from: fc.integer({ min: 0, max: 4e12 }), span: fc.integer({ min: 50, max: 3e11 }) })
      .map(({ from, span }) => ({ from, to: from + span })),
  )
  fc.assert(
    fc.property(wide, fc.integer({ min: 100, max: 3_000 }), (visible, width) => {
      const found = ticks(visible, width)
      // A day of 23 hours brings ticks an hour closer; nothing else does.
      const least = (60 / width) * (visible.to - visible.from)
      found.forEach((tick, i) => {
        expect(tick.at).toBeGreaterThanOrEqual(visible.from)
        expect(tick.at).toBeLessThan(visible.to)
        expect(tick.at - (found[i - 1]?.at ?? -Infinity)).toBeGreaterThanOrEqual(least * 0.8)
      })
    }),
  )
})
