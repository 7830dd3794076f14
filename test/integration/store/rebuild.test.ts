import { expect, test } from 'vitest'
import { boot, connectCharger, meter, status } from '../../support/charger.ts'
import { until } from '../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

const id = 'GARAGE-07'

async function everything({ client }: RunningWorkbench) {
  return {
    timeline: await client.chargers.timeline({ id }),
    sessions: await client.sessions.list(),
    samples: await client.chargers.samples({ id }),
    log: (await client.log.list({ limit: 1000 })).entries,
  }
}

test('rebuilding every projection from the entries gives the same rows', async () => {
  const bench = await startWorkbench()
  let charger = await connectCharger(bench.ocppUrl, id)
  await charger.call('BootNotification', boot)
  charger.answer('RemoteStartTransaction', () => ({ status: 'Accepted' }))
  await charger.call('StatusNotification', status(1, 'Preparing'))
  await bench.client.remoteActions.start({ id, userId: 'TAG1', paymentMethodId: 'card', priceGroupId: 'standard' })
  const { transactionId } = await charger.call('StartTransaction', {
    connectorId: 1,
    idTag: 'TAG1',
    meterStart: 5,
    timestamp: new Date().toISOString(),
  })
  for (const [index, state] of ['Charging', 'SuspendedEV', 'Charging', 'SuspendedEVSE'].entries()) {
    await charger.call('StatusNotification', status(1, state))
    await charger.call('MeterValues', meter(1, transactionId as number, index * 100, 7000))
  }
  await charger.close()
  charger = await connectCharger(bench.ocppUrl, id)
  await charger.call('StopTransaction', { transactionId, meterStop: 900, timestamp: new Date().toISOString() })
  await charger.close()
  // The charger's own state is ahead of the log by a commit: wait for what is written.
  const last = async () => (await bench.client.chargers.timeline({ id })).segments.findLast(({ lane }) => lane === 'connection')
  await until(async () => (await last())?.state === 'Disconnected')

  const before = await everything(bench)
  expect(before.sessions).toHaveLength(1)
  expect(before.samples.length).toBeGreaterThan(3)
  await bench.workbench.rebuild()
  expect(await everything(bench)).toEqual(before)
  await bench.close()
})
