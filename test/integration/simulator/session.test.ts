import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Bench, bench, reading } from './judge.ts'

let on: Bench
beforeEach(async () => {
  on = await bench()
})
afterEach(() => on.close())

const connectorOne = () => on.simulator.list()[0]!.connectors[0]!

test('a new virtual charger boots and tells the status of itself and each connector', () => {
  expect(on.judge.seen.map(({ method, params }) => [method, params.connectorId, params.status])).toEqual([
    ['BootNotification', undefined, undefined],
    ['StatusNotification', 0, 'Available'],
    ['StatusNotification', 1, 'Available'],
    ['StatusNotification', 2, 'Available'],
  ])
  expect(on.simulator.list()).toMatchObject([{ id: 'V1', connected: true, offlineByCommand: false, queuedMessages: 0 }])
})

test('a session runs from the plug to the plug, with a meter that counts and pauses of the car and of the charger', async () => {
  const { judge, tell } = on
  await judge.ask('ChangeConfiguration', { key: 'MeterValueSampleInterval', value: '1' })
  await tell('plug')
  await judge.status(1, 'Preparing')
  await tell('start', { userId: 'ANNA' })
  expect(await judge.next('Authorize')).toEqual({ idTag: 'ANNA' })
  const started = await judge.next('StartTransaction')
  expect(started).toMatchObject({ connectorId: 1, idTag: 'ANNA' })
  await judge.status(1, 'Charging')

  const first = await judge.next('MeterValues')
  const second = await judge.next('MeterValues', (params) => reading(params, 'Power.Active.Import') > 3_000)
  expect(first.transactionId).toBe(1)
  expect(first.meterValue[0].sampledValue.map((sample: { measurand: string }) => sample.measurand)).toEqual([
    'Energy.Active.Import.Register',
    'Power.Active.Import',
    ...Array(3).fill('Current.Import'),
    ...Array(3).fill('Voltage'),
    'SoC',
  ])
  expect(reading(second, 'Energy.Active.Import.Register')).toBeGreaterThan(started.meterStart)
  expect(reading(second, 'Current.Import')).toBeGreaterThan(4)
  expect(connectorOne()).toMatchObject({ status: 'Charging', pluggedIn: true, transactionId: '1' })

  await tell('car-pauses')
  await judge.status(1, 'SuspendedEV')
  expect(reading(await judge.next('MeterValues'), 'Power.Active.Import')).toBe(0)
  await tell('resume')
  await judge.status(1, 'Charging')
  await tell('charger-pauses')
  await judge.status(1, 'SuspendedEVSE')
  expect(connectorOne().can).toEqual(['unplug', 'stop', 'car-pauses', 'resume', 'fault'])
  await tell('resume')
  await judge.status(1, 'Charging')

  await tell('stop')
  const stopped = await judge.next('StopTransaction')
  expect(stopped).toMatchObject({ transactionId: 1, reason: 'Local', idTag: 'ANNA' })
  expect(stopped.meterStop).toBeGreaterThan(started.meterStart)
  expect(stopped.transactionData.map((value: { sampledValue: { context: string }[] }) => value.sampledValue[0]!.context)).toEqual([
    'Transaction.Begin',
    'Transaction.End',
  ])
  await judge.status(1, 'Finishing')
  await tell('unplug')
  await judge.status(1, 'Available')
})

test('a user who identifies before plugging in charges as soon as the car is there', async () => {
  const { judge, tell } = on
  await tell('authorize', { userId: 'ANNA' })
  await judge.next('Authorize')
  await judge.status(1, 'Preparing')
  await tell('plug')
  expect(await judge.next('StartTransaction')).toMatchObject({ idTag: 'ANNA' })
  await judge.status(1, 'Charging')
})

test('a user whom the central system refuses does not charge, and the sentence says who and why', async () => {
  const { judge, tell } = on
  judge.on('Authorize', () => ({ idTagInfo: { status: 'Blocked' } }))
  await tell('plug')
  await expect(tell('start', { userId: 'EVE' })).rejects.toThrow('The central system refused user EVE: Blocked.')
  expect(connectorOne()).toMatchObject({ status: 'Preparing', transactionId: null })
})

test('a transaction that the central system does not allow ends by itself', async () => {
  const { judge, tell } = on
  judge.on('StartTransaction', () => ({ transactionId: 7, idTagInfo: { status: 'ConcurrentTx' } }))
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  expect(await judge.next('StopTransaction')).toMatchObject({ transactionId: 7, reason: 'DeAuthorized' })
  await judge.status(1, 'Finishing')
})

test('pulling the plug ends the session', async () => {
  const { judge, tell } = on
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  await judge.status(1, 'Charging')
  await tell('unplug')
  expect(await judge.next('StopTransaction')).toMatchObject({ reason: 'EVDisconnected' })
  expect(await judge.next('StatusNotification')).toMatchObject({ status: 'Available' })
})

test('no state is told between charging and finishing', async () => {
  const { judge, tell } = on
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  await judge.status(1, 'Charging')
  await tell('stop')
  expect(await judge.next('StatusNotification')).toMatchObject({ status: 'Finishing' })
})

test('a fault ends charging and is told with its error code until it is cleared', async () => {
  const { judge, tell } = on
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  await tell('fault', { errorCode: 'OverCurrentFailure' })
  await judge.next('StopTransaction')
  expect(await judge.status(1, 'Faulted')).toMatchObject({ errorCode: 'OverCurrentFailure' })
  await expect(tell('start', { userId: 'ANNA' })).rejects.toThrow('Connector 1 has a fault (OverCurrentFailure). Clear it first.')
  await tell('clear-fault')
  expect(await judge.status(1, 'Finishing')).toMatchObject({ errorCode: 'NoError' })
})

test('commands that make no sense are refused with a sentence', async () => {
  const { simulator, tell } = on
  await expect(tell('unplug')).rejects.toThrow('No car is plugged in at connector 1.')
  await expect(tell('start', { userId: 'ANNA' })).rejects.toThrow('No car is plugged in at connector 1. Plug one in first.')
  await expect(tell('stop')).rejects.toThrow('No session is running at connector 1.')
  await expect(tell('come-back')).rejects.toThrow('Charger V1 has not been taken offline.')
  await expect(tell('fault', { errorCode: 'Bored' })).rejects.toThrow('Bored is no OCPP 1.6 error code.')
  await expect(simulator.command('V1', { command: 'plug', connectorId: 9 })).rejects.toThrow('Charger V1 has no connector 9.')
  await expect(simulator.command('V2', { command: 'reboot' })).rejects.toThrow('There is no virtual charger V2.')
  expect(() => simulator.add({ id: 'V1', connectors: 1 })).toThrow('There is a virtual charger V1 already.')
})

test('a charger that is removed ends its sessions and disconnects', async () => {
  const { judge, simulator, tell } = on
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  expect(await simulator.remove('V1')).toBe(true)
  expect(await judge.next('StopTransaction')).toMatchObject({ reason: 'Other' })
  expect(simulator.list()).toEqual([])
  expect(await simulator.remove('V1')).toBe(false)
  await judge.until(() => judge.client === null, 'a disconnect')
})

test('a car whose battery is full pauses by itself', async () => {
  const began = Date.now()
  const fast = await bench({ now: () => began + (Date.now() - began) * 5_000 })
  await fast.tell('plug')
  await fast.tell('start', { userId: 'ANNA' })
  await fast.judge.status(1, 'Charging')
  await fast.judge.status(1, 'SuspendedEV')
  expect(fast.simulator.list()[0]!.connectors[0]).toMatchObject({ socPercent: 100, powerW: 0 })
  await fast.close()
})
