import { expect, it } from 'vitest'
import { Feed, noon } from '../../support/feed.ts'

const minute = 60_000

/** A charger whose clock differs by so much in each of its status messages, one a minute from minute 1 on. */
function course(...offsetsMs: number[]): Feed {
  const feed = new Feed().connect()
  offsetsMs.forEach((offsetMs, i) => {
    feed.at = noon + (i + 1) * minute
    feed.status(1, i % 2 === 0 ? 'Available' : 'Preparing', { timestamp: feed.iso(feed.at + offsetMs) })
  })
  return feed
}

it('the course of the clock has a row when the offset has changed, and none while it stays', () => {
  const { rows } = course(4_000, 4_100, 4_020, 9_000, 9_010)
  expect(rows.clock.map(({ at, measuredMs, offsetMs }) => [(at - noon) / minute, measuredMs, offsetMs])).toEqual([
    [1, 4_000, 4_000],
    [4, 9_000, 9_000],
  ])
})

it('a clock that stays as it is has a row every ten minutes, so that the line does not end', () => {
  const { rows } = course(...Array.from({ length: 25 }, () => -1_000))
  expect(rows.clock.map(({ at }) => (at - noon) / minute)).toEqual([1, 11, 21])
})

it('a delayed message is shown as it was measured, and does not move the offset that times are corrected by', () => {
  const { rows } = course(4_000, -16_000)
  expect(rows.clock.at(-1)).toMatchObject({ measuredMs: -16_000, offsetMs: 4_000 })
})

it('has no row for a charger that tells no time', () => {
  const feed = new Feed().connect()
  feed.wait(60).status(1, 'Available')
  expect(feed.rows.clock).toEqual([])
})
