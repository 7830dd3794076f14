import { describe, expect, it } from 'vitest'
import type { Feed } from '../../support/feed.ts'
import { evse, user } from '../../support/feed2.ts'
import { boot, bootedCharger, bootedCharger2, charging, disconnect, found, later, measure, only } from '../../support/findings.ts'

describe('a user who is refused', () => {
  it('is found with the reason, by the answer to Authorize and to StartTransaction', () => {
    const feed = bootedCharger()
    feed.exchange('in', 'Authorize', { idTag: 'STRANGER' }, { idTagInfo: { status: 'Invalid' } })
    feed.exchange('in', 'Authorize', { idTag: 'STRANGER' }, { idTagInfo: { status: 'Invalid' } })
    feed.start(7, { idTag: 'BAD' }, { idTagInfo: { status: 'Blocked' } })
    expect(found(feed, 'authorization-refused')).toMatchObject([
      { count: 2, text: 'User "STRANGER" was answered "Invalid" to Authorize: the user is not known to the central system.' },
      { count: 1, text: 'User "BAD" was answered "Blocked" to StartTransaction: the user is blocked.' },
    ])
  })
  it('is found in 2.x', () => {
    const feed = bootedCharger2()
    feed.exchange('in', 'Authorize', user('POOR'), { idTokenInfo: { status: 'NoCredit' } })
    expect(only(feed, 'authorization-refused').text).toContain('no credit left')
  })
  it('is not found where he is accepted', () => {
    const feed = bootedCharger()
    feed.exchange('in', 'Authorize', { idTag: 'FRIEND' }, { idTagInfo: { status: 'Accepted' } })
    feed.start(7)
    expect(found(feed, 'authorization-refused')).toEqual([])
  })
})

describe('a remote start', () => {
  const start = { connectorId: 1, idTag: 'TAG' }
  it('that was accepted and starts nothing is found after two minutes, with what the connector said', () => {
    const feed = bootedCharger()
    feed.status(1, 'Available')
    feed.exchange('out', 'RemoteStartTransaction', start, { status: 'Accepted' })
    later(feed, 121)
    const finding = only(feed, 'start-without-session')
    expect(finding.text).toBe('Nothing had started 2 min after the start was accepted. Connector 1 was Available: no car was plugged in.')
    later(feed, 600)
    expect(only(feed, 'start-without-session').count).toBe(1)
  })
  it('that starts a session in time is fine, in 1.6 and in 2.x, also where the charger was away meanwhile', () => {
    const first = bootedCharger()
    first.exchange('out', 'RemoteStartTransaction', start, { status: 'Accepted' })
    first.wait(60).start(7)
    later(first, 600)
    const second = bootedCharger2()
    second.exchange('out', 'RequestStartTransaction', { evseId: 1, remoteStartId: 5, ...user('TAG') }, { status: 'Accepted' })
    second.wait(60).told('Started', 0, { remoteStartId: 5 }, evse)
    later(second, 600)
    const away = bootedCharger()
    away.exchange('out', 'RemoteStartTransaction', start, { status: 'Accepted' })
    disconnect(away.wait(20))
    away.wait(600).connection += 1
    away.connect().start(8, { timestamp: away.iso(away.at - 590_000) })
    later(away, 600)
    const wrong = (feed: Feed) => [...found(feed, 'start-without-session'), ...found(feed, 'start-refused')]
    expect([first, second, away].flatMap(wrong)).toEqual([])
  })
  it('that is refused is found as refused', () => {
    const feed = bootedCharger()
    feed.status(1, 'Faulted', { errorCode: 'InternalError' })
    feed.exchange('out', 'RemoteStartTransaction', start, { status: 'Rejected' })
    later(feed, 600)
    expect(only(feed, 'start-refused').text).toBe('RemoteStartTransaction was answered Rejected. Connector 1 was Faulted.')
    expect(found(feed, 'start-without-session')).toEqual([])
  })
})

