import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Bench, bench, newSimulator, when } from './judge.ts'

let on: Bench
beforeEach(async () => {
  on = await bench()
})
afterEach(() => on.close())

/** Ends the simulator and starts another from what was saved, by way of JSON. */
async function restart() {
  const saved = JSON.parse(JSON.stringify(on.simulator.saved())) as unknown
  await on.simulator.close()
  const again = newSimulator(on.judge)
  again.restore(saved)
  on.simulator = again
  return saved
}

test('virtual chargers come back with their meter, their settings and their car', async () => {
  const { judge, tell } = on
  await judge.ask('ChangeConfiguration', { key: 'MeterValueSampleInterval', value: '33' })
  await tell('plug')
  const before = on.simulator.list()
  await restart()
  await judge.next('BootNotification')
  await judge.status(1, 'Preparing')
  expect(on.simulator.list()).toEqual(before)
  const { configurationKey } = await judge.ask('GetConfiguration', { key: ['MeterValueSampleInterval'] })
  expect(configurationKey[0].value).toBe('33')
})

test('a session that ran when the app ended is reported as ended by a loss of power, after what was still queued', async () => {
  const { judge, tell } = on
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  await when(on.simulator, () => on.simulator.list()[0]!.connectors[0]!.transactionId === '1')
  await tell('go-offline')
  await judge.until(() => judge.client === null, 'a disconnect')
  await tell('stop')
  await tell('start', { userId: 'BERT' })
  await restart()
  expect(on.simulator.list()[0]).toMatchObject({ offlineByCommand: true, connected: false, queuedMessages: 3 })
  await on.simulator.command('V1', { command: 'come-back' })
  expect(await judge.next('StopTransaction')).toMatchObject({ transactionId: 1, reason: 'Local' })
  expect(await judge.next('StartTransaction')).toMatchObject({ idTag: 'BERT' })
  expect(await judge.next('StopTransaction')).toMatchObject({ transactionId: 2, reason: 'PowerLoss' })
})

test('what cannot be read is left out', () => {
  const before = on.simulator.list()
  on.simulator.restore(null)
  on.simulator.restore({ chargers: [{ id: 'V9', connectors: 'many' }, 7] })
  expect(on.simulator.list()).toEqual(before)
})
