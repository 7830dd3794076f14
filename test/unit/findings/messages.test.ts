import { describe, expect, it } from 'vitest'
import { connectorStates } from '../../../src/shared/domain/state.ts'
import { Feed } from '../../support/feed.ts'
import { bootedCharger, bootedCharger2, disconnect, found, only } from '../../support/findings.ts'

describe('a fault', () => {
  it('says what its code means and what to do, until it is gone', () => {
    const feed = bootedCharger()
    feed.status(1, 'Faulted', { errorCode: 'GroundFailure', vendorErrorCode: 'CX002', info: 'RCD DC' })
    const finding = only(feed, 'fault')
    expect(finding).toMatchObject({ severity: 'error', state: 'open', title: 'Fault: GroundFailure', connectorId: 1 })
    expect(finding.text).toContain('the residual-current protection has tripped, or earth is missing')
    expect(finding.text).toContain('RCD DC')
    expect(finding.advice).toContain('insulation')
    feed.status(1, 'Faulted', { errorCode: 'GroundFailure', vendorErrorCode: 'CX002', info: 'RCD DC' })
    feed.wait(60).status(1, 'Available')
    expect(only(feed, 'fault')).toMatchObject({ state: 'over', count: 1 })
  })
  it('that comes again is the same finding; another code is another', () => {
    const feed = bootedCharger()
    for (const errorCode of ['OverVoltage', 'NoError', 'OverVoltage', 'HighTemperature']) feed.status(1, 'Charging', { errorCode })
    expect(found(feed, 'fault')).toMatchObject([
      { title: 'Fault: OverVoltage', count: 2, state: 'over', severity: 'warning' },
      { title: 'Fault: HighTemperature', count: 1, state: 'open' },
    ])
    expect(found(feed, 'fault')[0]?.text).toContain('It can charge all the same.')
  })
  it('of 2.x is found in NotifyEvent and in StatusNotification', () => {
    const feed = bootedCharger2()
    const event = (actualValue: string) => ({
      eventId: 1,
      timestamp: feed.iso(),
      trigger: 'Alerting',
      actualValue,
      techCode: 'CX014',
      component: { name: 'EVSE', evse: { id: 1 } },
      variable: { name: 'Problem' },
      eventNotificationType: 'HardWiredMonitor',
    })
    feed.exchange('in', 'NotifyEvent', { generatedAt: feed.iso(), seqNo: 0, eventData: [event('true')] })
    expect(only(feed, 'fault').text).toContain('the control pilot between charger and car is faulty')
    feed.exchange('in', 'NotifyEvent', { generatedAt: feed.iso(), seqNo: 0, eventData: [event('false')] })
    expect(only(feed, 'fault').state).toBe('over')
    feed.reported('Faulted', 2)
    expect(found(feed, 'fault')).toHaveLength(2)
  })
  it('is no NoError', () => {
    const feed = bootedCharger()
    for (const state of ['Available', 'Preparing', 'Charging']) feed.status(1, state)
    expect(found(feed, 'fault')).toEqual([])
  })
  it('whose codes are made up without end stays a bounded number of findings', () => {
    const feed = bootedCharger()
    for (let code = 0; code < 200; code++) feed.status(1, 'Faulted', { errorCode: `Code${code}` })
    expect(found(feed, 'fault').length).toBeLessThanOrEqual(21)
    expect(found(feed, 'fault').reduce((sum, { count }) => sum + count, 0)).toBe(200)
  })
})

describe('states in an order', () => {
  /** The table of OCPP 1.6 §4.9, row by row: whether a state may be followed by Available, Preparing, Charging … */
  const table: Record<string, string> = {
    Available: '.xxxx.xxx',
    Preparing: 'x.xxxx..x',
    Charging: 'x..xxx.xx',
    SuspendedEV: 'x.x.xx.xx',
    SuspendedEVSE: 'x.xx.x.xx',
    Finishing: 'xx.....xx',
    Reserved: 'xx.....xx',
    Unavailable: 'xxxxx...x',
    Faulted: 'xxxxxxxx.',
  }
  it('are found exactly where the table of the standard has no transition', () => {
    for (const [from, row] of Object.entries(table)) {
      for (const [index, to] of connectorStates.entries()) {
        const feed = bootedCharger()
        feed.status(1, from)
        feed.status(1, to)
        const allowed = row[index] === 'x' || from === to
        expect(found(feed, 'status-transition').map(({ text }) => text)).toEqual(allowed ? [] : [`Connector 1 went from ${from} to ${to}.`])
      }
    }
  })
  it('are not judged over a disconnect, a reboot, or between connectors', () => {
    const feed = bootedCharger()
    feed.status(1, 'Charging')
    feed.status(2, 'Reserved')
    disconnect(feed)
    feed.connection += 1
    feed.connect().status(1, 'Preparing')
    expect(found(feed, 'status-transition')).toEqual([])
  })
  it('that connector 0 cannot have are found', () => {
    const feed = bootedCharger()
    feed.status(0, 'Available')
    feed.status(0, 'Charging')
    expect(only(feed, 'status-transition').text).toContain('Connector 0')
  })
})