describe('a car that has paused', () => {
  it('for half an hour is found by the next entry, and says in the end for how long', () => {
    const feed = bootedCharger()
    charging(feed)
    measure(feed, 7, { wh: 9_000 })
    feed.status(1, 'SuspendedEV')
    later(feed, 1_801)
    const finding = only(feed, 'suspended-by-car')
    expect(finding).toMatchObject({
      severity: 'notice',
      state: 'open',
      connectorId: 1,
      text: 'Connector 1 has been SuspendedEV for 30 min. 8 kWh had been charged.',
    })
    expect(finding.sessionId).toBe(feed.rows.sessions[0]?.id)
    later(feed, 4_000)
    expect(only(feed, 'suspended-by-car').text).toContain('97 min')
    feed.wait(60).status(1, 'Finishing')
    expect(only(feed, 'suspended-by-car')).toMatchObject({
      state: 'over',
      count: 1,
      text: 'Connector 1 was SuspendedEV for 98 min. 8 kWh had been charged.',
    })
  })
  it('is a warning where it never took anything', () => {
    const feed = bootedCharger()
    charging(feed)
    feed.status(1, 'SuspendedEV')
    later(feed, 2_000)
    expect(only(feed, 'suspended-by-car').severity).toBe('warning')
  })
  it('counts only as long as anybody knew', () => {
    const feed = bootedCharger()
    charging(feed)
    feed.status(1, 'SuspendedEV')
    disconnect(feed.wait(600))
    feed.wait(40_000).connection += 1
    feed.connect().status(1, 'Available')
    expect(found(feed, 'suspended-by-car')).toEqual([])
  })
  it('for a quarter of an hour is not found', () => {
    const feed = bootedCharger()
    charging(feed)
    feed.status(1, 'SuspendedEV')
    feed.wait(900).status(1, 'Charging')
    expect(found(feed, 'suspended-by-car')).toEqual([])
  })
})

describe('a charger that has paused', () => {
  const profile = (limit: number) => ({
    chargingProfileId: 1,
    stackLevel: 0,
    chargingProfilePurpose: 'TxDefaultProfile',
    chargingProfileKind: 'Absolute',
    chargingSchedule: { chargingRateUnit: 'A', startSchedule: '2026-03-01T00:00:00Z', chargingSchedulePeriod: [{ startPeriod: 0, limit }] },
  })
  it('without a command that explains it is a warning', () => {
    const feed = bootedCharger()
    charging(feed)
    feed.status(1, 'SuspendedEVSE')
    later(feed, 301)
    expect(only(feed, 'suspended-by-charger')).toMatchObject({ severity: 'warning', text: 'Connector 1 has been SuspendedEVSE for 5 min.' })
  })
  it('as it was commanded is a notice that names the limit and its call', () => {
    const feed = bootedCharger()
    const { call } = feed.exchange('out', 'SetChargingProfile', { connectorId: 0, csChargingProfiles: profile(0) }, { status: 'Accepted' })
    charging(feed)
    feed.status(1, 'SuspendedEVSE')
    later(feed, 301)
    const finding = only(feed, 'suspended-by-charger')
    expect(finding).toMatchObject({ severity: 'notice', title: 'The charger has paused as it was commanded' })
    expect(finding.text).toContain('allows 0 A')
    expect(finding.evidence).toContain(call.entry.seq)
  })
  it('is not explained by a limit that was refused, cleared, or is high enough', () => {
    for (const [limit, answer, clear] of [
      [0, 'Rejected', false],
      [0, 'Accepted', true],
      [16, 'Accepted', false],
    ] as const) {
      const feed = bootedCharger()
      feed.exchange('out', 'SetChargingProfile', { connectorId: 0, csChargingProfiles: profile(limit) }, { status: answer })
      if (clear) feed.exchange('out', 'ClearChargingProfile', { id: 1 }, { status: 'Accepted' })
      charging(feed)
      feed.status(1, 'SuspendedEVSE')
      later(feed, 301)
      expect(only(feed, 'suspended-by-charger').severity).toBe('warning')
    }
  })
  it('is found in 2.x, with a profile of 2.x', () => {
    const feed = bootedCharger2()
    const { chargingSchedule, chargingProfileId: id, ...rest } = profile(0)
    const payload = { evseId: 1, chargingProfile: { ...rest, id, chargingSchedule: [{ id: 1, ...chargingSchedule }] } }
    feed.exchange('out', 'SetChargingProfile', payload, { status: 'Accepted' })
    feed.reported('Occupied')
    feed.told('Started', 0, { chargingState: 'SuspendedEVSE' }, { ...evse, ...user('TAG') })
    later(feed, 301)
    expect(only(feed, 'suspended-by-charger')).toMatchObject({ severity: 'notice' })
  })
  it('for two minutes is not found', () => {
    const feed = bootedCharger()
    charging(feed)
    feed.status(1, 'SuspendedEVSE')
    feed.wait(120).status(1, 'Charging')
    expect(found(feed, 'suspended-by-charger')).toEqual([])
  })
})

