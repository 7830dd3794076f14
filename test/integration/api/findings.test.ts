import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { boot, connectCharger, status } from '../../support/charger.ts'
import { until } from '../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

const id = 'GARAGE-07'
let bench: RunningWorkbench
beforeEach(async () => {
  bench = await startWorkbench()
})
afterEach(() => bench.close())

/** A charger with a fault that stays, and a session that is ended twice. */
async function troubled(): Promise<void> {
  const charger = await connectCharger(bench.ocppUrl, id)
  await charger.call('BootNotification', boot)
  await charger.call('StatusNotification', status(1, 'Faulted', 'GroundFailure'))
  const timestamp = new Date().toISOString()
  const { transactionId } = await charger.call('StartTransaction', { connectorId: 2, idTag: 'TAG1', meterStart: 5, timestamp })
  for (let time = 0; time < 2; time++) await charger.call('StopTransaction', { transactionId, meterStop: 900, timestamp })
  await charger.close()
  await until(async () => (await bench.client.log.list({ limit: 1 })).entries[0]?.kind === 'disconnect')
}

test('findings are stored with the entries that show them, and a rebuild gives the same ones', async () => {
  await troubled()
  const findings = await bench.client.findings.list({ id })
  expect(findings.map(({ kind }) => kind).toSorted()).toEqual(['duplicate-stop', 'fault'])
  for (const { evidence, chargerId } of findings) {
    expect(chargerId).toBe(id)
    for (const seq of evidence) expect((await bench.client.log.get({ seq })).entry.chargerId).toBe(id)
  }
  await bench.workbench.rebuild()
  expect(await bench.client.findings.list({ id })).toEqual(findings)
})

test('findings can be asked for by session and by time, and of a charger that is not known there are none to ask for', async () => {
  await troubled()
  const [session] = await bench.client.sessions.list()
  const ofSession = await bench.client.findings.list({ id, session: session?.id })
  expect(ofSession.map(({ kind }) => kind)).toEqual(['duplicate-stop'])
  const before = ofSession[0]!.firstAt
  expect(await bench.client.findings.list({ id, to: before - 60_000 })).toEqual([])
  expect(await bench.client.findings.list({ id, from: Date.now() + 60_000 })).toEqual([])
  await expect(bench.client.findings.list({ id: 'NOBODY' })).rejects.toThrow('NOBODY')
})

test('lists of sessions and of chargers are told how much was found, and how bad the worst of it is', async () => {
  await troubled()
  const [session] = await bench.client.sessions.list()
  expect(await bench.client.findings.perSession()).toEqual([{ sessionId: session?.id, count: 1, worst: 'notice' }])
  expect(await bench.client.findings.perCharger()).toEqual([{ chargerId: id, count: 2, open: 1, worst: 'error' }])
})

test('whoever watches is told what is found', async () => {
  const charger = await connectCharger(bench.ocppUrl, id)
  await charger.call('BootNotification', boot)
  const watching = await bench.client.findings.watch({ id })
  expect((await watching.next()).value).toEqual([])
  await charger.call('StatusNotification', status(1, 'Faulted', 'GroundFailure'))
  expect((await watching.next()).value).toMatchObject([{ kind: 'fault', state: 'open' }])
  await watching.return?.()
  await charger.close()
})

test('a healthy charger that is started, paused, stopped, checked, restarted and once offline has no findings', async () => {
  const { client } = bench
  await client.simulator.add({ id, connectors: 2 })
  const connectors = async () => (await client.chargers.get({ id })).connectors
  const reaches = (connectorId: number, wanted: string) =>
    until(async () => (await connectors()).some((connector) => connector.id === connectorId && connector.status === wanted))
  const tell = (command: 'plug' | 'unplug' | 'car-pauses' | 'charger-pauses' | 'resume' | 'stop', connectorId = 1) =>
    client.simulator.command({ id, do: { command, connectorId } })
  const restarts = async (type: 'Soft' | 'Hard') => {
    const before = (await client.chargers.get({ id })).bootInfo?.at
    await client.remoteActions.reboot({ id, type })
    await until(async () => (await client.chargers.get({ id })).bootInfo?.at !== before)
    await reaches(1, 'Available')
  }
  await until(async () => (await client.chargers.list()).some((charger) => charger.id === id))
  await reaches(2, 'Available')
  await client.chargers.call({ id, action: 'ChangeConfiguration', payload: { key: 'MeterValueSampleInterval', value: '1' } })

  await tell('plug')
  await reaches(1, 'Preparing')
  await client.remoteActions.start({ id, connectorId: 1, userId: 'ANNA' })
  await reaches(1, 'Charging')
  await until(async () => (await client.chargers.samples({ id })).length > 3)
  await tell('car-pauses')
  await reaches(1, 'SuspendedEV')
  await tell('resume')
  await tell('charger-pauses')
  await reaches(1, 'SuspendedEVSE')
  await tell('resume')
  await reaches(1, 'Charging')
  await client.remoteActions.check({ id })
  await client.remoteActions.stop({ id, connectorId: 1 })
  await tell('unplug')
  await reaches(1, 'Available')
  await restarts('Soft')
  await restarts('Hard')

  await tell('plug')
  await client.simulator.command({ id, do: { command: 'start', connectorId: 1, userId: 'BERND' } })
  await reaches(1, 'Charging')
  await client.simulator.command({ id, do: { command: 'go-offline' } })
  await until(async () => !(await client.chargers.get({ id })).connected)
  await client.simulator.command({ id, do: { command: 'come-back' } })
  await until(async () => (await client.chargers.get({ id })).connected)
  await tell('stop')
  await tell('unplug')
  await reaches(1, 'Available')
  expect((await client.sessions.list()).map(({ endedAt }) => endedAt !== null)).toEqual([true, true])
  expect(await client.findings.list({ id })).toEqual([])
})

test('a restart of the app goes on counting where it stopped', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'findings-'))
  const authorize = async (one: RunningWorkbench) => {
    await one.client.users.save({ id: 'BAD', name: '', status: 'Blocked' })
    const charger = await connectCharger(one.ocppUrl, id)
    await charger.call('Authorize', { idTag: 'BAD' })
    await charger.close()
  }
  const first = await startWorkbench({ dataDir })
  await authorize(first)
  await first.close()
  const second = await startWorkbench({ dataDir })
  await authorize(second)
  await until(async () => (await second.client.findings.list({ id })).some(({ count }) => count === 2))
  expect(await second.client.findings.list({ id })).toMatchObject([{ kind: 'authorization-refused', count: 2 }])
  await second.close()
  rmSync(dataDir, { recursive: true })
})
