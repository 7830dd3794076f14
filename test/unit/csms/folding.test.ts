import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFolding, FOLD_MS } from '../../../src/main/core/csms/inspector/folding.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const told: [string, number][] = []
const folding = () => {
  told.length = 0
  return createFolding((key, { count }) => told.push([key, count]))
}

test('a charger that is refused every second for ten minutes is told of once, and then once a minute with a count', () => {
  const { isNew } = folding()
  let entries = 0
  for (let second = 0; second < 600; second++) {
    if (isNew('CP1')) entries += 1
    vi.advanceTimersByTime(1_000)
  }
  expect(entries).toBe(1)
  expect(told).toHaveLength(10)
  expect(told.reduce((sum, [, count]) => sum + count, 0)).toBe(599)
})

test('one that comes back after a quiet minute is told of anew', () => {
  const { isNew } = folding()
  expect(isNew('CP1')).toBe(true)
  vi.advanceTimersByTime(FOLD_MS + 1)
  expect(isNew('CP1')).toBe(true)
  expect(told).toEqual([])
})

test('different attempts are told apart, but a thousand of them are counted together', () => {
  const { isNew } = folding()
  expect([isNew('CP1'), isNew('CP2'), isNew('CP1')]).toEqual([true, true, false])
  let entries = 0
  for (let index = 0; index < 2_000; index++) if (isNew(`scan ${index}`)) entries += 1
  expect(entries).toBeLessThanOrEqual(501)
  vi.advanceTimersByTime(FOLD_MS)
  expect(told.reduce((sum, [, count]) => sum + count, 0)).toBe(2_000 - entries + 1)
})

test('what is still folded when the app ends is told', () => {
  const { isNew, close } = folding()
  for (let round = 0; round < 5; round++) isNew('CP1')
  close()
  expect(told).toEqual([['CP1', 4]])
})
