import { describe, expect, it } from 'vitest'
import { Feed, noon } from '../../support/feed.ts'

describe('a connector lane', () => {
  it('begins with the first report, and a repeated state opens nothing', () => {
    const feed = new Feed().connect()
    feed.wait(5).status(1, 'Available')
    feed.wait(5).status(1, 'Available')
    feed.wait(5).status(1, 'Charging')
    expect(feed.rows.lane('connector:1')).toMatchObject([
      { state: 'Available', from: noon + 5_000, to: noon + 15_000 },
      { state: 'Charging', from: noon + 15_000, to: null, why: 'reported by the charger' },
    ])
  })

  it('is Disconnected while the charger is, and goes back to what was known, until that is confirmed', () => {
    const feed = new Feed().connect()
    feed.status(1, 'Charging')
    feed.wait(60).event('disconnect', { code: 1006, reason: '' })
    feed.connection = 2
    feed.wait(30).connect()
    expect(feed.rows.lane('connector:1')).toMatchObject([
      { state: 'Charging', to: noon + 60_000 },
      { state: 'Disconnected', lastState: 'Charging', from: noon + 60_000, to: noon + 90_000 },
      { state: 'Charging', lastState: null, from: noon + 90_000, to: null, why: 'last known, not confirmed since reconnecting' },
    ])
    feed.wait(10).status(1, 'Charging')
    expect(feed.rows.lane('connector:1')).toHaveLength(3)
    expect(feed.rows.lane('connector:1')[2]).toMatchObject({ from: noon + 90_000, why: 'last known, and confirmed since by the charger' })
  })

  it('was Disconnected from when the app was last known to run', () => {
    const feed = new Feed().connect()
    feed.wait(10).status(1, 'Available')
    const lastKnownAt = feed.at + 20_000
    feed.wait(3600).event('disconnect', { code: null, reason: 'the app ended', lastKnownAt })
    expect(feed.rows.lane('connector:1').at(-1)).toMatchObject({ state: 'Disconnected', lastState: 'Available', from: lastKnownAt })
    expect(feed.rows.lane('connection')).toMatchObject([
      { state: 'Connected', from: noon, to: lastKnownAt },
      { state: 'Disconnected', from: lastKnownAt, to: null },
    ])
  })

  it('shows a state that nobody knows as Unknown, with the word that came', () => {
    const feed = new Feed().connect()
    const reading = feed.status(2, 'Occupied')
    expect(feed.rows.lane('connector:2')).toMatchObject([{ state: 'Unknown', why: 'reported "Occupied"' }])
    expect(feed.codes(reading)).toContain('unknown-status')
    expect(feed.memory.charger.connectors).toMatchObject([{ id: 2, status: null }])
  })

  it('is not opened for connector 0, which is the charger itself', () => {
    const feed = new Feed().connect()
    feed.status(0, 'Unavailable')
    expect(feed.rows.lanes()).toEqual(['connection'])
    expect(feed.memory.charger).toMatchObject({ status: 'Unavailable', connectors: [] })
  })

  it('is not opened for more connectors than a charger can have', () => {
    const feed = new Feed().connect()
    for (let id = 1; id <= 200; id++) feed.status(id, 'Available')
    expect(feed.memory.charger.connectors).toHaveLength(64)
    expect(feed.rows.lanes()).toHaveLength(65)
  })
})

describe('the connection lane', () => {
  it('does not fall when the late close of a replaced connection comes', () => {
    const feed = new Feed().connect()
    feed.connection = 2
    feed.wait(5).connect()
    feed.give({ kind: 'replaced', connectionId: 1, raw: '{"byConnectionId":2}' })
    const late = feed.wait(5).give({ kind: 'disconnect', connectionId: 1, raw: '{"code":1006,"reason":""}' })
    expect(feed.rows.states('connection')).toEqual(['Connected'])
    expect(feed.memory.charger).toMatchObject({ connected: true, connectionId: 2 })
    expect(late.entry).toMatchObject({ severity: 'none', summary: expect.stringMatching(/^A former connection has closed/) })
  })

  it('rises where frames come without a recorded connect, but not for stragglers of the lost connection', () => {
    const feed = new Feed()
    feed.frame('in', '[2,"1","Heartbeat",{}]')
    expect(feed.rows.lane('connection')).toMatchObject([{ state: 'Connected', why: 'heard from without a recorded connect' }])
    feed.event('disconnect', { code: 1006 })
    feed.frame('in', '[2,"2","Heartbeat",{}]')
    expect(feed.memory.charger.connected).toBe(false)
    feed.connection = 2
    feed.frame('in', '[2,"3","Heartbeat",{}]')
    expect(feed.rows.states('connection')).toEqual(['Connected', 'Disconnected', 'Connected'])
  })
})

describe('the charger', () => {
  it('shows what it said at boot, and how that was answered', () => {
    const feed = new Feed().connect()
    const boot = { chargePointVendor: 'Vendor', chargePointModel: 'X1', firmwareVersion: '3.2.1', chargePointSerialNumber: 'S1' }
    feed.exchange('in', 'BootNotification', boot, { status: 'Pending', currentTime: feed.iso(), interval: 60 })
    expect(feed.memory.charger).toMatchObject({
      protocol: 'ocpp1.6',
      remoteAddress: '10.0.0.7',
      registration: 'pending',
      bootInfo: { vendor: 'Vendor', model: 'X1', firmwareVersion: '3.2.1', serialNumber: 'S1', iccid: null, at: noon },
    })
    expect(feed.rows.marks).toMatchObject([{ kind: 'boot', text: 'Boot: Vendor X1, firmware 3.2.1' }])
  })

  it('has not restarted when its BootNotification was asked for', () => {
    const feed = new Feed().connect()
    feed.exchange('out', 'TriggerMessage', { requestedMessage: 'BootNotification' }, { status: 'Accepted' })
    feed.wait(2).exchange('in', 'BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' }, { status: 'Accepted' })
    expect(feed.rows.marks).toEqual([])
    feed.wait(600).exchange('in', 'BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' }, { status: 'Accepted' })
    expect(feed.rows.marks).toHaveLength(1)
  })

  it('keeps a fault as its last error, with a mark, once', () => {
    const feed = new Feed().connect()
    feed.status(1, 'Faulted', { errorCode: 'GroundFailure', vendorErrorCode: 'E17' })
    feed.status(1, 'Faulted', { errorCode: 'GroundFailure', vendorErrorCode: 'E17' })
    expect(feed.memory.charger.lastError).toMatchObject({ text: 'Connector 1: fault GroundFailure, E17' })
    expect(feed.rows.marks).toMatchObject([{ kind: 'fault', connectorId: 1 }])
  })

  it('shows no power once it no longer charges, or is no longer there', () => {
    const feed = new Feed().connect()
    const power = { meterValue: [{ timestamp: feed.iso(), sampledValue: [{ value: '7200', measurand: 'Power.Active.Import' }] }] }
    feed.status(1, 'Charging')
    feed.meter(0, power)
    feed.status(1, 'SuspendedEV')
    expect(feed.memory.charger.connectors[0]?.powerW).toBeNull()
    feed.status(1, 'Charging')
    feed.meter(0, power)
    expect(feed.memory.charger.connectors[0]?.powerW).toBe(7200)
    feed.event('disconnect', { code: 1006 })
    expect(feed.memory.charger.connectors[0]?.powerW).toBeNull()
  })

  it('shows its firmware status', () => {
    const feed = new Feed().connect()
    feed.exchange('in', 'FirmwareStatusNotification', { status: 'Downloading' })
    expect(feed.memory.charger.firmwareStatus).toBe('Downloading')
  })
})
