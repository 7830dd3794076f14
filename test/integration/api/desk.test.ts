import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

let bench: RunningWorkbench
beforeEach(async () => {
  bench = await startWorkbench()
})
afterEach(() => bench.close())

const group = { currency: 'EUR', pricePerKWh: 0.2, startFee: 0, feePerMinute: 0, idleFeePerMinute: 0 }

test('two payment methods or price groups of one name are refused by a sentence; the same one may be saved again', async () => {
  const { paymentMethods, priceGroups } = bench.client
  await priceGroups.save({ id: 'night', name: 'Night rate', ...group })
  await expect(priceGroups.save({ id: 'other', name: ' night RATE ', ...group })).rejects.toThrow(
    'There is a price group named Night rate already; give this one another name.',
  )
  await priceGroups.save({ id: 'night', name: 'Night Rate', ...group, pricePerKWh: 0.3 })
  expect((await priceGroups.list()).filter(({ name }) => /night/i.test(name))).toMatchObject([{ name: 'Night Rate', pricePerKWh: 0.3 }])

  await paymentMethods.save({ id: 'fleet', name: 'Fleet', charges: true })
  await expect(paymentMethods.save({ id: 'fleet-2', name: 'FLEET', charges: false })).rejects.toThrow(
    'There is a payment method named Fleet',
  )
})

test('whoever watches is told of each change of settings and lists', async () => {
  const changes = await bench.client.settings.watch()
  const next = async () => (await changes.next()).value
  const first = await next()
  await bench.client.settings.change({ callTimeoutS: 12 })
  const second = await next()
  await bench.client.users.save({ id: 'CARD-1', name: '', status: 'Accepted' })
  const third = await next()
  await bench.client.chargers.changeSettings({ id: 'G-1', pings: false })
  const fourth = await next()
  expect(new Set([first, second, third, fourth]).size).toBe(4)
  await changes.return?.()
})
