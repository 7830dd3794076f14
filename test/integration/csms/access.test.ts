import { afterEach, beforeEach, expect, test } from 'vitest'
import { boot, connectCharger } from '../../support/charger.ts'
import { shakeHands } from '../../support/raw-handshake.ts'
import { until } from '../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

let bench: RunningWorkbench
beforeEach(async () => void (bench = await startWorkbench()))
afterEach(() => bench.close())

const offer = { 'Sec-WebSocket-Protocol': 'ocpp1.6' }

test('approve first: a new charger waits as Pending, and boots again as soon as it is accepted', async () => {
  await bench.client.settings.change({ access: 'approve' })
  const charger = await connectCharger(bench.ocppUrl, 'NEW')
  charger.answer('TriggerMessage', () => ({ status: 'Accepted' }))
  expect(await charger.call('BootNotification', boot)).toMatchObject({ status: 'Pending' })
  expect(await bench.client.chargers.get({ id: 'NEW' })).toMatchObject({ registration: 'pending' })
  await bench.client.chargers.changeSettings({ id: 'NEW', registration: 'accepted' })
  await until(() => charger.received.find(({ action }) => action === 'TriggerMessage'))
  expect(charger.received[0]?.params).toEqual({ requestedMessage: 'BootNotification' })
  expect(await charger.call('BootNotification', boot)).toMatchObject({ status: 'Accepted' })
  await charger.close()
})

test('known only: a stranger is refused with 403 until it is accepted from its attempt', async () => {
  await bench.client.settings.change({ access: 'known' })
  const refused = await shakeHands(bench.ocppUrl, '/STRANGER', offer)
  expect(refused.status).toBe(403)
  expect(refused.text).toContain('only known chargers')
  await refused.close()
  const [attempt] = await bench.client.handshakes.list()
  expect(attempt).toMatchObject({ chargerId: 'STRANGER', code: 'not-known', ways: ['accept-charger'] })
  await bench.client.handshakes.solve({ id: attempt?.id ?? 0, way: 'accept-charger' })
  const charger = await connectCharger(bench.ocppUrl, 'STRANGER')
  expect(await charger.call('BootNotification', boot)).toMatchObject({ status: 'Accepted' })
  await charger.close()
})

test.each(['approve', 'known'] as const)('chargers that have been here stay accepted when the policy becomes %s', async (access) => {
  const charger = await connectCharger(bench.ocppUrl, 'OLD')
  await charger.call('BootNotification', boot)
  await charger.close()
  await bench.client.settings.change({ access })
  const again = await connectCharger(bench.ocppUrl, 'OLD')
  expect(await again.call('BootNotification', boot)).toMatchObject({ status: 'Accepted' })
  await again.close()
})

test('a virtual charger is known, whatever the policy', async () => {
  await bench.client.settings.change({ access: 'known' })
  const { id } = await bench.client.simulator.add({ connectors: 1 })
  await until(async () => (await bench.client.chargers.list()).find((charger) => charger.id === id && charger.bootInfo !== null))
  expect(await bench.client.chargers.get({ id })).toMatchObject({ connected: true, registration: 'accepted' })
})
