import { afterEach, beforeEach, expect, test } from 'vitest'
import { boot, connectCharger, meter, status, type TestCharger } from '../../support/charger.ts'
import { until } from '../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

let bench: RunningWorkbench
let charger: TestCharger

beforeEach(async () => {
  bench = await startWorkbench()
  charger = await connectCharger(bench.ocppUrl, 'GARAGE-07')
})
afterEach(async () => {
  await charger.close()
  await bench.close()
})

test('a charger goes through a whole session, and every screen knows of it', async () => {
  expect(await charger.call('BootNotification', boot)).toMatchObject({ status: 'Accepted', interval: 300 })
  await charger.call('StatusNotification', status(0, 'Available'))
  await charger.call('StatusNotification', status(1, 'Preparing'))
  expect(await charger.call('Authorize', { idTag: 'TAG1' })).toEqual({ idTagInfo: { status: 'Accepted' } })
  const started = await charger.call('StartTransaction', {
    connectorId: 1,
    idTag: 'TAG1',
    meterStart: 1000,
    timestamp: new Date().toISOString(),
  })
  const transactionId = started['transactionId'] as number
  await charger.call('StatusNotification', status(1, 'Charging'))
  await charger.call('MeterValues', meter(1, transactionId, 1500, 7200))
  expect(await bench.client.chargers.get({ id: 'GARAGE-07' })).toMatchObject({
    connected: true,
    protocol: 'ocpp1.6',
    bootInfo: { vendor: 'Vendor', model: 'X1' },
    connectors: [{ id: 1, status: 'Charging', powerW: 7200, session: { energyWh: 500, userId: 'TAG1', paymentState: 'open' } }],
  })
  await charger.call('StatusNotification', status(1, 'SuspendedEV'))
  await charger.call('StatusNotification', status(1, 'SuspendedEVSE'))
  await charger.call('StatusNotification', status(1, 'Charging'))
  await charger.call('StopTransaction', { transactionId, meterStop: 3000, timestamp: new Date().toISOString(), reason: 'Local' })
  await charger.call('StatusNotification', status(1, 'Finishing'))

  const { segments } = await bench.client.chargers.timeline({ id: 'GARAGE-07' })
  expect(segments.filter(({ lane }) => lane === 'connector:1').map(({ state }) => state)).toEqual([
    'Preparing',
    'Charging',
    'SuspendedEV',
    'SuspendedEVSE',
    'Charging',
    'Finishing',
  ])
  const [session] = await bench.client.chargers.sessions({ id: 'GARAGE-07' })
  expect(session).toMatchObject({ energyWh: 2000, transactionId: String(transactionId), reason: 'Local', paymentState: 'charged' })
  expect(bench.errors).toEqual([])
})

test('no reply leaves before the frame that it answers is in the log', async () => {
  await charger.call('BootNotification', boot)
  for (let index = 0; index < 50; index++) {
    await charger.call('Heartbeat', {})
    const { entries } = await bench.client.log.list({ limit: 2 })
    expect(entries.map(({ action, messageType }) => [action, messageType])).toEqual([
      ['Heartbeat', 'result'],
      ['Heartbeat', 'call'],
    ])
  }
})

test('calls to a charger go one at a time while its own calls are served', async () => {
  await charger.call('BootNotification', boot)
  const release = Promise.withResolvers<void>()
  let active = 0
  let most = 0
  charger.answer('GetConfiguration', async () => {
    most = Math.max(most, ++active)
    await release.promise
    active--
    return { configurationKey: [], unknownKey: [] }
  })
  const calls = [1, 2, 3].map(() => bench.client.chargers.call({ id: 'GARAGE-07', action: 'GetConfiguration', payload: {} }))
  await until(() => active > 0)
  expect(await charger.call('Heartbeat', {})).toHaveProperty('currentTime')
  release.resolve()
  expect((await Promise.all(calls)).map(({ outcome }) => outcome)).toEqual(['result', 'result', 'result'])
  expect(most).toBe(1)
})

test('a call ends as a result, an error, a timeout or a disconnection', async () => {
  await bench.client.settings.change({ callTimeoutS: 1 })
  const call = (action: string, payload = {}) => bench.client.chargers.call({ id: 'GARAGE-07', action, payload })
  charger.answer('ClearCache', () => ({ status: 'Accepted' }))
  expect(await call('ClearCache')).toMatchObject({ outcome: 'result', payload: { status: 'Accepted' } })
  expect(await call('Reset', { type: 'Soft' })).toMatchObject({ outcome: 'error', errorCode: 'NotImplemented' })
  charger.answer('GetLocalListVersion', () => new Promise(() => {}))
  expect(await call('GetLocalListVersion')).toMatchObject({ outcome: 'timeout' })
  const { entries } = await bench.client.log.list({ severity: ['warning'], limit: 1 })
  expect(entries[0]).toMatchObject({ kind: 'notice', summary: 'No answer to GetLocalListVersion within 1 s.' })
  await bench.client.settings.change({ callTimeoutS: 30 })
  const lost = call('GetLocalListVersion')
  await until(() => charger.received.filter(({ action }) => action === 'GetLocalListVersion').length === 2)
  await charger.close()
  expect(await lost).toMatchObject({ outcome: 'disconnected' })
})

test('a newer connection of the same charger wins, and the late close of the old one takes nothing down', async () => {
  await charger.call('BootNotification', boot)
  const second = await connectCharger(bench.ocppUrl, 'GARAGE-07')
  await until(() => charger.client.state !== 1)
  await second.call('Heartbeat', {})
  expect(await bench.client.chargers.get({ id: 'GARAGE-07' })).toMatchObject({ connected: true })
  const { entries } = await bench.client.log.list({ category: ['connection'] })
  expect(entries.map(({ kind }) => kind)).toEqual(['connect', 'replaced', 'connect'])
  await second.close()
  await until(async () => !(await bench.client.chargers.get({ id: 'GARAGE-07' })).connected)
})

test('users decide how an identification is answered, without regard to case', async () => {
  const user = { name: 'Ada', expiresAt: null, paymentMethodId: null, priceGroupId: null }
  await bench.client.users.save({ ...user, id: 'Blocked1', status: 'Blocked' })
  await bench.client.users.save({ ...user, id: 'OLD', status: 'Accepted', expiresAt: Date.now() - 1000 })
  expect(await charger.call('Authorize', { idTag: 'BLOCKED1' })).toMatchObject({ idTagInfo: { status: 'Blocked' } })
  expect(await charger.call('Authorize', { idTag: 'old' })).toMatchObject({ idTagInfo: { status: 'Expired' } })
  await bench.client.settings.change({ unknownUsers: 'refuse' })
  expect(await charger.call('Authorize', { idTag: 'STRANGER' })).toMatchObject({ idTagInfo: { status: 'Invalid' } })
  expect(charger.complaints).toEqual([])
})

test('a repeated StartTransaction stays one session', async () => {
  const start = { connectorId: 1, idTag: 'TAG1', meterStart: 0, timestamp: new Date().toISOString() }
  const first = await charger.call('StartTransaction', start)
  expect(await charger.call('StartTransaction', start)).toEqual(first)
  expect(await bench.client.sessions.list()).toHaveLength(1)
})
