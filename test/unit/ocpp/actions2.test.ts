import * as fc from 'fast-check'
import * as ocpp201 from 'typed-ocpp/dist/ocpp20/schemas.js'
import * as ocpp21 from 'typed-ocpp/dist/ocpp21/schemas.js'
import { describe, expect, it } from 'vitest'
import { categories, categoryOfAction } from '../../../src/shared/ocpp/category.ts'
import { explain } from '../../../src/shared/ocpp/explain.ts'
import { summariseAnswer, summariseCall } from '../../../src/shared/ocpp/summary.ts'
import { specification2, specification21 } from '../../../src/shared/ocpp/words/v2/specification.ts'

const actionsOf = (schemas: object) => [
  ...new Set(Object.keys(schemas).flatMap((name) => (name.endsWith('Response') ? [] : [name.replace(/Request$/, '')]))),
]
const actions = {
  'ocpp2.0.1': actionsOf(ocpp201),
  'ocpp2.1': actionsOf(ocpp21),
}
const every = (['ocpp2.0.1', 'ocpp2.1'] as const).flatMap((protocol) => actions[protocol].map((action) => [protocol, action] as const))
const both = ['in', 'out'] as const
const frame = (messageType: 'call' | 'result', action: string, payload: object = {}) => ({
  kind: 'frame',
  messageType,
  action,
  raw: JSON.stringify(messageType === 'call' ? [2, 'a', action, payload] : [3, 'a', payload]),
})

it('the schemas know the actions of both versions', () => {
  expect(actions['ocpp2.0.1'].length).toBeGreaterThan(60)
  expect(actions['ocpp2.1'].length).toBeGreaterThan(85)
  expect(actions['ocpp2.1']).toContain('NotifyPeriodicEventStream')
})

