import { describe, expect, test } from 'vitest'
import { advise } from '../../../src/shared/ocpp/advice.ts'
import { explain, type EntryLike } from '../../../src/shared/ocpp/explain.ts'

const call = (action: string, payload: object): EntryLike => ({
  kind: 'frame',
  messageType: 'call',
  action,
  raw: JSON.stringify([2, '1', action, payload]),
})
const event = (kind: string): EntryLike => ({ kind, messageType: null, action: null, raw: '{}' })

describe('what to do about an entry', () => {
  test('is said where the car or the charger has paused, in every version', () => {
    const ofVersion1 = advise(call('StatusNotification', { connectorId: 1, status: 'SuspendedEV', errorCode: 'NoError' }))
    const ofVersion2 = advise(call('TransactionEvent', { eventType: 'Updated', transactionInfo: { chargingState: 'SuspendedEV' } }))
    expect(ofVersion1).toContain('Nothing sent from here makes the car draw power')
    expect(ofVersion2).toBe(ofVersion1)
    expect(advise(call('StatusNotification', { connectorId: 1, status: 'SuspendedEVSE' }))).toContain('charging profile')
  })

  test('is said, beside what it means, for whatever technicians are told to look for', () => {
    const lines: [EntryLike, RegExp][] = [
      [call('StatusNotification', { status: 'Charging' }), /is charging the car/],
      [call('BootNotification', { chargePointModel: 'X', chargePointVendor: 'V' }), /has restarted, by itself or on command/],
      [event('connect'), /has connected to the central system/],
      [event('disconnect'), /has lost its connection to the central system/],
    ]
    for (const [entry, meaning] of lines) {
      expect(explain(entry)).toMatch(meaning)
      expect(advise(entry)).toMatch(/^[A-Z].*\.$/)
    }
  })

  test('is not said of answers, of what asks for nothing, and of what cannot be read', () => {
    expect(advise({ ...call('BootNotification', {}), messageType: 'result' })).toBeNull()
    expect(advise(call('Heartbeat', {}))).toBeNull()
    expect(advise(call('StatusNotification', { status: 'constructor' }))).toBeNull()
    expect(advise({ kind: 'frame', messageType: 'call', action: 'StatusNotification', raw: '[2,"1"' })).toBeNull()
    expect(advise(event('toString'))).toBeNull()
  })
})