describe('charging without power', () => {
  it('is found after five minutes, and is over when power flows', () => {
    const feed = bootedCharger()
    charging(feed)
    for (let time = 0; time < 6; time++) {
      measure(feed, 7, { wh: 1_000, w: 0, a: 0 })
      feed.wait(60)
    }
    expect(only(feed, 'charging-without-power')).toMatchObject({ state: 'open', count: 1 })
    expect(only(feed, 'charging-without-power').text).toBe('Connector 1 has said Charging for 5 min, but the meter shows 0 W and 0 A.')
    measure(feed, 7, { wh: 1_010, w: 7_000, a: 10 })
    expect(only(feed, 'charging-without-power').state).toBe('over')
  })
  it('is not found for a short pause, while suspended, or where power flows', () => {
    const pause = bootedCharger()
    charging(pause)
    const suspended = bootedCharger()
    charging(suspended)
    suspended.status(1, 'SuspendedEV')
    for (let time = 0; time < 9; time++) {
      measure(pause.wait(60), 7, { wh: 1_000 + time * 10, w: time % 4 === 0 ? 7_000 : 0 })
      measure(suspended.wait(60), 7, { wh: 1_000, w: 0 })
    }
    expect([pause, suspended].flatMap((feed) => found(feed, 'charging-without-power'))).toEqual([])
  })
})

describe('sessions', () => {
  it('that were never ended are found when another begins there, or when the connector is free', () => {
    const another = bootedCharger()
    charging(another, 7)
    another.wait(600).start(8, { meterStart: 5_000 })
    expect(only(another, 'session-not-ended').text).toContain(
      'Session 7 on connector 1 has not been ended, although another one has begun there',
    )
    const free = bootedCharger()
    charging(free, 7)
    free.wait(600).status(1, 'Available')
    later(free, 301)
    expect(only(free, 'session-not-ended')).toMatchObject({
      state: 'open',
      text: 'Session 7 on connector 1 has not been ended, although the connector is Available.',
    })
    free.stop(7, 2_000)
    expect(only(free, 'session-not-ended').state).toBe('over')
  })
  it('that end, or whose stop comes a little late, are fine', () => {
    const feed = bootedCharger()
    charging(feed, 7)
    feed.wait(600).status(1, 'Available')
    feed.wait(60).stop(7, 2_000)
    later(feed, 600)
    feed.start(8, { meterStart: 2_000 })
    expect(found(feed, 'session-not-ended')).toEqual([])
  })
  it('that end without having begun are found, those that did begin are not', () => {
    const feed = bootedCharger()
    feed.stop(99, 5_000)
    expect(only(feed, 'stop-without-start').text).toBe('StopTransaction ends transaction 99, whose start is not in the log.')
    const feed2 = bootedCharger2()
    feed2.told('Ended', 4, {}, evse)
    expect(found(feed2, 'stop-without-start')).toHaveLength(1)
    const good = bootedCharger()
    charging(good, 7)
    good.stop(7, 2_000)
    expect(found(good, 'stop-without-start')).toEqual([])
  })
  it('that are ended twice are found, unless the first stop had no answer', () => {
    const feed = bootedCharger()
    charging(feed, 7)
    feed.stop(7, 2_000)
    feed.wait(10).stop(7, 2_000)
    expect(only(feed, 'duplicate-stop')).toMatchObject({ count: 1, sessionId: feed.rows.sessions[0]?.id })
    const lost = bootedCharger()
    charging(lost, 7)
    const stop = { transactionId: 7, meterStop: 2_000, timestamp: lost.iso() }
    lost.frame('in', JSON.stringify([2, 'lost', 'StopTransaction', stop]))
    disconnect(lost.wait(5))
    lost.wait(30).connection += 1
    lost.connect()
    boot(lost)
    lost.exchange('in', 'StopTransaction', stop)
    expect(found(lost, 'duplicate-stop')).toEqual([])
  })
})
