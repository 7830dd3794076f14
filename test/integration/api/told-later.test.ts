/** What a charger tells afterwards, found by when it happened. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boot, connectCharger } from '../../support/charger.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

const hour = 3_600_000
let bench: RunningWorkbench
beforeAll(async () => {
  bench = await startWorkbench()
  const charger = await connectCharger(bench.ocppUrl, 'GARAGE-07')
  await charger.call('BootNotification', boot)
  const ago = (ms: number) => new Date(Date.now() - ms).toISOString()
  const begun = { connectorId: 1, idTag: 'ANNA', meterStart: 0 }
  await charger.call('StartTransaction', { ...begun, timestamp: ago(3 * hour) })
  await charger.call('StopTransaction', { transactionId: 1, meterStop: 5_000, timestamp: ago(2 * hour) })
  await charger.call('StartTransaction', { ...begun, timestamp: ago(0) })
  await charger.close()
})
afterAll(() => bench.close())

test('late messages are found in the time in which they happened, the earliest first, and only those', async () => {
  const now = Date.now()
  const told = async (from: number, to: number, filter = {}) =>
    (await bench.client.log.toldLater({ ...filter, happenedFrom: now - from, happenedTo: now - to })).map(({ action }) => action)
  expect(await told(4 * hour, 0)).toEqual(['StartTransaction', 'StopTransaction'])
  expect(await told(4 * hour, 2.5 * hour)).toEqual(['StartTransaction'])
  expect(await told(1 * hour, -hour)).toEqual([])
  expect(await told(4 * hour, 0, { charger: 'GARAGE-07', action: ['StopTransaction'] })).toEqual(['StopTransaction'])
  expect(await told(4 * hour, 0, { charger: 'OTHER' })).toEqual([])
})
