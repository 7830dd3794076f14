import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Bench, bench, reading, when } from './judge.ts'

let on: Bench
beforeEach(async () => {
  on = await bench()
  await on.judge.ask('ChangeConfiguration', { key: 'MeterValueSampleInterval', value: '1' })
  await on.tell('plug')
})
afterEach(() => on.close())

const powerW = () => on.simulator.list()[0]!.connectors[0]!.powerW

function profile(purpose: string, unit: 'A' | 'W', limit: number, more = {}) {
  return {
    chargingProfileId: 1,
    stackLevel: 0,
    chargingProfilePurpose: purpose,
    chargingProfileKind: 'Relative',
    chargingSchedule: { chargingRateUnit: unit, chargingSchedulePeriod: [{ startPeriod: 0, limit }] },
    ...more,
  }
}
const set = (connectorId: number, csChargingProfiles: object) => on.judge.ask('SetChargingProfile', { connectorId, csChargingProfiles })

test('a limit of a transaction in ampere really limits the power, and is gone with the transaction', async () => {
  const { judge, simulator, tell } = on
  const limit = profile('TxProfile', 'A', 7)
  expect(await set(1, limit)).toEqual({ status: 'Rejected' })
  await tell('start', { userId: 'ANNA' })
  expect(await set(1, limit)).toEqual({ status: 'Accepted' })
  await when(simulator, () => powerW() > 4_700)
  await judge.next('MeterValues', (params) => reading(params, 'Power.Active.Import') > 4_700)
  const limited = await judge.next('MeterValues')
  expect(reading(limited, 'Power.Active.Import')).toBeLessThanOrEqual(7 * 3 * 230)
  expect(reading(limited, 'Current.Import')).toBeLessThanOrEqual(7)
  await tell('stop')
  await tell('start', { userId: 'ANNA' })
  await when(simulator, () => powerW() > 5_000)
})

test('a limit of nothing holds the power back, until it is cleared', async () => {
  const { judge, tell } = on
  await tell('start', { userId: 'ANNA' })
  await judge.status(1, 'Charging')
  expect(await set(0, profile('TxDefaultProfile', 'W', 0))).toEqual({ status: 'Accepted' })
  await judge.status(1, 'SuspendedEVSE')
  expect(powerW()).toBe(0)
  expect(await judge.ask('ClearChargingProfile', { id: 1 })).toEqual({ status: 'Accepted' })
  await judge.status(1, 'Charging')
  expect(await judge.ask('ClearChargingProfile', { id: 1 })).toEqual({ status: 'Unknown' })
})

test('a scheduled start charges when its time has come', async () => {
  const { judge, tell } = on
  const chargingSchedulePeriod = [
    { startPeriod: 0, limit: 0 },
    { startPeriod: 2, limit: 16 },
  ]
  await set(1, profile('TxDefaultProfile', 'A', 0, { chargingSchedule: { chargingRateUnit: 'A', chargingSchedulePeriod } }))
  await tell('start', { userId: 'ANNA' })
  const held = await judge.status(1, 'SuspendedEVSE')
  const released = await judge.status(1, 'Charging')
  expect(Date.parse(released.timestamp)).toBeGreaterThan(Date.parse(held.timestamp))
})

test('a remote start brings its own limit', async () => {
  const { judge, simulator } = on
  const chargingProfile = profile('TxProfile', 'W', 5_000)
  expect(await judge.ask('RemoteStartTransaction', { connectorId: 1, idTag: 'ANNA', chargingProfile })).toEqual({ status: 'Accepted' })
  await when(simulator, () => powerW() > 4_800)
  expect(await judge.ask('GetCompositeSchedule', { connectorId: 1, duration: 600 })).toMatchObject({
    status: 'Accepted',
    chargingSchedule: { duration: 600, chargingRateUnit: 'W', chargingSchedulePeriod: [{ startPeriod: 0, limit: 5_000 }] },
  })
})

test('a composite schedule tells each change of the limit in the unit that was asked for', async () => {
  const { judge } = on
  const startSchedule = new Date(Date.now() + 60_000).toISOString()
  const chargingSchedule = {
    chargingRateUnit: 'W',
    duration: 60,
    startSchedule,
    chargingSchedulePeriod: [{ startPeriod: 0, limit: 6_900 }],
  }
  const limit = profile('ChargePointMaxProfile', 'W', 0, { chargingProfileKind: 'Absolute', chargingSchedule })
  expect(await set(1, limit)).toEqual({ status: 'Rejected' })
  expect(await set(0, limit)).toEqual({ status: 'Accepted' })
  const { chargingSchedule: composite } = await judge.ask('GetCompositeSchedule', { connectorId: 1, duration: 600, chargingRateUnit: 'A' })
  expect(composite.chargingSchedulePeriod).toEqual([
    { startPeriod: 0, limit: 16, numberPhases: 3 },
    { startPeriod: 60, limit: 10, numberPhases: 3 },
    { startPeriod: 120, limit: 16, numberPhases: 3 },
  ])
})