describe('transfers', () => {
  it('of firmware and diagnostics that fail are found with what failed', () => {
    const feed = bootedCharger()
    for (const status of ['Downloading', 'DownloadFailed']) feed.exchange('in', 'FirmwareStatusNotification', { status })
    for (const status of ['Uploading', 'UploadFailed']) feed.exchange('in', 'DiagnosticsStatusNotification', { status })
    expect(only(feed, 'firmware-failed').text).toBe('The charger reports "DownloadFailed": the download failed.')
    expect(only(feed, 'upload-failed')).toMatchObject({ severity: 'error', count: 1 })
    const feed2 = bootedCharger2()
    feed2.exchange('in', 'LogStatusNotification', { status: 'PermissionDenied', requestId: 1 })
    feed2.exchange('in', 'FirmwareStatusNotification', { status: 'InvalidSignature', requestId: 1 })
    expect(only(feed2, 'upload-failed').text).toContain('did not let the charger write')
    expect(only(feed2, 'firmware-failed').text).toContain('signature')
  })
  it('that succeed are not found', () => {
    const feed = bootedCharger()
    for (const status of ['Downloading', 'Downloaded', 'Installing', 'Installed'])
      feed.exchange('in', 'FirmwareStatusNotification', { status })
    for (const status of ['Uploading', 'Uploaded', 'Idle']) feed.exchange('in', 'DiagnosticsStatusNotification', { status })
    expect([...found(feed, 'firmware-failed'), ...found(feed, 'upload-failed')]).toEqual([])
  })
})

describe('messages against their schemas', () => {
  it('are one finding for each kind of violation, however many they are', () => {
    const feed = bootedCharger()
    for (let time = 0; time < 50; time++) feed.exchange('in', 'Heartbeat', { extra: time, more: time })
    feed.exchange('in', 'Authorize', {})
    expect(found(feed, 'schema').map(({ title, count }) => [title, count])).toEqual([
      ['Messages against the standard: field too many', 50],
      ['Messages against the standard: field missing', 1],
    ])
  })
  it('of the central system are told apart from those of the charger, and from what was sent on purpose', () => {
    const feed = bootedCharger()
    feed.exchange('out', 'Reset', { type: 'Gentle' }, { status: 'Rejected' })
    expect(only(feed, 'our-schema')).toMatchObject({ count: 1, severity: 'warning' })
    expect(found(feed, 'schema')).toEqual([])
  })
  it('are none where they fit', () => {
    const feed = bootedCharger()
    feed.status(1, 'Available')
    expect([...found(feed, 'schema'), ...found(feed, 'our-schema')]).toEqual([])
  })
})

describe('secrets', () => {
  const key = { key: 'AuthorizationKey', value: '0123456789abcdef0123' }
  const connected = (tls: object | null | undefined): Feed => {
    const feed = new Feed()
    feed.event('connect', { protocol: 'ocpp1.6', url: '/CP-1', remoteAddress: '10.0.0.7', ...(tls === undefined ? {} : { tls }) })
    feed.exchange('out', 'ChangeConfiguration', key, { status: 'Accepted' })
    return feed
  }
  it('that go over an open connection are found, and never repeated', () => {
    const finding = only(connected(null), 'secrets-in-clear')
    expect(finding).toMatchObject({ severity: 'warning', text: 'ChangeConfiguration carried a secret, such as a password or a key.' })
    expect(JSON.stringify(finding)).not.toContain(key.value)
  })
  it('are a notice where the log does not say whether it was encrypted', () => {
    expect(only(connected(undefined), 'secrets-in-clear').severity).toBe('notice')
  })
  it('are fine over TLS, and settings that are none are fine', () => {
    const plain = bootedCharger()
    plain.exchange('out', 'ChangeConfiguration', { key: 'HeartbeatInterval', value: '60' }, { status: 'Accepted' })
    expect([...found(connected({ version: 'TLSv1.3' }), 'secrets-in-clear'), ...found(plain, 'secrets-in-clear')]).toEqual([])
  })
})

describe('what is not supported', () => {
  const ask = (feed: Feed, action: string, direction: 'in' | 'out' = 'out') => {
    const id = `ask-${feed.all.length}`
    feed.frame(direction, JSON.stringify([2, id, action, {}]))
    feed.frame(direction === 'out' ? 'in' : 'out', JSON.stringify([4, id, 'NotImplemented', '', {}]))
  }
  it('and is asked for three times is found, for either side', () => {
    const feed = bootedCharger()
    for (let time = 0; time < 4; time++) ask(feed, 'GetLocalListVersion')
    for (let time = 0; time < 3; time++) ask(feed, 'MagicCall', 'in')
    expect(found(feed, 'unsupported-repeated')).toMatchObject([
      { count: 4, text: 'The central system asks for GetLocalListVersion, which the charger does not support.' },
      { count: 3, text: 'The charger asks for MagicCall, which the central system does not support.' },
    ])
  })
  it('and is tried twice, or each thing once, is not found', () => {
    const feed = bootedCharger()
    for (const action of ['GetLocalListVersion', 'GetLocalListVersion', 'ReserveNow', 'ClearCache', 'UnlockConnector']) ask(feed, action)
    expect(found(feed, 'unsupported-repeated')).toEqual([])
  })
})
