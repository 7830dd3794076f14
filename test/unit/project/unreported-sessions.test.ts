import { describe, expect, it } from 'vitest'
import { Feed, noon } from '../../support/feed.ts'

const minute = 60_000
const noEnd = 'No end was reported'

/** A session of 1.6 from minute 0, heard of last in minute 1, whose StopTransaction never comes; another begins in minute 11. */
function cutOff(next: object = {}): { feed: Feed; begun: ReturnType<Feed['start']> } {
  const feed = new Feed().connect()
  feed.start(1)
  feed.wait(60).meter(1500, { transactionId: 1 })
  return { feed, begun: feed.wait(600).start(2, { idTag: 'OTHER', ...next }) }
}

describe('a session of 1.6 whose StopTransaction was lost', () => {
  it('is over when the next one begins on its connector, from when it was heard of last', () => {
    const { feed, begun } = cutOff()
    expect(feed.rows.sessions).toMatchObject([
      { transactionId: '1', endedAt: noon + minute, endedBy: null, reason: noEnd, energyWh: 500, paymentState: 'charged' },
      { transactionId: '2', endedAt: null },
    ])
    expect(feed.codes(begun.answer)).toEqual(['session-still-open'])
    expect(begun.answer.entry.sessionId).toBe(begun.call.entry.seq)
    expect(feed.memory.charger.connectors).toMatchObject([{ session: { transactionId: '2' } }])
    feed.stop(2, 2000)
    expect(feed.memory.charger.connectors).toMatchObject([{ session: null }])
  })

  it('lasts as long as its connector said that it was charging or suspended, and is idle no longer', () => {
    const feed = new Feed().connect()
    feed.start(1)
    feed.status(1, 'Charging')
    feed.wait(300).status(1, 'SuspendedEV')
    feed.wait(60).status(1, 'Finishing')
    feed.wait(3000).status(1, 'Available')
    feed.wait(60).start(2)
    expect(feed.rows.sessions[0]).toMatchObject({ endedAt: noon + 6 * minute, idleMs: minute, reason: noEnd })
  })

  it('lasts until the next one where its connector was charging all the time', () => {
    const feed = new Feed().connect()
    feed.status(1, 'Charging')
    feed.start(1)
    feed.wait(600).start(2)
    expect(feed.rows.sessions[0]).toMatchObject({ endedAt: noon + 10 * minute })
  })

  it('ends as the charger says when its StopTransaction comes after all', () => {
    const { feed } = cutOff()
    const timestamp = feed.iso(noon + 5 * minute)
    const stop = feed.wait(5).stop(1, 2100, { timestamp, reason: 'PowerLoss' })
    expect(feed.rows.sessions[0]).toMatchObject({
      endedAt: noon + 5 * minute,
      endedBy: 'charger',
      reason: 'PowerLoss',
      energyWh: 1100,
      meterStopWh: 2100,
      endSeq: stop.entry.seq,
    })
    expect(feed.codes(stop)).toEqual(['late'])
    expect(feed.rows.marks.filter(({ kind }) => kind === 'session-end')).toHaveLength(1)
    expect(feed.memory.charger.connectors).toMatchObject([{ session: { transactionId: '2' } }])
    expect(feed.codes(feed.stop(1, 2100, { timestamp, reason: 'PowerLoss' }))).toContain('duplicate-stop')
  })

  it('goes on beside the next one where its meter is read again after that has begun', () => {
    const { feed } = cutOff()
    feed.wait(60).meter(1800, { transactionId: 1 })
    expect(feed.rows.sessions).toMatchObject([
      { transactionId: '1', endedAt: null, reason: null, endSeq: null, paymentState: 'open', energyWh: 800 },
      { transactionId: '2', endedAt: null },
    ])
    const third = feed.wait(60).start(3)
    expect(feed.rows.sessions.map(({ endedAt }) => endedAt === null)).toEqual([false, false, true])
    expect(feed.codes(third.answer)).toEqual(['session-still-open', 'session-still-open'])
  })

  it('takes in readings of before the next one that come late, and stays over', () => {
    const { feed } = cutOff()
    const meterValue = [{ timestamp: feed.iso(noon + 4 * minute), sampledValue: [{ value: '1900' }] }]
    feed.wait(5).exchange('in', 'MeterValues', { connectorId: 1, transactionId: 1, meterValue })
    expect(feed.rows.sessions[0]).toMatchObject({ endedAt: noon + 4 * minute, energyWh: 900, reason: noEnd })
  })

  it('is over too where the one that began after it is told of first', () => {
    const feed = new Feed().connect()
    feed.wait(600).start(2)
    feed.wait(10).start(1, { timestamp: feed.iso(noon) })
    expect(feed.rows.sessions).toMatchObject([
      { transactionId: '2', endedAt: null },
      { transactionId: '1', reason: noEnd },
    ])
    expect(feed.memory.charger.connectors).toMatchObject([{ session: { transactionId: '2' } }])
  })

  it('stays open where another begins on another connector', () => {
    const { feed } = cutOff({ connectorId: 2 })
    expect(feed.rows.sessions).toMatchObject([{ endedAt: null }, { endedAt: null }])
  })

  it('keeps its payment voided', () => {
    const { feed } = cutOff()
    feed.event('action', { action: 'force-end', transactionId: '1', connectorId: 1 })
    feed.wait(5).stop(1, 2100)
    expect(feed.rows.sessions[0]).toMatchObject({ endedBy: 'charger', energyWh: 1100, paymentState: 'voided' })
  })
})
