import { expect, test } from 'vitest'
import { askedTime, placesOf } from '../../../src/renderer/features/log/model/told-later.ts'
import type { Entry } from '../../../src/shared/domain/entry.ts'

const hour = 3_600_000
const seen = [
  { seq: 1, at: 10 * hour },
  { seq: 2, at: 11 * hour },
  { seq: 5, at: 14 * hour },
]
const late = (seq: number, happenedAt: number, action: string) =>
  ({ seq, at: 15 * hour, correctedAt: happenedAt, action, messageType: 'call', kind: 'frame' }) as Entry

test('late messages stand beside the row after which they happened', () => {
  const places = placesOf(seen, [
    late(20, 10.5 * hour, 'StartTransaction'),
    late(21, 11 * hour, 'MeterValues'),
    late(22, 13 * hour, 'StopTransaction'),
  ])
  expect([...places]).toEqual([
    [1, { seq: 20, text: 'StartTransaction, told 4 h 30 min later' }],
    [2, { seq: 21, text: 'MeterValues and 1 more, told up to 4 h 00 min later' }],
  ])
})

test('nothing is placed beyond the rows that are seen, because others may stand there', () => {
  expect(placesOf(seen, [late(20, 9 * hour, 'StartTransaction'), late(21, 14.5 * hour, 'StopTransaction')])).toEqual(new Map())
  expect(placesOf([], [late(20, 9 * hour, 'StartTransaction')])).toEqual(new Map())
})

test('the time that is asked about is whole minutes around what is seen', () => {
  expect(askedTime(61_000, 119_999)).toEqual({ from: 60_000, to: 120_000 })
  expect(askedTime(60_000, 120_000)).toEqual({ from: 60_000, to: 180_000 })
})
