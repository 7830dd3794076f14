import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesWithin, type InstalledProfile, limitAt } from '../../../src/main/core/simulator/limits.ts'
import type { ChargingProfile } from '../../../src/main/core/simulator/messages.ts'

const noon = Date.UTC(2026, 2, 10, 12)
const second = 1_000
const hour = 3_600 * second
const day = 24 * hour

function installed(
  purpose: ChargingProfile['chargingProfilePurpose'],
  limitW: number,
  more: Partial<ChargingProfile> & { connectorId?: number; schedule?: Partial<ChargingProfile['chargingSchedule']> } = {},
): InstalledProfile {
  const { connectorId = 1, schedule, ...rest } = more
  const chargingSchedule = { chargingRateUnit: 'W' as const, chargingSchedulePeriod: [{ startPeriod: 0, limit: limitW }], ...schedule }
  return {
    connectorId,
    profile: {
      chargingProfileId: 1,
      stackLevel: 0,
      chargingProfilePurpose: purpose,
      chargingProfileKind: 'Absolute',
      ...rest,
      chargingSchedule,
    },
  }
}
const powerW = (profiles: InstalledProfile[], at = noon, where = {}) =>
  limitAt(profiles, { connectorId: 1, startedAt: noon, sharing: 1, ...where }, at).powerW

test('without a profile the connector gives all it has', () => {
  expect(powerW([])).toBe(11_040)
})

test('the profile of the transaction goes before the default, and the charger as a whole before both', () => {
  const profiles = [
    installed('TxDefaultProfile', 6_000, { connectorId: 0 }),
    installed('TxDefaultProfile', 7_000),
    installed('TxProfile', 9_000),
    installed('ChargePointMaxProfile', 8_000, { connectorId: 0 }),
  ]
  expect(powerW(profiles)).toBe(8_000)
  expect(powerW(profiles.slice(0, 3))).toBe(9_000)
  expect(powerW(profiles.slice(0, 3), noon, { startedAt: null })).toBe(7_000)
  expect(powerW(profiles, noon, { connectorId: 2 })).toBe(6_000)
})

test('of two profiles of one purpose the higher stack level counts while it is valid', () => {
  const profiles = [
    installed('TxProfile', 9_000),
    installed('TxProfile', 5_000, { stackLevel: 3, validTo: new Date(noon + hour).toISOString() }),
  ]
  expect(powerW(profiles)).toBe(5_000)
  expect(powerW(profiles, noon + hour)).toBe(9_000)
})

test('a limit of the whole charger is shared by the connectors that charge', () => {
  expect(powerW([installed('ChargePointMaxProfile', 10_000, { connectorId: 0 })], noon, { sharing: 2 })).toBe(5_000)
})

test('less than six ampere a phase is nothing, and fewer phases need less', () => {
  const ampere = (limit: number, numberPhases?: number) => {
    const period = { startPeriod: 0, limit, ...(numberPhases === undefined ? {} : { numberPhases }) }
    return powerW([installed('TxProfile', 0, { schedule: { chargingRateUnit: 'A', chargingSchedulePeriod: [period] } })])
  }
  expect(ampere(6)).toBe(4_140)
  expect(ampere(5.9)).toBe(0)
  expect(ampere(6, 1)).toBe(1_380)
  expect(ampere(32)).toBe(11_040)
})

test('a relative schedule counts from the start of the transaction, and ends with its duration', () => {
  const chargingSchedulePeriod = [
    { startPeriod: 0, limit: 5_000 },
    { startPeriod: 60, limit: 9_000 },
  ]
  const profiles = [installed('TxProfile', 0, { chargingProfileKind: 'Relative', schedule: { duration: 120, chargingSchedulePeriod } })]
  expect([0, 59, 60, 119, 120].map((seconds) => powerW(profiles, noon + seconds * second))).toEqual([5_000, 5_000, 9_000, 9_000, 11_040])
})

test('a daily schedule comes again each day, but not before its first', () => {
  const daily = installed('TxDefaultProfile', 5_000, {
    chargingProfileKind: 'Recurring',
    recurrencyKind: 'Daily',
    schedule: { startSchedule: new Date(noon).toISOString(), duration: 3_600 },
  })
  const moments = [noon - day, noon, noon + 2 * hour, noon + 3 * day + 1]
  expect(moments.map((at) => powerW([daily], at))).toEqual([11_040, 5_000, 11_040, 5_000])
  expect(changesWithin([daily], noon - hour, noon + day + 2 * hour, null)).toEqual([
    noon - hour,
    noon,
    noon + hour,
    noon + day,
    noon + day + hour,
  ])
})

test('whatever profiles are installed, a connector never gives more than any limit that is in force, nor less than six ampere', () => {
  const limit = fc.double({ min: 0, max: 30_000, noNaN: true })
  fc.assert(
    fc.property(limit, limit, fc.integer({ min: 1, max: 4 }), (session, whole, sharing) => {
      const given = powerW([installed('TxProfile', session), installed('ChargePointMaxProfile', whole, { connectorId: 0 })], noon, {
        sharing,
      })
      expect(given).toBeLessThanOrEqual(Math.min(session, whole / sharing, 11_040))
      expect(given === 0 || given >= 4_140).toBe(true)
    }),
  )
})
