import { describe, expect, it } from 'vitest'
import { Feed, noon } from '../../support/feed.ts'

const session = (feed: Feed) => feed.rows.sessions[0]

describe('a session', () => {
  it('runs from StartTransaction to StopTransaction, and its energy is the register minus the start', () => {
    const feed = new Feed().connect()
    const { call } = feed.start(42)
    expect(feed.memory.charger.connectors[0]?.session).toMatchObject({ transactionId: '42', paymentState: 'open' })
    feed.wait(60).meter(3410, { transactionId: 42 })
    expect(session(feed)?.energyWh).toBe(2410)
    const stop = feed.wait(60).stop(42, 3500, { reason: 'EVDisconnected' })
    expect(feed.rows.sessions).toEqual([
      expect.objectContaining({
        id: call.entry.seq,
        connectorId: 1,
        transactionId: '42',
        userId: 'TAG',
        startedAt: noon,
        endedAt: noon + 120_000,
        meterStartWh: 1000,
        meterStopWh: 3500,
        energyWh: 2500,
        reason: 'EVDisconnected',
        endedBy: 'charger',
        paymentState: 'charged',
        cost: null,
        endSeq: stop.entry.seq,
      }),
    ])
    expect(feed.memory.charger.connectors[0]?.session).toBeNull()
    expect(feed.rows.marks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'session-start: Session 42 started by TAG',
      'session-end: Session 42 ended: 2.50 kWh, EVDisconnected',
    ])
  })

  it('is stopped at the charger where no reason is given, as the standard says', () => {
    const feed = new Feed().connect()
    feed.start(1)
    feed.stop(1, 1000)
    expect(session(feed)?.reason).toBe('Local')
  })

  it('that began and ended while the charger was offline is placed where it happened', () => {
    const feed = new Feed().connect()
    feed.wait(60).status(1, 'Available', { timestamp: feed.iso() })
    feed.event('disconnect', { code: 1006 })
    feed.connection = 2
    feed.wait(7200).connect()
    const { call } = feed.start(9, { timestamp: feed.iso(feed.at - 3_600_000) })
    feed.stop(9, 5000, {
      timestamp: feed.iso(feed.at - 600_000),
      transactionData: [{ timestamp: feed.iso(feed.at - 1_200_000), sampledValue: [{ value: '4000' }] }],
    })
    expect(feed.codes(call)).toEqual(['late'])
    expect(session(feed)).toMatchObject({ startedAt: feed.at - 3_600_000, endedAt: feed.at - 600_000, energyWh: 4000 })
    expect(feed.rows.samples).toMatchObject([{ at: feed.at - 1_200_000, energyWh: 4000, connectorId: 1, transactionId: '9' }])
  })

  it('counts as idle the time in which the car takes no power, but none in which nothing is known', () => {
    const feed = new Feed().connect()
    feed.start(1)
    feed.status(1, 'Charging')
    feed.wait(100).status(1, 'SuspendedEV')
    feed.wait(50).status(1, 'SuspendedEVSE')
    feed.wait(20).status(1, 'SuspendedEV')
    feed.wait(5).event('disconnect', { code: 1006 })
    feed.connection = 2
    feed.wait(500).connect()
    feed.wait(5).status(1, 'Finishing')
    feed.wait(40).stop(1, 2000)
    feed.wait(1000).status(1, 'Available')
    expect(session(feed)?.idleMs).toBe((50 + 5 + 5 + 40) * 1000)
  })

  it('is one session although the charger repeats StartTransaction and gets another id', () => {
    const feed = new Feed().connect()
    const timestamp = feed.iso()
    feed.start(1, { timestamp })
    feed.wait(30)
    expect(feed.codes(feed.start(2, { timestamp }).answer)).toEqual(['repeated-start'])
    feed.stop(2, 1500)
    expect(feed.rows.sessions).toMatchObject([{ transactionId: '2', energyWh: 500, paymentState: 'charged' }])
  })

  it('of a refused user is none, unless the charger goes on with it', () => {
    const feed = new Feed().connect()
    feed.start(1, {}, { idTagInfo: { status: 'Blocked' } })
    expect(feed.rows.sessions).toEqual([])
    feed.wait(5).stop(1, 1000, { reason: 'DeAuthorized' })
    expect(feed.rows.sessions).toMatchObject([{ transactionId: '1', reason: 'DeAuthorized', energyWh: 0 }])
  })

  it('does not exist before the answer has given it an id', () => {
    const feed = new Feed().connect()
    feed.frame('in', '[2,"s","StartTransaction",{"connectorId":1,"idTag":"X","meterStart":0,"timestamp":"2026-03-01T10:00:00Z"}]')
    feed.frame('out', '[4,"s","InternalError","",{}]')
    expect(feed.rows.sessions).toEqual([])
  })
})

