import * as fc from 'fast-check'
import * as schemas from 'typed-ocpp/dist/ocpp16/schemas.js'
import { describe, expect, it } from 'vitest'
import { summariseAnswer, summariseCall, summariseError, summariseEvent, summariseMalformed } from '../../../src/shared/ocpp/summary.ts'

const actions = Object.keys(schemas)
  .filter((name) => name.endsWith('Request'))
  .map((name) => name.replace('Request', ''))
const incoming = { direction: 'in', statusBefore: null } as const
const outgoing = { direction: 'out', statusBefore: null } as const

describe('the summary of a call', () => {
  it.each(actions)('%s is a sentence of its own, also with an empty payload', (action) => {
    const words = summariseCall(action, {}, incoming)
    expect(words).not.toContain('OCPP 1.6 does not have')
    expect(words).not.toMatch(/undefined|null|\[object/)
    expect(words.length).toBeGreaterThan(5)
  })

  it.each([
    [
      'StatusNotification',
      { connectorId: 1, status: 'SuspendedEV', errorCode: 'NoError' },
      'Charging',
      'Connector 1: Charging → SuspendedEV, the car paused',
    ],
    ['StatusNotification', { connectorId: 1, status: 'Charging', errorCode: 'NoError' }, 'Charging', 'Connector 1: still Charging'],
    ['StatusNotification', { connectorId: 0, status: 'Available', errorCode: 'NoError' }, null, 'Charger: Available'],
    [
      'StatusNotification',
      { connectorId: 2, status: 'Faulted', errorCode: 'GroundFailure', vendorErrorCode: 'E7', info: 'RCD' },
      'Charging',
      'Connector 2: Charging → Faulted, error GroundFailure, vendor code E7, RCD',
    ],
    [
      'BootNotification',
      { chargePointVendor: 'Vendor', chargePointModel: 'X1', firmwareVersion: '3.2.1' },
      null,
      'Boot: Vendor X1, firmware 3.2.1',
    ],
    ['StartTransaction', { connectorId: 1, idTag: 'A1', meterStart: 1200 }, null, 'Connector 1: session starts, user A1, meter 1200 Wh'],
    [
      'StopTransaction',
      { transactionId: 9223372036854766666n, meterStop: 3500, reason: 'EVDisconnected' },
      null,
      'Session 9223372036854766666 ends, the cable was unplugged (EVDisconnected), meter 3500 Wh',
    ],
    ['FirmwareStatusNotification', { status: 'DownloadFailed' }, null, 'Firmware: download failed'],
  ])('of the charger, %s %o after %s', (action, payload, statusBefore, words) => {
    expect(summariseCall(action, payload, { direction: 'in', statusBefore })).toBe(words)
  })

  it.each([
    ['RemoteStartTransaction', { connectorId: 1, idTag: 'A1' }, 'Connector 1: start a session for user A1'],
    ['Reset', { type: 'Hard' }, 'Restart the charger (hard)'],
    ['ChangeAvailability', { connectorId: 0, type: 'Inoperative' }, 'Charger: take out of service'],
    ['ChangeConfiguration', { key: 'HeartbeatInterval', value: '60' }, 'Set HeartbeatInterval to 60'],
    ['TriggerMessage', { requestedMessage: 'StatusNotification', connectorId: 2 }, 'Ask for StatusNotification of connector 2'],
    ['GetConfiguration', {}, 'Read the whole configuration'],
  ])('of the central system, %s %o', (action, payload, words) => {
    expect(summariseCall(action, payload, outgoing)).toBe(words)
  })

  it('shows no secret', () => {
    const secret = 'hunter2hunter2hunter2'
    const lines = [
      summariseCall('ChangeConfiguration', { key: 'AuthorizationKey', value: secret }, outgoing),
      summariseCall('ChangeConfiguration', { key: 'WiFi_Password', value: secret }, outgoing),
      summariseAnswer('GetConfiguration', {}, { configurationKey: [{ key: 'AuthorizationKey', value: secret, readonly: false }] }),
      summariseCall('GetDiagnostics', { location: `ftp://user:${secret}@host/path` }, outgoing),
      summariseCall('UpdateFirmware', { location: `https://u:${secret}@host/fw.bin` }, outgoing),
    ]
    for (const line of lines) expect(line).not.toContain(secret)
  })

  it('names an action that nobody knows', () => {
    expect(summariseCall('toString', {}, incoming)).toBe('toString, an action that OCPP 1.6 does not have')
  })
})

describe('the summary of an answer', () => {
  it.each([
    ['BootNotification', { status: 'Accepted', interval: 300 }, 'accepted, heartbeat every 300 s'],
    ['BootNotification', { status: 'Pending', interval: 60 }, 'pending: the charger must wait, and may ask again after 60 s'],
    ['StartTransaction', { transactionId: 7, idTagInfo: { status: 'Accepted' } }, 'accepted, transaction 7'],
    ['Authorize', { idTagInfo: { status: 'Expired' } }, 'refused: the user has expired (Expired)'],
    ['RemoteStopTransaction', { status: 'Rejected' }, 'refused: Rejected'],
    ['UnlockConnector', { status: 'UnlockFailed' }, 'refused: the connector stays locked (UnlockFailed)'],
    ['ChangeConfiguration', { status: 'RebootRequired' }, 'accepted, needs a reboot to take effect'],
    ['MeterValues', {}, 'received'],
    [
      'GetConfiguration',
      { configurationKey: [{ key: 'HeartbeatInterval', value: '10' }], unknownKey: ['Nope'] },
      'HeartbeatInterval = 10; not known to the charger: Nope',
    ],
  ])('to %s %o', (action, answer, words) => {
    expect(summariseAnswer(action, {}, answer)).toBe(words)
  })

  it.each(actions)('to %s is words, also where it is empty', (action) => {
    const words = summariseAnswer(action, {}, {})
    expect(words.length).toBeGreaterThan(5)
    expect(words).not.toMatch(/undefined|null|\[object/)
  })
})

describe('the summary of what happened beside the frames', () => {
  it.each([
    ['connect', { protocol: 'ocpp1.6', remoteAddress: '10.0.0.7', subprotocols: ['ocpp1.6'] }, 'Connected, from 10.0.0.7, ocpp1.6'],
    ['connect', { protocol: 'ocpp1.6', subprotocols: [] }, 'Connected, ocpp1.6, taken for granted because none was offered'],
    [
      'disconnect',
      { code: 1006, reason: '' },
      'Disconnected: the connection broke without a goodbye (network, power or restart), code 1006',
    ],
    ['disconnect', { code: 4001, reason: 'kicked' }, 'Disconnected: kicked, code 4001'],
    ['refused', { reason: 'no identity in the URL', remoteAddress: '10.0.0.7' }, 'Refused: no identity in the URL, from 10.0.0.7'],
    ['refused', { reason: 'It sends no password.', remoteAddress: '10.0.0.7' }, 'Refused: It sends no password, from 10.0.0.7'],
    ['action', { action: 'start', input: { connectorId: 1, userId: 'A1' } }, 'Remote action: Start charge, connector 1, user A1'],
    ['notice', { text: 'Something' }, 'Something'],
  ])('%s %o', (kind, data, words) => {
    expect(summariseEvent(kind, data)).toBe(words)
  })
})

it('says what an error means, and what the other side adds', () => {
  expect(summariseError('Reset', 'NotSupported', 'not today')).toBe(
    'Reset failed with NotSupported: the receiver knows the action but does not support it – “not today”',
  )
  expect(summariseError(null, '', '')).toBe('A call failed with an error without a code')
  expect(summariseMalformed('an empty array')).toBe('Not an OCPP frame: an empty array')
})

it('never throws, and keeps every summary on one short line, whatever a charger writes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...actions, 'Other'),
      fc.anything({ maxDepth: 3 }),
      fc.string({ unit: 'binary' }),
      (action, payload, text) => {
        const lines = [
          summariseCall(action, payload, incoming),
          summariseCall(action, { status: text, idTag: text, key: text, connectorId: text }, outgoing),
          summariseAnswer(action, payload, payload),
          summariseError(action, text, text),
          summariseEvent('notice', { text }),
        ]
        for (const line of lines) {
          expect(line.length).toBeLessThanOrEqual(300)
          expect(line).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)
        }
      },
    ),
  )
})
