import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Simulator } from '../../../src/main/core/simulator/index.ts'
import { Judge, newSimulator, teller } from './judge.ts'

let judge: Judge
let simulator: Simulator
beforeEach(async () => {
  judge = new Judge()
  await judge.listen()
  simulator = newSimulator(judge)
})
afterEach(async () => {
  await simulator.close()
  await judge.close()
})

const answerBoot = (status: string, interval = 300) =>
  judge.on('BootNotification', () => ({ status, interval, currentTime: new Date().toISOString() }))

test('a pending charger waits for its interval, and says meanwhile only what it is asked for', async () => {
  answerBoot('Pending', 1)
  simulator.add({ id: 'V1', connectors: 1 })
  await judge.next('BootNotification')
  await judge.ask('GetConfiguration')
  await teller(simulator)('plug')
  await expect(teller(simulator)('start', { userId: 'ANNA' })).rejects.toThrow(
    'The central system has not accepted charger V1: its registration is Pending.',
  )
  expect(await judge.ask('RemoteStartTransaction', { idTag: 'ANNA', connectorId: 1 })).toEqual({ status: 'Rejected' })
  expect(await judge.ask('TriggerMessage', { requestedMessage: 'StatusNotification', connectorId: 1 })).toEqual({ status: 'Accepted' })
  await judge.next('StatusNotification')
  expect(new Set(judge.seen.map(({ method }) => method))).toEqual(new Set(['BootNotification', 'StatusNotification']))
  answerBoot('Accepted')
  await judge.next('BootNotification')
  await judge.status(1, 'Preparing')
  expect(judge.complaints).toEqual([])
})

test('a rejected charger says nothing at all until it tries again', async () => {
  answerBoot('Rejected', 1)
  simulator.add({ id: 'V1', connectors: 1 })
  await judge.next('BootNotification')
  await turn() // the answer to the boot goes out before the call
  const unanswered = judge.ask('ClearCache').catch((error: unknown) => error)
  await judge.next('BootNotification')
  expect(judge.seen.map(({ method }) => method)).toEqual(['BootNotification', 'BootNotification'])
  answerBoot('Accepted')
  await judge.status(1, 'Available')
  await simulator.close()
  expect(await unanswered).toBeInstanceOf(Error)
})

test('an accepted charger sends Heartbeats at the interval that it was given, or that is set later', async () => {
  answerBoot('Accepted', 1)
  simulator.add({ id: 'V1', connectors: 1 })
  await judge.next('Heartbeat')
  expect(await judge.ask('GetConfiguration', { key: ['HeartbeatInterval'] })).toEqual({
    configurationKey: [{ key: 'HeartbeatInterval', readonly: false, value: '1' }],
  })
  await judge.ask('ChangeConfiguration', { key: 'HeartbeatInterval', value: '2' })
  await judge.next('Heartbeat')
})

test('a charger that is told to start while it is still connecting asks the central system first', async () => {
  simulator.add({ id: 'V1', connectors: 1 })
  await teller(simulator)('plug')
  await teller(simulator)('start', { userId: 'ANNA' })
  expect(await judge.next('Authorize')).toEqual({ idTag: 'ANNA' })
  expect(await judge.next('StartTransaction')).toMatchObject({ idTag: 'ANNA' })
})

test('a charger keeps trying until there is a central system', async () => {
  await judge.close()
  simulator.add({ id: 'V1', connectors: 1 })
  expect(simulator.list()[0]!.connected).toBe(false)
  await judge.reopen()
  await judge.next('BootNotification')
})

test('virtual chargers are numbered, and many live side by side', async () => {
  const names = [simulator.add({ connectors: 1 }), simulator.add({ connectors: 1 }), simulator.add({ connectors: 8 })].map(({ id }) => id)
  expect(names).toEqual(['VIRTUAL-1', 'VIRTUAL-2', 'VIRTUAL-3'])
  await judge.until(() => judge.seen.filter(({ method }) => method === 'BootNotification').length === 3, 'three boots')
})
