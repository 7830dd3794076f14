import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { confined, panned, spanOf, timeAt, xOf, zoomed } from '../../../src/shared/timeline/range.ts'
import { firstView, rangeOf, viewOf } from '../../../src/renderer/features/timeline/view.ts'
import { range, start } from './arbitrary-lane.ts'

const whole = { from: start, to: start + 10 * 3_600_000 }

test('zooming keeps the moment under the pointer where it is', () => {
  fc.assert(
    fc.property(range, fc.double({ min: 0.1, max: 10, noNaN: true }), fc.integer({ min: 0, max: 1_000 }), (visible, factor, x) => {
      const at = timeAt(x, visible, 1_000)
      expect(xOf(at, zoomed(visible, factor, at), 1_000)).toBeCloseTo(x, 0)
    }),
  )
})

test('no way of moving loses the recording: some of it stays in view', () => {
  fc.assert(
    fc.property(range, fc.integer({ min: -1e12, max: 1e12 }), fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (visible, ms, factor) => {
      const kept = confined(zoomed(panned(visible, ms), factor, visible.from), whole)
      expect(kept.from).toBeLessThan(whole.to)
      expect(kept.to).toBeGreaterThan(whole.from)
      expect(spanOf(kept)).toBeGreaterThanOrEqual(49)
      expect(spanOf(kept)).toBeLessThanOrEqual(spanOf(whole) * 1.1 + 1)
    }),
  )
})

test('a view that follows moves with the live edge, a fixed one stays', () => {
  const later = { ...whole, to: whole.to + 60_000 }
  const following = { kind: 'follow', span: 3_600_000 } as const
  expect(rangeOf(following, later).to - rangeOf(following, whole).to).toBe(60_000)
  const fixed = { kind: 'fixed', range: { from: 1, to: 2 } } as const
  expect(rangeOf(fixed, later)).toEqual(rangeOf(fixed, whole))
})

test('panning away from the live edge stops following, coming back to it follows again', () => {
  const hour = { kind: 'follow', span: 3_600_000 } as const
  const away = panned(rangeOf(hour, whole), -600_000)
  expect(viewOf(away, whole)).toEqual({ kind: 'fixed', range: away })
  expect(viewOf(panned(away, 600_000), whole)).toEqual(hour)
})

test('the first view shows a young recording whole, a long live one at its end, and a closed one from end to end', () => {
  expect(firstView({ from: start, to: start + 60_000 }, true)).toEqual({ kind: 'all' })
  expect(firstView(whole, true)).toEqual({ kind: 'follow', span: 3_600_000 })
  expect(firstView(whole, false)).toEqual({ kind: 'all' })
})
