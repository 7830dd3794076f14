import { describe, expect, it } from 'vitest'
import { commandedSteps } from '../../../src/main/core/project/commanded-steps.ts'
import { Feed, noon } from '../../support/feed.ts'

const minute = 60_000
const range = { from: noon, to: noon + 60 * minute }

interface Given {
  purpose?: string
  level?: number
  unit?: 'A' | 'W'
  kind?: string
  startSchedule?: string
  connectorId?: number
  duration?: number
  periods?: [startPeriod: number, limit: number][]
}

function profile({
  purpose = 'TxDefaultProfile',
  level = 0,
  unit = 'A',
  kind = 'Absolute',
  startSchedule,
  duration,
  periods,
}: Given): object {
  return {
    chargingProfileId: level + 1,
    stackLevel: level,
    chargingProfilePurpose: purpose,
    chargingProfileKind: kind,
    ...(kind === 'Recurring' ? { recurrencyKind: 'Daily' } : {}),
    chargingSchedule: {
      chargingRateUnit: unit,
      ...(startSchedule === undefined ? {} : { startSchedule }),
      ...(duration === undefined ? {} : { duration }),
      chargingSchedulePeriod: (periods ?? [[0, 16]]).map(([startPeriod, limit]) => ({ startPeriod, limit })),
    },
  }
}

function command(feed: Feed, minutes: number, given: Given, status = 'Accepted'): void {
  feed.at = noon + minutes * minute
  feed.exchange('out', 'SetChargingProfile', { connectorId: given.connectorId ?? 1, csChargingProfiles: profile(given) }, { status })
}

const charger = (): Feed => {
  const feed = new Feed().connect()
  feed.status(1, 'Available')
  return feed
}

function steps({ rows }: Feed, connectors = [1], within = range) {
  const found = commandedSteps(rows.commanded, rows.sessions, connectors, within)
  return found?.map(({ connectorId, from, to, value, unit, purpose }) => [
    connectorId,
    (from - noon) / minute,
    (to - noon) / minute,
    `${value} ${unit}`,
    purpose,
  ])
}

describe('limits that were commanded', () => {
  it('hold from the time when the charger accepted them until they are replaced', () => {
    const feed = charger()
    command(feed, 10, { periods: [[0, 16]] })
    command(feed, 20, { periods: [[0, 6]] })
    command(feed, 30, { periods: [[0, 32]] }, 'Rejected')
    expect(steps(feed)).toEqual([
      [1, 10, 20, '16 A', 'default'],
      [1, 20, 60, '6 A', 'default'],
    ])
  })

  it('end when they are cleared', () => {
    const feed = charger()
    command(feed, 10, {})
    feed.at = noon + 15 * minute
    feed.exchange('out', 'ClearChargingProfile', {}, { status: 'Accepted' })
    expect(steps(feed)).toEqual([[1, 10, 15, '16 A', 'default']])
  })

  it('follow their schedule', () => {
    const feed = charger()
    command(feed, 5, {
      startSchedule: feed.iso(noon + 10 * minute),
      duration: 1_800,
      periods: [
        [0, 16],
        [600, 0],
        [1_200, 10],
      ],
    })
    expect(steps(feed)).toEqual([
      [1, 10, 20, '16 A', 'default'],
      [1, 20, 30, '0 A', 'default'],
      [1, 30, 40, '10 A', 'default'],
    ])
  })

  it('come again every day, also where they began long before', () => {
    const feed = charger()
    command(feed, 5, { kind: 'Recurring', startSchedule: feed.iso(noon - 86_400_000 * 400), duration: 600, periods: [[0, 8]] })
    const later = { from: noon + 86_400_000 * 30 - minute, to: noon + 86_400_000 * 31 - minute }
    const inMinutes = 86_400_000 / minute
    expect(steps(feed, [1], later)).toEqual([[1, 30 * inMinutes, 30 * inMinutes + 10, '8 A', 'default']])
  })

  it('of a session hold for that session, before the default, beside those of the whole charger', () => {
    const feed = charger()
    command(feed, 1, { connectorId: 0, purpose: 'ChargePointMaxProfile', unit: 'W', periods: [[0, 22_000]], level: 3 })
    command(feed, 2, { level: 1 })
    feed.at = noon + 10 * minute
    feed.start(7)
    command(feed, 12, {
      purpose: 'TxProfile',
      level: 2,
      kind: 'Relative',
      periods: [
        [0, 8],
        [1_200, 10],
      ],
    })
    feed.at = noon + 40 * minute
    feed.stop(7, 5_000)
    expect(steps(feed)).toEqual([
      [1, 1, 60, '22000 W', 'charger'],
      [1, 2, 12, '16 A', 'default'],
      [1, 12, 30, '8 A', 'session'],
      [1, 30, 40, '10 A', 'session'],
      [1, 40, 60, '16 A', 'default'],
    ])
  })

  it('of the whole charger hold on each connector', () => {
    const feed = charger()
    command(feed, 10, { connectorId: 0 })
    expect(steps(feed, [1, 2])).toEqual([
      [1, 10, 60, '16 A', 'default'],
      [2, 10, 60, '16 A', 'default'],
    ])
  })

  it('are left out where there are more than anybody can see', () => {
    const feed = charger()
    command(feed, 0, { kind: 'Recurring', startSchedule: feed.iso(noon), periods: Array.from({ length: 40 }, (_, i) => [i * 60, i]) })
    expect(steps(feed, [1], { from: noon, to: noon + 86_400_000 * 365 })).toBeUndefined()
  })
})
