import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFolding, FOLD_MS, MOST_KINDS } from '../../../src/main/core/csms/inspector/folding.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const told: [string | null, number][] = []
const folding = () => {
  told.length = 0
  const { isNew, close } = createFolding<string>((last, { count }) => told.push([last, count]))
  return { isNew: (key: string) => isNew(key, key), close }
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

test('different attempts are told apart, but thousands of them are counted together as others, and as nobody in particular', () => {
  const { isNew } = folding()
  expect([isNew('CP1'), isNew('CP2'), isNew('CP1')]).toEqual([true, true, false])
  let entries = 0
  for (let index = 0; index < 2_000; index++) if (isNew(`scan ${index}`)) entries += 1
  expect(entries).toBe(MOST_KINDS - 2)
  vi.advanceTimersByTime(FOLD_MS)
  expect(told).toEqual([
    ['CP1', 1],
    [null, 2_000 - entries],
  ])
})

test('what is still folded when the app ends is told', () => {
  const { isNew, close } = folding()
  for (let round = 0; round < 5; round++) isNew('CP1')
  close()
  expect(told).toEqual([['CP1', 4]])
})
