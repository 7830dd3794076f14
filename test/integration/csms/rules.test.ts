/** The rules that OCPP 1.6 puts on a central system, judged by an independent strict charger. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { boot, connectCharger, status, type TestCharger } from '../../support/charger.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

const id = 'GARAGE-07'
let bench: RunningWorkbench
let charger: TestCharger

beforeEach(async () => {
  bench = await startWorkbench()
  charger = await connectCharger(bench.ocppUrl, id)
})
afterEach(async () => {
  expect(charger.complaints).toEqual([])
  await charger.close()
  await bench.close()
})

const start = (connectorId: number, idTag: string) => ({ connectorId, idTag, meterStart: 0, timestamp: new Date().toISOString() })

describe('while the registration is pending', () => {
  beforeEach(async () => {
    await bench.client.chargers.changeSettings({ id, registration: 'pending' })
    expect(await charger.call('BootNotification', boot)).toMatchObject({ status: 'Pending' })
  })

  test('what the charger sends of its own accord is answered with a SecurityError', async () => {
    for (const [action, payload] of [
      ['StartTransaction', start(1, 'TAG1')],
      ['StatusNotification', status(1, 'Available')],
      ['Heartbeat', {}],
    ] as const) {
      await expect(charger.call(action, payload)).rejects.toMatchObject({ rpcErrorCode: 'SecurityError' })
    }
    expect(await bench.client.sessions.list()).toEqual([])
  })

  test('what was triggered is served, and the configuration can be read and changed', async () => {
    charger.answer('TriggerMessage', () => ({ status: 'Accepted' }))
    charger.answer('ChangeConfiguration', () => ({ status: 'Accepted' }))
    const trigger = { requestedMessage: 'StatusNotification', connectorId: 1 }
    expect(await bench.client.chargers.call({ id, action: 'TriggerMessage', payload: trigger })).toMatchObject({ outcome: 'result' })
    expect(await charger.call('StatusNotification', status(1, 'Available'))).toEqual({})
    const change = { key: 'HeartbeatInterval', value: '60' }
    expect(await bench.client.chargers.call({ id, action: 'ChangeConfiguration', payload: change })).toMatchObject({ outcome: 'result' })
  })

  test('no session is started or stopped remotely, and the technician is told why', async () => {
    const payload = { connectorId: 1, idTag: 'TAG1' }
    await expect(bench.client.chargers.call({ id, action: 'RemoteStartTransaction', payload })).rejects.toThrow('registration is pending')
    await expect(bench.client.remoteActions.start({ id, connectorId: 1, userId: 'TAG1' })).rejects.toThrow('pending')
    expect(charger.received).toEqual([])
  })

  test('everything is served once the technician accepts the charger', async () => {
    await bench.client.chargers.changeSettings({ id, registration: 'accepted' })
    expect(await charger.call('StatusNotification', status(1, 'Available'))).toEqual({})
  })
})

describe('while the registration is rejected', () => {
  beforeEach(async () => {
    await bench.client.chargers.changeSettings({ id, registration: 'rejected' })
    expect(await charger.call('BootNotification', boot)).toMatchObject({ status: 'Rejected' })
  })

  test('nothing but a BootNotification is served', async () => {
    await expect(charger.call('Heartbeat', {})).rejects.toMatchObject({ rpcErrorCode: 'SecurityError' })
    await bench.client.chargers.changeSettings({ id, registration: 'accepted' })
    expect(await charger.call('BootNotification', boot)).toMatchObject({ status: 'Accepted' })
    expect(await charger.call('Heartbeat', {})).toHaveProperty('currentTime')
  })

  test('nothing is sent to it', async () => {
    await expect(bench.client.chargers.call({ id, action: 'GetConfiguration', payload: {} })).rejects.toThrow('rejected')
    await expect(bench.client.remoteActions.reboot({ id, type: 'Soft' })).rejects.toThrow('rejected')
    expect(charger.received).toEqual([])
  })
})

test('a charger that was accepted goes on with its session when the setting changes under it', async () => {
  await charger.call('BootNotification', boot)
  const { transactionId } = await charger.call('StartTransaction', start(1, 'TAG1'))
  await bench.client.chargers.changeSettings({ id, registration: 'pending' })
  expect(await charger.call('StopTransaction', { transactionId, meterStop: 5, timestamp: new Date().toISOString() })).toEqual({})
})

describe('the answer about a user', () => {
  test('carries the expiry date and the parent', async () => {
    const expiresAt = Date.parse('2099-12-31T12:00:00Z')
    await bench.client.users.save({ id: 'TAG1', expiresAt, parentId: 'FAMILY' })
    const idTagInfo = { status: 'Accepted', expiryDate: '2099-12-31T12:00:00Z', parentIdTag: 'FAMILY' }
    expect(await charger.call('Authorize', { idTag: 'tag1' })).toEqual({ idTagInfo })
    expect(await charger.call('StartTransaction', start(1, 'TAG1'))).toMatchObject({ idTagInfo })
  })

  test('who charges elsewhere is ConcurrentTx where the settings say so, with a transaction id all the same', async () => {
    await bench.client.settings.change({ concurrentSessions: 'refuse' })
    const other = await connectCharger(bench.ocppUrl, 'GARAGE-08')
    const first = await charger.call('StartTransaction', start(1, 'TAG1'))
    expect(first).toMatchObject({ idTagInfo: { status: 'Accepted' } })
    const second = await other.call('StartTransaction', start(1, 'tag1'))
    expect(second).toEqual({ transactionId: expect.any(Number), idTagInfo: { status: 'ConcurrentTx' } })
    expect(second['transactionId']).not.toBe(first['transactionId'])
    expect(await other.call('StartTransaction', start(1, 'TAG2'))).toMatchObject({ idTagInfo: { status: 'Accepted' } })
    // A new start on the same connector means that the end of the former session was lost.
    expect(await charger.call('StartTransaction', { ...start(1, 'TAG1'), meterStart: 7 })).toMatchObject({
      idTagInfo: { status: 'Accepted' },
    })
    await other.close()
  })

  test('who charges elsewhere may do so where the settings do not refuse it', async () => {
    await charger.call('StartTransaction', start(1, 'TAG1'))
    expect(await charger.call('StartTransaction', start(2, 'TAG1'))).toMatchObject({ idTagInfo: { status: 'Accepted' } })
  })
})

test('a stop is accepted whatever it stops', async () => {
  const stop = { transactionId: 4711, meterStop: 1, timestamp: new Date().toISOString(), idTag: 'STRANGER', reason: 'EmergencyStop' }
  expect(await charger.call('StopTransaction', stop)).toEqual({ idTagInfo: { status: 'Accepted' } })
  await bench.client.settings.change({ unknownUsers: 'refuse' })
  expect(await charger.call('StopTransaction', stop)).toEqual({ idTagInfo: { status: 'Invalid' } })
})

test.each([
  ['a User ID of more than 20 characters', { connectorId: 1, userId: 'X'.repeat(21) }, '20 characters'],
  ['no connector', { connectorId: 0, userId: 'TAG1' }, 'Input validation failed'],
])('a remote start with %s is not sent', async (_name, input, problem) => {
  await expect(bench.client.remoteActions.start({ id, ...input })).rejects.toThrow(problem)
  await expect(
    bench.client.chargers.call({ id, action: 'RemoteStartTransaction', payload: { connectorId: 1, idTag: 'X'.repeat(21) } }),
  ).rejects.toThrow('allows 20')
  expect(charger.received).toEqual([])
})
