import { describe, expect, it } from 'vitest'
import type { PaymentMethod, PriceGroup } from '../../../src/shared/domain/money.ts'
import { Feed } from '../../support/feed.ts'

const card: PaymentMethod = { id: 'card', name: 'Card', charges: true }
const free: PaymentMethod = { id: 'free', name: 'Free', charges: false }
const day: PriceGroup = {
  id: 'day',
  name: 'Day',
  currency: 'EUR',
  pricePerKWh: 0.5,
  startFee: 1,
  feePerMinute: 0.1,
  idleFeePerMinute: 0.2,
}
const session = (feed: Feed) => feed.rows.sessions[0]

describe('the terms of a session', () => {
  it('come from the Start charge that asked for it, for that connector and user', () => {
    const feed = new Feed().connect()
    feed.event('action', { action: 'start', input: { connectorId: 2, userId: 'other' }, paymentMethod: free, priceGroup: null })
    feed.event('action', { action: 'start', input: { connectorId: 1, userId: 'tag' }, paymentMethod: card, priceGroup: day })
    feed.wait(20).start(1)
    expect(session(feed)).toMatchObject({ paymentMethod: card, priceGroup: day, cost: 1, currency: 'EUR' })
  })

  it('of a Start charge that came to nothing do not apply to a session much later', () => {
    const feed = new Feed().connect()
    feed.event('action', { action: 'start', input: { connectorId: 1, userId: 'TAG' }, paymentMethod: card, priceGroup: day })
    feed.wait(3600).start(1)
    expect(session(feed)?.paymentMethod).toBeNull()
  })

  it('are used for one session only', () => {
    const feed = new Feed().connect()
    feed.event('action', { action: 'start', input: { connectorId: 1, userId: 'TAG' }, paymentMethod: card, priceGroup: day })
    feed.start(1)
    feed.stop(1, 1000)
    feed.wait(10).start(2)
    expect(feed.rows.sessions[1]?.paymentMethod).toBeNull()
  })

  it('may be set before the session is known, while it runs, and after it has ended', () => {
    const feed = new Feed().connect()
    feed.event('terms', { transactionId: '1', userId: 'TAG', paymentMethod: card, priceGroup: day })
    feed.start(1)
    expect(session(feed)?.priceGroup).toEqual(day)
    feed.event('terms', { transactionId: '1', userId: 'TAG', paymentMethod: free, priceGroup: day })
    expect(session(feed)).toMatchObject({ paymentMethod: free, cost: null })
    feed.wait(600).stop(1, 3000)
    const { entry } = feed.event('terms', { transactionId: '1', userId: 'TAG', paymentMethod: card, priceGroup: day })
    expect(session(feed)).toMatchObject({ cost: 1 + 1 + 1, currency: 'EUR', paymentState: 'charged' })
    expect(entry).toMatchObject({
      sessionId: session(feed)?.id,
      summary: 'Terms of session 1: user TAG, payment method Card, price group Day',
    })
  })

  it('make a cost of energy, time and idle time, up to date with each report', () => {
    const feed = new Feed().connect()
    feed.event('terms', { transactionId: '1', paymentMethod: card, priceGroup: day })
    feed.status(1, 'Charging')
    feed.start(1)
    feed.wait(600).meter(5000, { transactionId: 1 })
    expect(session(feed)?.cost).toBe(1 + 2 + 1)
    feed.status(1, 'SuspendedEV')
    feed.wait(600).stop(1, 5000)
    expect(session(feed)?.cost).toBe(1 + 2 + 2 + 2)
  })
})

describe('force stop', () => {
  it('ends the session on our side and takes the payment away, even if the charger ends it later', () => {
    const feed = new Feed().connect()
    feed.start(1)
    feed.wait(60)
    const ended = feed.event('action', { action: 'force-end', transactionId: '1', connectorId: 1 })
    expect(ended.entry.summary).toBe('Session 1 ended by force here; its payment is taken away')
    expect(session(feed)).toMatchObject({ endedAt: feed.at, reason: 'ForceStopped', endedBy: 'central system', paymentState: 'voided' })
    expect(feed.memory.charger.connectors[0]?.session).toBeNull()
    expect(feed.codes(feed.wait(60).stop(1, 4000, { reason: 'Remote' }))).toEqual(['stop-after-force'])
    expect(session(feed)).toMatchObject({ reason: 'ForceStopped', paymentState: 'voided', meterStopWh: 4000, energyWh: 3000 })
  })

  it('voids the payment of a session that the charger then ends', () => {
    const feed = new Feed().connect()
    feed.start(1)
    feed.event('action', { action: 'void', transactionId: '1' })
    expect(session(feed)).toMatchObject({ endedAt: null, paymentState: 'voided' })
    feed.wait(5).stop(1, 2000, { reason: 'Remote' })
    expect(session(feed)).toMatchObject({ reason: 'Remote', endedBy: 'charger', paymentState: 'voided' })
  })

  it('voids the payment of a session that has just ended', () => {
    const feed = new Feed().connect()
    feed.start(1)
    feed.stop(1, 2000)
    feed.event('action', { action: 'force-end', transactionId: '1', connectorId: 1 })
    expect(session(feed)).toMatchObject({ reason: 'Local', paymentState: 'voided' })
  })
})
