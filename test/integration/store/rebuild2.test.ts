import { expect, test } from 'vitest'
import { connectCharger } from '../../support/charger.ts'
import { boot2, idToken, reading, status2, transaction } from '../../support/charger2.ts'
import { startWorkbench } from '../../support/workbench.ts'

const id = 'GARAGE-20'

test('rebuilding gives the same rows for a charger of 2.0.1 that repeats messages and mixes their order', async () => {
  const bench = await startWorkbench()
  const charger = await connectCharger(bench.ocppUrl, id, ['ocpp2.0.1'])
  await charger.call('BootNotification', boot2)
  for (const state of ['Available', 'Occupied']) await charger.call('StatusNotification', status2(1, state))
  const event = transaction('tx-1')
  const started = event('Started', 'Authorized', { chargingState: 'EVConnected' }, { idToken: idToken('TAG1'), ...reading(1000, 0) })
  const charging = event('Updated', 'ChargingStateChanged', { chargingState: 'Charging' }, reading(1500, 7200))
  const ended = event('Ended', 'StopAuthorized', { stoppedReason: 'Local' }, reading(2000, 0))
  for (const message of [charging, ended, started, charging, ended]) await charger.call('TransactionEvent', message)
  await charger.call('StatusNotification', status2(1, 'Available'))

  const everything = async () => ({
    segments: (await bench.client.chargers.timeline({ id })).segments,
    sessions: await bench.client.sessions.list(),
    samples: await bench.client.chargers.samples({ id }),
    log: (await bench.client.log.list({ limit: 1000 })).entries,
  })
  const before = await everything()
  expect(before.sessions).toMatchObject([{ transactionId: 'tx-1', userId: 'TAG1', energyWh: 1000, reason: 'Local', connectorId: 1 }])
  expect(before.log.filter(({ deviations }) => deviations.some(({ code }) => code === 'repeated-event'))).toHaveLength(2)
  await bench.workbench.rebuild()
  expect(await everything()).toEqual(before)
  await charger.close()
  await bench.close()
})
