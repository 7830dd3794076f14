import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Bench, bench, when } from './judge.ts'

let on: Bench
beforeEach(async () => {
  on = await bench()
})
afterEach(() => on.close())

const remoteStart = (more = {}) => on.judge.ask('RemoteStartTransaction', { idTag: 'ANNA', connectorId: 1, ...more })
const status = (connector = 1) => on.simulator.list()[0]!.connectors[connector - 1]!.status

test('a remote start needs a plugged-in car and a free connector', async () => {
  const { judge, tell } = on
  expect(await remoteStart()).toEqual({ status: 'Rejected' })
  await tell('plug')
  expect(await remoteStart()).toEqual({ status: 'Accepted' })
  expect(await judge.next('StartTransaction')).toMatchObject({ connectorId: 1, idTag: 'ANNA' })
  await judge.status(1, 'Charging')
  expect(judge.seen.map(({ method }) => method)).not.toContain('Authorize')
  expect(await remoteStart()).toEqual({ status: 'Rejected' })
})

test('a remote start without a connector takes the one where a car waits', async () => {
  const { judge, simulator } = on
  await simulator.command('V1', { command: 'plug', connectorId: 2 })
  expect(await remoteStart({ connectorId: undefined })).toEqual({ status: 'Accepted' })
  expect(await judge.next('StartTransaction')).toMatchObject({ connectorId: 2 })
})

test('a remote start asks about the user first where the configuration says so', async () => {
  const { judge, tell } = on
  await judge.ask('ChangeConfiguration', { key: 'AuthorizeRemoteTxRequests', value: 'true' })
  judge.on('Authorize', () => ({ idTagInfo: { status: 'Invalid' } }))
  await tell('plug')
  expect(await remoteStart()).toEqual({ status: 'Accepted' })
  await judge.next('Authorize')
  await when(on.simulator, () => on.simulator.list()[0]!.connectors[0]!.can.includes('start'))
  judge.on('Authorize', () => ({ idTagInfo: { status: 'Accepted' } }))
  expect(await remoteStart()).toEqual({ status: 'Accepted' })
  await judge.next('Authorize')
  await judge.next('StartTransaction')
  expect(judge.seen.filter(({ method }) => method === 'StartTransaction')).toHaveLength(1)
})

test('a remote stop ends the transaction that it names, and no other', async () => {
  const { judge, tell } = on
  await tell('plug')
  await remoteStart()
  await judge.next('StartTransaction')
  expect(await judge.ask('RemoteStopTransaction', { transactionId: 99 })).toEqual({ status: 'Rejected' })
  expect(await judge.ask('RemoteStopTransaction', { transactionId: 1 })).toEqual({ status: 'Accepted' })
  expect(await judge.next('StopTransaction')).toMatchObject({ transactionId: 1, reason: 'Remote' })
  await judge.status(1, 'Finishing')
})

test('a soft reset ends sessions properly, then boots anew', async () => {
  const { judge, tell } = on
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  await judge.status(1, 'Charging')
  expect(await judge.ask('Reset', { type: 'Soft' })).toEqual({ status: 'Accepted' })
  expect(await judge.next('StopTransaction')).toMatchObject({ reason: 'SoftReset' })
  await judge.next('BootNotification')
  await judge.status(1, 'Preparing')
  expect(judge.connections).toBe(2)
})

test('a hard reset boots first and reports the end of sessions afterwards', async () => {
  const { judge, tell } = on
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  await judge.status(1, 'Charging')
  expect(await judge.ask('Reset', { type: 'Hard' })).toEqual({ status: 'Accepted' })
  const boot = Date.now()
  await judge.next('BootNotification')
  const stop = await judge.next('StopTransaction')
  expect(stop).toMatchObject({ reason: 'HardReset' })
  expect(Date.parse(stop.timestamp)).toBeLessThan(boot + 1_000)
})

test('a reboot by the technician is reported as one', async () => {
  const { judge, tell } = on
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  await tell('reboot')
  expect(await judge.next('StopTransaction')).toMatchObject({ reason: 'Reboot' })
  await expect(tell('start', { userId: 'ANNA' })).rejects.toThrow('Charger V1 is rebooting.')
  await judge.next('BootNotification')
})

test('unlocking a connector ends its session', async () => {
  const { judge, tell } = on
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  expect(await judge.ask('UnlockConnector', { connectorId: 1 })).toEqual({ status: 'Unlocked' })
  expect(await judge.next('StopTransaction')).toMatchObject({ reason: 'UnlockCommand' })
  expect(await judge.ask('UnlockConnector', { connectorId: 5 })).toEqual({ status: 'NotSupported' })
})

test('a connector goes out of service at once when it is free, and after the session when it is not', async () => {
  const { judge, tell } = on
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  expect(await judge.ask('ChangeAvailability', { connectorId: 0, type: 'Inoperative' })).toEqual({ status: 'Scheduled' })
  await judge.status(0, 'Unavailable')
  await judge.status(2, 'Unavailable')
  expect(status(1)).toBe('Charging')
  await tell('stop')
  await judge.status(1, 'Unavailable')
  expect(await judge.ask('ChangeAvailability', { connectorId: 1, type: 'Operative' })).toEqual({ status: 'Accepted' })
  await judge.status(1, 'Finishing')
  expect(await judge.ask('ChangeAvailability', { connectorId: 7, type: 'Operative' })).toEqual({ status: 'Rejected' })
})

test('a reserved connector charges for its user only, and names the reservation', async () => {
  const { judge, tell } = on
  const reservation = { connectorId: 1, expiryDate: new Date(Date.now() + 60_000).toISOString(), idTag: 'ANNA', reservationId: 77 }
  expect(await judge.ask('ReserveNow', reservation)).toEqual({ status: 'Accepted' })
  await judge.status(1, 'Reserved')
  await tell('plug')
  await expect(tell('start', { userId: 'EVE' })).rejects.toThrow('Connector 1 is reserved for another user.')
  await tell('start', { userId: 'ANNA' })
  await judge.status(1, 'Preparing')
  expect(await judge.next('StartTransaction')).toMatchObject({ reservationId: 77 })
  expect(await judge.ask('CancelReservation', { reservationId: 77 })).toEqual({ status: 'Rejected' })
})

test('a reservation is over when it is cancelled or when its time has come', async () => {
  const { judge } = on
  const reserve = (reservationId: number, inMs: number) =>
    judge.ask('ReserveNow', { connectorId: 2, expiryDate: new Date(Date.now() + inMs).toISOString(), idTag: 'ANNA', reservationId })
  expect(await reserve(1, 60_000)).toEqual({ status: 'Accepted' })
  expect(await reserve(2, 60_000)).toEqual({ status: 'Occupied' })
  expect(await judge.ask('CancelReservation', { reservationId: 1 })).toEqual({ status: 'Accepted' })
  await judge.status(2, 'Available')
  expect(await reserve(3, 300)).toEqual({ status: 'Accepted' })
  await judge.status(2, 'Reserved')
  await judge.status(2, 'Available')
})
