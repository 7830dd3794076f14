import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Interpretation } from '../../../src/main/core/interpret/types.ts'
import { Feed, noon } from '../../support/feed.ts'
import { evse, Feed2, user } from '../../support/feed2.ts'

type Tell = [eventType: 'Started' | 'Updated' | 'Ended', seqNo: number, info?: object, more?: object]

/** A TransactionEvent that the central system does not take. */
function refuse(feed: Feed2, [eventType, seqNo, info, more]: Tell, errorCode = 'SecurityError'): Interpretation {
  const id = `r${feed.all.length}`
  feed.frame('in', JSON.stringify([2, id, 'TransactionEvent', feed.toldPayload(eventType, seqNo, info, more)]))
  return feed.frame('out', JSON.stringify([4, id, errorCode, 'The registration is Pending.', {}]))
}

const start: Tell = ['Started', 0, { chargingState: 'Charging' }, { ...evse, ...user('A') }]

describe('a session of 2.x that is refused because the charger is not accepted', () => {
  it('is none, but what the charger does is shown', () => {
    const feed = new Feed2().connect()
    feed.reported('Occupied')
    refuse(feed, start)
    expect(feed.rows.sessions).toEqual([])
    expect(feed.rows.marks).toEqual([])
    expect(feed.memory.charger.connectors).toMatchObject([{ status: 'Charging', session: null }])
    expect(feed.rows.states('connector:1')).toEqual(['Preparing', 'Charging'])
  })

  it('begins when the charger sends it again once it is accepted, from when it really started', () => {
    const feed = new Feed2().connect()
    refuse(feed, start)
    refuse(feed, start)
    const [eventType, seqNo, info, more] = start
    const again = feed.wait(30).told(eventType, seqNo, info, { ...more, timestamp: feed.iso(noon) })
    expect(feed.rows.sessions).toMatchObject([{ id: again.entry.seq, userId: 'A', startedAt: noon, endedAt: null }])
    expect(feed.codes(again)).toEqual([])
    expect(feed.rows.marks.map(({ kind, seq }) => [kind, seq])).toEqual([['session-start', again.entry.seq]])
  })

  it('begins with the next message, too, and with what was told before', () => {
    const feed = new Feed2().connect()
    refuse(feed, ['Started', 0, {}, { ...evse, ...user('A'), ...feed.register(1000) }])
    feed.wait(60).told('Updated', 1, { chargingState: 'Charging' }, feed.register(1600))
    expect(feed.rows.sessions).toMatchObject([{ userId: 'A', startedAt: noon, energyWh: 600 }])
  })

  it('that began before the charger was turned away goes on, and ends as the charger says', () => {
    const feed = new Feed2().connect()
    feed.told('Started', 0, { chargingState: 'Charging' }, { ...evse, ...user('A') })
    refuse(feed.wait(60), ['Ended', 1, { stoppedReason: 'EVDisconnected' }])
    expect(feed.rows.sessions).toMatchObject([{ startedAt: noon, endedAt: noon + 60_000, reason: 'EVDisconnected' }])
  })

  it('is none also where its end was the only message of it', () => {
    const feed = new Feed2().connect()
    refuse(feed, ['Ended', 4, { stoppedReason: 'Local' }, evse])
    expect(feed.rows.sessions).toEqual([])
    expect(feed.rows.marks).toEqual([])
  })

  it('is one where the central system failed for another reason', () => {
    const feed = new Feed2().connect()
    refuse(feed, start, 'InternalError')
    expect(feed.rows.sessions).toHaveLength(1)
  })
})

it('a session of 1.6 that is refused is none, but the car shows', () => {
  const feed = new Feed().connect()
  feed.status(1, 'Preparing')
  feed.frame('in', JSON.stringify([2, 's1', 'StartTransaction', { connectorId: 1, idTag: 'A', meterStart: 0, timestamp: feed.iso() }]))
  feed.frame('out', JSON.stringify([4, 's1', 'SecurityError', 'The registration is Pending.', {}]))
  expect(feed.rows.sessions).toEqual([])
  expect(feed.memory.charger.connectors).toMatchObject([{ status: 'Preparing', session: null }])
})

it('messages of which some are refused leave only sessions that a message which was taken told of', () => {
  const told = fc.tuple(fc.constantFrom('Started', 'Updated', 'Ended'), fc.nat(4), fc.constantFrom('TX-1', 'TX-2'), fc.boolean())
  fc.assert(
    fc.property(fc.array(told, { maxLength: 12 }), (messages) => {
      const feed = new Feed2().connect()
      const taken = new Set<string>()
      for (const [eventType, seqNo, transactionId, isTaken] of messages) {
        feed.wait(5)
        if (isTaken) {
          taken.add(transactionId)
          feed.told(eventType, seqNo, { transactionId }, evse)
        } else {
          refuse(feed, [eventType, seqNo, { transactionId }, evse])
        }
      }
      expect(feed.rows.sessions.filter(({ transactionId }) => !taken.has(transactionId))).toEqual([])
      expect(feed.rows.marks.filter(({ text }) => ![...taken].some((transactionId) => text.includes(transactionId)))).toEqual([])
      const running = feed.rows.sessions.filter(({ endedAt }) => endedAt === null)
      for (const { session } of feed.memory.charger.connectors) expect([null, ...running]).toContainEqual(session)
    }),
    { numRuns: 200 },
  )
})
