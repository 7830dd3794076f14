import { describe, expect, it } from 'vitest'
import type { Feed } from '../../support/feed.ts'
import { evse, user } from '../../support/feed2.ts'
import { bootedCharger, bootedCharger2, charging, found, measure, only } from '../../support/findings.ts'

/** A reading a minute, of a car that takes so much power. */
function minutes(feed: Feed, count: number, reading: (minute: number) => Parameters<typeof measure>[2]): void {
  for (let minute = 1; minute <= count; minute++) measure(feed.wait(60), 7, reading(minute))
}
/** The register after so many minutes at 6 kW. */
const register = (minute: number): number => 1_000 + minute * 100
const kinds = ['meter-unit', 'meter-jump', 'meter-backwards', 'energy-mismatch', 'current-above-limit', 'charging-without-power']
const all = (feed: Feed) => kinds.flatMap((kind) => found(feed, kind))

function session(reading: (minute: number) => Parameters<typeof measure>[2], meterStop = 4_000): Feed {
  const feed = bootedCharger()
  charging(feed)
  minutes(feed, 30, reading)
  feed.stop(7, meterStop)
  return feed
}

it('A session whose figures fit each other has no finding', () => {
  expect(all(session((minute) => ({ wh: register(minute), w: 6_000, a: 8.7, v: 230 })))).toEqual([])
  expect(all(session((minute) => ({ wh: register(minute), w: minute % 2 === 0 ? 5_500 : 6_500 })))).toEqual([])
  expect(all(session((minute) => ({ wh: register(minute) })))).toEqual([])
})

describe('the unit of a meter', () => {
  it('is wrong where the register counts a thousandth', () => {
    const feed = session((minute) => ({ wh: 1_000 + minute * 0.1, w: 6_000 }), 1_003)
    expect(only(feed, 'meter-unit').text).toContain('kWh that are called Wh')
    expect(only(feed, 'meter-unit').sessionId).toBe(feed.rows.sessions[0]?.id)
  })
  it('is wrong where the power is ten times too low by the register', () => {
    const feed = session((minute) => ({ wh: register(minute), w: 600 }))
    expect(only(feed, 'meter-unit').text).toContain('ten times too low')
  })
  it('is wrong where the power is ten times too low by current and voltage', () => {
    const feed = session((minute) => ({ wh: 1_000 + minute * 10, w: 600, a: 8.7, v: 230 }), 1_300)
    expect(only(feed, 'meter-unit').text).toContain('8.7 A at 230 V make at least 2 kW, but the reported power is 600 W')
  })
  it('is not wrong on three phases, on one, nor with DC', () => {
    const three = session((minute) => ({ wh: register(minute), w: 6_000, a: 8.7, v: 230 }))
    const one = session((minute) => ({ wh: 1_000 + minute * 33, w: 2_000, a: 8.7, v: 230 }), 1_990)
    const dc = session((minute) => ({ wh: register(minute), w: 6_000, a: 100, v: 400 }))
    expect([three, one, dc].flatMap((feed) => found(feed, 'meter-unit'))).toEqual([])
  })
})

describe('the register', () => {
  it('that goes backwards is found once, with a count', () => {
    const feed = session((minute) => ({ wh: minute % 10 === 0 ? 500 : register(minute) }))
    expect(only(feed, 'meter-backwards')).toMatchObject({ count: 3, severity: 'warning' })
  })
  it('that jumps is found, and says where its unit changed', () => {
    const feed = session((minute) => ({ wh: minute === 10 ? register(minute) * 1_000 : register(minute), w: 6_000 }))
    expect(only(feed, 'meter-jump').text).toContain('a thousand times the reading before')
  })
  it('that goes on after an hour without readings does not jump', () => {
    const feed = bootedCharger()
    charging(feed)
    measure(feed, 7, { wh: 1_000, w: 11_000 })
    measure(feed.wait(3_600), 7, { wh: 12_000, w: 11_000 })
    feed.status(1, 'Available')
    measure(feed, 7, { wh: 12_000, w: 0 })
    expect(found(feed, 'meter-jump')).toEqual([])
  })
  it('that begins at 0 and then shows its life does not jump', () => {
    const feed = session((minute) => ({ wh: minute === 1 ? 0 : 8_000_000 + minute * 100, w: 6_000 }), 8_003_000)
    expect(found(feed, 'meter-jump')).toEqual([])
  })
})