describe('what chargers get wrong about sessions', () => {
  it('StopTransaction twice ends it once', () => {
    const feed = new Feed().connect()
    feed.start(1)
    feed.wait(10).stop(1, 2000)
    const again = feed.wait(500).stop(1, 9000)
    expect(feed.codes(again)).toEqual(['duplicate-stop'])
    expect(session(feed)).toMatchObject({ endedAt: noon + 10_000, energyWh: 1000 })
    expect(again.entry.sessionId).toBe(session(feed)?.id)
  })

  it('an unknown transaction id makes nothing up', () => {
    const feed = new Feed().connect()
    expect(feed.codes(feed.stop(999, 5000))).toEqual(['unknown-transaction'])
    expect(feed.codes(feed.meter(5000, { transactionId: 999 }))).toEqual(['unknown-transaction'])
    expect(feed.rows.sessions).toEqual([])
    expect(feed.rows.samples).toMatchObject([{ transactionId: '999', energyWh: 5000 }])
  })

  it.each([0, -1])('transaction id %i is taken for the only session that runs', (id) => {
    const feed = new Feed().connect()
    feed.start(7)
    expect(feed.codes(feed.wait(10).meter(1200, { transactionId: id }))).toEqual(['no-transaction-id'])
    expect(session(feed)?.energyWh).toBe(200)
    expect(feed.codes(feed.stop(id, 1300))).toEqual(['no-transaction-id'])
    expect(session(feed)).toMatchObject({ transactionId: '7', energyWh: 300, paymentState: 'charged' })
  })

  it('transaction id 0 is taken for none where several run', () => {
    const feed = new Feed().connect()
    feed.start(1)
    feed.start(2, { connectorId: 2 })
    expect(feed.codes(feed.stop(0, 1300))).toEqual(['unknown-transaction'])
    expect(feed.rows.sessions.map(({ endedAt }) => endedAt)).toEqual([null, null])
  })

  it('MeterValues after StopTransaction change nothing but are kept', () => {
    const feed = new Feed().connect()
    feed.start(1)
    feed.stop(1, 2000)
    expect(feed.codes(feed.wait(5).meter(2100, { transactionId: 1 }))).toEqual(['meter-after-stop'])
    expect(session(feed)?.energyWh).toBe(1000)
    expect(feed.rows.samples).toHaveLength(1)
  })

  it('a meter that goes backwards is told, and takes no energy away', () => {
    const feed = new Feed().connect()
    feed.start(1)
    feed.wait(10).meter(3000, { transactionId: 1 })
    expect(feed.codes(feed.wait(10).meter(10, { transactionId: 1 }))).toEqual(['meter-backwards'])
    expect(feed.codes(feed.wait(10).stop(1, 0))).toEqual(['meter-backwards'])
    expect(session(feed)).toMatchObject({ energyWh: 2000, meterStopWh: 0 })
  })

  it('a StopTransaction in whole Wh is not thought to go backwards for a fraction', () => {
    const feed = new Feed().connect()
    feed.start(1)
    feed.wait(10).meter('1009.7', { transactionId: 1 })
    expect(feed.codes(feed.wait(1).stop(1, 1009))).toEqual([])
    expect(session(feed)?.energyWh).toBe(9)
  })

  it('a start at 0 Wh on a meter that counts its life does not give a session of megawatt-hours', () => {
    const feed = new Feed().connect()
    feed.start(1, { meterStart: 0 })
    expect(feed.codes(feed.wait(60).meter(5_000_000, { transactionId: 1 }))).toEqual(['meter-start-zero'])
    feed.wait(60).meter(5_000_200, { transactionId: 1 })
    expect(session(feed)?.energyWh).toBe(200)
    feed.wait(60).stop(1, 5_000_300)
    expect(session(feed)?.energyWh).toBe(300)
  })

  it('a missing meterStart leaves the energy that the samples show', () => {
    const feed = new Feed().connect()
    feed.start(1, { meterStart: null })
    feed.wait(10).meter(500, { transactionId: 1 })
    feed.wait(10).meter(800, { transactionId: 1 })
    expect(session(feed)).toMatchObject({ meterStartWh: null, energyWh: 300 })
  })
})