describe.each(every)('in %s, %s', (protocol, action) => {
  it('has a category, and a summary of its own in either direction, also with an empty payload', () => {
    expect(categories).toContain(categoryOfAction(action, {}))
    for (const direction of both) {
      const words = summariseCall(action, {}, { direction, statusBefore: null, protocol })
      expect(words).not.toContain('does not have')
      expect(words).not.toMatch(/undefined|null|\[object/)
      expect(words.length).toBeGreaterThan(5)
    }
    expect(summariseAnswer(action, {}, {}, protocol)).not.toMatch(/undefined|null|\[object|^$/)
    expect(summariseAnswer(action, {}, { status: 'Accepted' }, protocol)).not.toBe('')
  })

  it('is explained with its place in the standard, both the call and its answer', () => {
    // The use cases of these are not known for sure.
    const place = ['VatNumberValidation', 'GetCertificateChainStatus'].includes(action)
      ? /\(OCPP 2\.1 part 2\)\.$/
      : /\(OCPP 2\.(0\.1|1) part 2, [A-S]\d\d\)\.$/
    expect(explain(frame('call', action), protocol)).toMatch(place)
    expect(explain(frame('result', action), protocol)).toMatch(new RegExp(`^The answer to ${action}\\. .*\\(OCPP 2\\.`))
  })

  it('is said on one short line, whatever the payload', () => {
    const payload = fc.oneof(fc.object({ maxDepth: 3 }), hostile)
    fc.assert(
      fc.property(payload, fc.constantFrom(...both), (content, direction) => {
        const report = { parts: 2, items: 3 }
        for (const words of [
          summariseCall(action, content, { direction, statusBefore: null, protocol, report }),
          summariseAnswer(action, content, content, protocol),
        ]) {
          expect(words.length).toBeLessThanOrEqual(300)
          expect(words).not.toMatch(/\p{C}/u)
        }
      }),
      { numRuns: 20 },
    )
  })
})

/** Fields that summaries look at, with values that are not what they should be. */
const value = fc.constantFrom<unknown>(null, 7, '\u0000\n\u202e', [], [null, 3, 'x', {}], {}, { idToken: [], name: 1 }, true)
const hostile = fc.dictionary(
  fc.constantFrom(
    'evse',
    'evseId',
    'idToken',
    'eventData',
    'transactionInfo',
    'chargingProfile',
    'status',
    'setVariableData',
    'component',
    'data',
  ),
  value,
)

it('no action is explained that neither version has', () => {
  expect(Object.keys(specification2).toSorted()).toEqual(actions['ocpp2.0.1'].toSorted())
  const added = actions['ocpp2.1'].filter((action) => !actions['ocpp2.0.1'].includes(action))
  expect(Object.keys(specification21).toSorted()).toEqual(added.toSorted())
})

describe('the words', () => {
  it.each([
    [
      'in',
      'TransactionEvent',
      {
        eventType: 'Updated',
        triggerReason: 'ChargingStateChanged',
        transactionInfo: { transactionId: 'T1', chargingState: 'SuspendedEV' },
        evse: { id: 1 },
      },
      'EVSE 1: session T1 goes on, Charging → SuspendedEV, the car paused',
    ],
    [
      'in',
      'StatusNotification',
      { evseId: 1, connectorId: 2, connectorStatus: 'Occupied' },
      'EVSE 1 connector 2: Charging → SuspendedEV, the car paused, reported as Occupied',
    ],
    ['in', 'NotifyReport', { requestId: 1, tbc: true }, 'Device model: part 3, 120 variables so far'],
    ['in', 'NotifyReport', { requestId: 1 }, 'Device model: part 3, the last, 120 variables in all'],
    [
      'in',
      'NotifyEvent',
      {
        eventData: [
          { component: { name: 'Connector', evse: { id: 1 } }, variable: { name: 'Problem' }, actualValue: true, trigger: 'Alerting' },
        ],
      },
      'Connector.Problem of EVSE 1 = true, alert',
    ],
    ['out', 'RequestStartTransaction', { evseId: 1, idToken: { idToken: 'A1' } }, 'EVSE 1: start a session for user A1'],
    ['out', 'Reset', { type: 'OnIdle', evseId: 2 }, 'Restart EVSE 2 (once no session runs)'],
    [
      'out',
      'SetVariables',
      { setVariableData: [{ component: { name: 'SecurityCtrlr' }, variable: { name: 'BasicAuthPassword' }, attributeValue: 'hunter2' }] },
      'Set SecurityCtrlr.BasicAuthPassword to ••••••',
    ],
    ['out', 'TriggerMessage', { requestedMessage: 'MeterValues', evse: { id: 2 } }, 'Ask for MeterValues of EVSE 2'],
  ] as const)('%s: %s %o', (direction, action, payload, words) => {
    const context = {
      direction,
      statusBefore: 'Charging',
      statusAfter: 'SuspendedEV',
      protocol: 'ocpp2.0.1',
      report: { parts: 3, items: 120 },
    } as const
    expect(summariseCall(action, payload, context)).toBe(words)
  })

  it.each([
    [
      'SetVariables',
      { setVariableResult: [{ attributeStatus: 'RebootRequired', component: { name: 'A' }, variable: { name: 'B' } }] },
      'A.B: accepted, needs a reboot to take effect',
    ],
    [
      'GetVariables',
      {
        getVariableResult: [
          { attributeStatus: 'Accepted', attributeValue: 'x', component: { name: 'A' }, variable: { name: 'WifiPassword' } },
        ],
      },
      'A.WifiPassword = ••••••',
    ],
    ['RequestStopTransaction', { status: 'Rejected', statusInfo: { reasonCode: 'TxNotFound' } }, 'refused: Rejected: TxNotFound'],
    ['TransactionEvent', { idTokenInfo: { status: 'Blocked' } }, 'refused: the user is blocked (Blocked)'],
  ])('of the answer to %s %o', (action, answer, words) => {
    expect(summariseAnswer(action, {}, answer, 'ocpp2.0.1')).toBe(words)
  })

  it('of the explanation are those of the version that the message is plainly of, whatever the charger speaks now', () => {
    expect(explain(frame('call', 'StatusNotification', { connectorStatus: 'Occupied', evseId: 1 }), 'ocpp1.6')).toContain('OCPP 2.0.1')
    expect(
      explain(frame('call', 'StatusNotification', { connectorId: 1, status: 'Charging', errorCode: 'NoError' }), 'ocpp2.0.1'),
    ).toContain('OCPP 1.6')
    expect(explain(frame('call', 'BootNotification', {}))).toContain('OCPP 1.6')
    expect(explain(frame('call', 'GetTariffs', { evseId: 1 }))).toContain('OCPP 2.1')
    expect(explain(frame('call', 'TransactionEvent', { transactionInfo: { chargingState: 'SuspendedEV' } }))).toContain(
      'The car has paused',
    )
  })

  it('of an error cite the version of the charger, and those of a result error 2.1', () => {
    const error = { kind: 'frame', messageType: 'error', action: 'Reset', raw: '[4,"a","NotImplemented","",{}]' } as const
    expect(explain(error, 'ocpp2.0.1')).toContain('does not know this action (OCPP 2.0.1 part 4')
    expect(explain(error, 'ocpp1.6')).toContain('OCPP-J 1.6')
    expect(explain({ ...error, messageType: 'resulterror' }, 'ocpp2.1')).toContain('could not be used')
  })

  it('a change of the keys by which both sides know each other is a matter of security', () => {
    const set = (name: string) => categoryOfAction('SetVariables', { setVariableData: [{ component: { name }, variable: { name: 'X' } }] })
    expect(set('SecurityCtrlr')).toBe('security')
    expect(set('ClockCtrlr')).toBe('transaction')
    expect(categoryOfAction('TransactionEvent')).toBe('transaction')
    expect(categoryOfAction('NotifyEvent')).toBe('state')
  })
})