describe('the energy of a session', () => {
  it('that is far from what flowed is found', () => {
    const feed = session((minute) => ({ wh: 1_000 + minute * 50, w: 6_000 }), 2_500)
    expect(only(feed, 'energy-mismatch').text).toBe('The session counts 1.5 kWh, but the reported power makes 2.9 kWh of the time.')
  })
  it('whose stop is above the last reading by more than can have flowed is found', () => {
    const feed = session((minute) => ({ wh: register(minute), w: 6_000 }), 90_000)
    expect(only(feed, 'energy-mismatch').text).toContain('90 kWh by its stop, but the meter had read 4 kWh')
  })
  it('that differs a little, or was measured now and then only, is not found', () => {
    const close = session((minute) => ({ wh: register(minute), w: 5_400 }))
    const rare = bootedCharger()
    charging(rare)
    for (let time = 1; time <= 12; time++) measure(rare.wait(1_200), 7, { wh: 1_000 + time * 1_000, w: 6_000 })
    rare.stop(7, 13_000)
    expect([close, rare].flatMap((feed) => found(feed, 'energy-mismatch'))).toEqual([])
  })
})

describe('a limit', () => {
  const limit = (feed: Feed, value: number, unit = 'A', answer = 'Accepted') => {
    const chargingSchedule = { chargingRateUnit: unit, chargingSchedulePeriod: [{ startPeriod: 0, limit: value }] }
    const csChargingProfiles = {
      chargingProfileId: 3,
      stackLevel: 1,
      chargingProfilePurpose: 'TxProfile',
      chargingProfileKind: 'Relative',
      chargingSchedule,
    }
    return feed.exchange('out', 'SetChargingProfile', { connectorId: 1, csChargingProfiles }, { status: answer }).call
  }
  it('that is not kept is found after a moment, with the call that commanded it', () => {
    const feed = bootedCharger()
    charging(feed)
    const call = limit(feed, 6)
    minutes(feed, 4, (minute) => ({ wh: register(minute), a: 16 }))
    const finding = only(feed, 'current-above-limit')
    expect(finding).toMatchObject({ severity: 'error', state: 'open', text: '16 A flowed on connector 1, where 6 A had been commanded.' })
    expect(finding.evidence).toContain(call.entry.seq)
    minutes(feed, 1, (minute) => ({ wh: register(minute + 4), a: 6 }))
    expect(only(feed, 'current-above-limit').state).toBe('over')
  })
  it('in watts that is not kept is found', () => {
    const feed = bootedCharger()
    charging(feed)
    limit(feed, 4_000, 'W')
    minutes(feed, 4, (minute) => ({ wh: register(minute), w: 11_000 }))
    expect(only(feed, 'current-above-limit').text).toBe('11000 W flowed on connector 1, where 4000 W had been commanded.')
  })
  it('that is kept, was refused, or ended with its session is not found', () => {
    const kept = bootedCharger()
    charging(kept)
    limit(kept, 16)
    minutes(kept, 4, (minute) => ({ wh: register(minute), a: 16.4 }))
    const refused = bootedCharger()
    charging(refused)
    limit(refused, 6, 'A', 'Rejected')
    minutes(refused, 4, (minute) => ({ wh: register(minute), a: 16 }))
    const next = bootedCharger()
    charging(next)
    limit(next, 6)
    next.stop(7, 1_000)
    next.start(7, { meterStart: 1_000, timestamp: next.iso(next.at + 1_000) })
    minutes(next, 4, (minute) => ({ wh: register(minute), a: 16 }))
    expect([kept, refused, next].flatMap((feed) => found(feed, 'current-above-limit'))).toEqual([])
  })
  it('of 2.x that is not kept is found', () => {
    const feed = bootedCharger2()
    feed.reported('Occupied')
    feed.told('Started', 0, { chargingState: 'Charging' }, { ...evse, ...user('TAG') })
    const chargingSchedule = [{ id: 1, chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 6 }] }]
    const chargingProfile = {
      id: 3,
      stackLevel: 1,
      chargingProfilePurpose: 'TxDefaultProfile',
      chargingProfileKind: 'Relative',
      chargingSchedule,
    }
    feed.exchange('out', 'SetChargingProfile', { evseId: 1, chargingProfile }, { status: 'Accepted' })
    for (let seqNo = 1; seqNo < 5; seqNo++) {
      feed.wait(60)
      const sampledValue = [{ value: 16, measurand: 'Current.Import' }]
      feed.told('Updated', seqNo, {}, { meterValue: [{ timestamp: feed.iso(), sampledValue }] })
    }
    expect(found(feed, 'current-above-limit')).toHaveLength(1)
  })
})
