import { describe, expect, it } from 'vitest'
import { noon } from '../../support/feed.ts'
import { evse, Feed2, user } from '../../support/feed2.ts'

const minute = 60_000

/** A session from minute 0 to minute 1 whose end never comes. */
function cutOff(): Feed2 {
  const feed = new Feed2().connect()
  feed.told('Started', 0, { chargingState: 'Charging' }, { ...evse, ...user('A'), ...feed.register(1000) })
  feed.wait(60).told('Updated', 1, {}, feed.register(1500))
  return feed
}

describe('a session of 2.x whose end is lost', () => {
  it('is over when the next one begins on its connector, from when it was told of last', () => {
    const feed = cutOff()
    expect(feed.rows.sessions).toMatchObject([{ transactionId: 'TX-1', endedAt: null }])
    const next = feed.wait(600).told('Started', 0, { transactionId: 'TX-2', chargingState: 'EVConnected' }, { ...evse, ...user('B') })
    const reason = 'No end was reported'
    expect(feed.rows.sessions).toMatchObject([
      {
        transactionId: 'TX-1',
        endedAt: noon + minute,
        endedBy: null,
        reason,
        energyWh: 500,
        paymentState: 'charged',
        endSeq: next.entry.seq,
      },
      { transactionId: 'TX-2', endedAt: null },
    ])
    expect(feed.codes(next)).toContain('session-still-open')
    expect(next.entry.sessionId).toBe(next.entry.seq)
    expect(feed.memory.charger.connectors).toMatchObject([{ status: 'Preparing', session: { transactionId: 'TX-2' } }])
  })

  it('ends as the charger says when its end comes after all', () => {
    const feed = cutOff()
    feed.wait(600).told('Started', 0, { transactionId: 'TX-2' }, { ...evse, ...user('B') })
    const timestamp = feed.iso(noon + 5 * minute)
    const end = feed.wait(10).told('Ended', 2, { stoppedReason: 'PowerLoss' }, { offline: true, timestamp })
    expect(feed.rows.sessions[0]).toMatchObject({
      endedAt: noon + 5 * minute,
      endedBy: 'charger',
      reason: 'PowerLoss',
      endSeq: end.entry.seq,
    })
    expect(feed.rows.marks.filter(({ kind }) => kind === 'session-end')).toHaveLength(1)
  })

  it('goes on where the charger tells more of it than of a moment before the next one', () => {
    const feed = cutOff()
    feed.wait(600).told('Started', 0, { transactionId: 'TX-2' }, { ...evse, ...user('B') })
    feed.wait(60).told('Updated', 2, { chargingState: 'SuspendedEV' })
    expect(feed.rows.sessions[0]).toMatchObject({ endedAt: null, endedBy: null, reason: null, endSeq: null, paymentState: 'open' })
  })

  it('stays open where another begins on another connector', () => {
    const feed = cutOff()
    feed.wait(600).told('Started', 0, { transactionId: 'TX-2' }, { evse: { id: 2, connectorId: 1 }, ...user('B') })
    expect(feed.rows.sessions).toMatchObject([{ endedAt: null }, { endedAt: null }])
  })
})
