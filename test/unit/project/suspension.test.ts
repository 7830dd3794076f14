import { describe, expect, it } from 'vitest'
import { Feed, noon } from '../../support/feed.ts'
import { laneFaults } from '../../support/lane-faults.ts'

const minute = 60_000

/** A charger of 1.6 in a session, at minute 1. */
function charging(): Feed {
  const feed = new Feed().connect()
  feed.wait(60).start(7)
  feed.status(1, 'Charging')
  return feed
}

function flows(feed: Feed, powerW: number, minutes: number): void {
  feed.at = noon + minutes * minute
  const sampledValue = [{ value: String(powerW), measurand: 'Power.Active.Import', unit: 'W' }]
  feed.meter(0, { transactionId: 7, meterValue: [{ timestamp: feed.iso(), sampledValue }] })
}

const paused = (feed: Feed) =>
  feed.rows.lane('suspension:1').map(({ state, from, to }) => [state, (from - noon) / minute, to === null ? null : (to - noon) / minute])

describe('who paused a session', () => {
  it('is the car or the charger, as the charger says', () => {
    const feed = charging()
    feed.at = noon + 5 * minute
    feed.status(1, 'SuspendedEV')
    feed.at = noon + 8 * minute
    feed.status(1, 'SuspendedEVSE')
    feed.at = noon + 9 * minute
    feed.status(1, 'Charging')
    expect(paused(feed)).toEqual([
      ['SuspendedEV', 5, 8],
      ['SuspendedEVSE', 8, 9],
    ])
    expect(laneFaults(feed.rows)).toEqual([])
  })

  it('is not known while the charger is disconnected, and is what was told afterwards', () => {
    const feed = charging()
    feed.at = noon + 5 * minute
    feed.status(1, 'SuspendedEV')
    feed.at = noon + 10 * minute
    feed.event('disconnect', { code: 1006, reason: '' })
    feed.at = noon + 70 * minute
    feed.connection = 2
    feed.connect()
    feed.wait(1).status(1, 'SuspendedEVSE', { timestamp: feed.iso(noon + 30 * minute) })
    expect(paused(feed)).toEqual([
      ['SuspendedEV', 5, 10],
      ['SuspendedEVSE', 30, 70],
      ['SuspendedEVSE', 70, null],
    ])
    expect(laneFaults(feed.rows)).toEqual([])
  })

  it('has no lane where nothing was ever paused', () => {
    expect(charging().rows.lanes()).toEqual(['connection', 'connector:1'])
  })
})

describe('a charger that says Charging while nothing flows', () => {
  it('is shown from the first reading without power to the first with power', () => {
    const feed = charging()
    flows(feed, 7_200, 2)
    flows(feed, 10, 3)
    flows(feed, 0, 3.5)
    expect(paused(feed)).toEqual([])
    flows(feed, 0, 4)
    expect(paused(feed)).toEqual([['NoPower', 3, null]])
    flows(feed, 7_200, 9)
    expect(paused(feed)).toEqual([['NoPower', 3, 9]])
    expect(feed.rows.lane('suspension:1')[0]?.why).toBe('says Charging, but the meter shows 0 W')
  })

  it('is no longer inferred once the charger says who paused, or that it no longer charges', () => {
    const feed = charging()
    flows(feed, 0, 3)
    flows(feed, 0, 6)
    feed.at = noon + 7 * minute
    feed.status(1, 'SuspendedEV')
    feed.at = noon + 8 * minute
    feed.status(1, 'Finishing')
    expect(paused(feed)).toEqual([
      ['NoPower', 3, 7],
      ['SuspendedEV', 7, 8],
    ])
    expect(laneFaults(feed.rows)).toEqual([])
  })

  it('is not inferred of readings without power or current, nor of a single one', () => {
    const feed = charging()
    for (const minutes of [2, 4, 6]) {
      feed.at = noon + minutes * minute
      feed.meter(1_000)
    }
    flows(feed, 0, 7)
    flows(feed, 11_000, 20)
    expect(paused(feed)).toEqual([])
  })

  it('ends with the connection, because then nobody knows', () => {
    const feed = charging()
    flows(feed, 0, 3)
    flows(feed, 0, 5)
    feed.at = noon + 6 * minute
    feed.event('disconnect', { code: 1006, reason: '' })
    expect(paused(feed)).toEqual([['NoPower', 3, 6]])
  })
})
