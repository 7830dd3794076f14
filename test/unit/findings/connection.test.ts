import { describe, expect, it } from 'vitest'
import { newMemory } from '../../../src/main/core/interpret/index.ts'
import { Feed } from '../../support/feed.ts'
import { boot, bootedCharger, bootedCharger2, disconnect, found, later, only } from '../../support/findings.ts'

function reconnect(feed: Feed, seconds: number): void {
  disconnect(feed)
  feed.wait(seconds).connection += 1
  feed.connect()
}

describe('a connection that comes and goes', () => {
  it('is found at the fourth connect within ten minutes, and is one finding with a count', () => {
    const feed = bootedCharger()
    for (let time = 0; time < 5; time++) reconnect(feed.wait(60), 10)
    const finding = only(feed, 'connection-flapping')
    expect(finding).toMatchObject({ count: 6, state: 'open', severity: 'warning' })
    expect(finding.text).toContain('Connected 6 times')
    expect(finding.text).toContain('1006')
  })
  it('is over when the connection has held for ten minutes', () => {
    const feed = bootedCharger()
    for (let time = 0; time < 4; time++) reconnect(feed.wait(60), 10)
    later(feed, 601)
    expect(only(feed, 'connection-flapping').state).toBe('over')
  })
  it('is not found in three connects, nor in four within an hour', () => {
    const feed = bootedCharger()
    for (let time = 0; time < 2; time++) reconnect(feed.wait(60), 10)
    for (let time = 0; time < 4; time++) reconnect(feed.wait(900), 10)
    expect(found(feed, 'connection-flapping')).toEqual([])
  })
  it('is not found where each loss was a restart that somebody had asked for', () => {
    const feed = bootedCharger()
    for (let time = 0; time < 5; time++) {
      feed.wait(60).exchange('out', 'Reset', { type: 'Soft' }, { status: 'Accepted' })
      reconnect(feed, 20)
      boot(feed)
    }
    expect(feed.rows.findings).toEqual([])
    for (let time = 0; time < 4; time++) reconnect(feed.wait(60), 10)
    expect(only(feed, 'connection-flapping').count).toBe(4)
  })
})

describe('a charger that is not let in', () => {
  const refuse = (feed: Feed, more: object = {}) =>
    feed.event('refused', { reason: 'wrong password', whatToDo: 'Set the password.', status: 401, ...more })
  it('is found when it has tried three times, with what to do', () => {
    const feed = new Feed()
    refuse(feed)
    refuse(feed.wait(5), { repeated: { count: 8, withinS: 60 } })
    expect(only(feed, 'connection-refused')).toMatchObject({ count: 9, advice: 'Set the password.', state: 'open', severity: 'error' })
    feed.connect()
    expect(only(feed, 'connection-refused').state).toBe('over')
  })
  it('is not found after one slip', () => {
    const feed = new Feed()
    refuse(feed)
    feed.wait(5).connect()
    refuse(feed.wait(5))
    expect(found(feed, 'connection-refused')).toEqual([])
  })
})

describe('a missed heartbeat', () => {
  it('is noticed by whatever comes next, and says for how long nothing was heard', () => {
    const feed = bootedCharger(300)
    feed.wait(1_000).exchange('out', 'GetConfiguration', {}, {})
    const finding = only(feed, 'heartbeat-missed')
    expect(finding.text).toBe('Nothing was heard for 17 min, although a heartbeat was due every 5 min; then it was there again.')
    expect(finding.firstAt).toBe(feed.at - 1_000_000)
    expect(finding.state).toBe('over')
  })
  it('is noticed by the disconnect', () => {
    const feed = bootedCharger(60)
    feed.wait(600)
    disconnect(feed)
    expect(only(feed, 'heartbeat-missed').text).toContain('then the connection was lost')
  })
  it('follows an interval that was changed', () => {
    const feed = bootedCharger(60)
    feed.exchange('out', 'ChangeConfiguration', { key: 'HeartbeatInterval', value: '3600' }, { status: 'Accepted' })
    later(feed, 3_000)
    expect(found(feed, 'heartbeat-missed')).toEqual([])
  })
  it('follows an interval of 2.x that was changed', () => {
    const feed = bootedCharger2()
    const setVariableData = [{ component: { name: 'OCPPCommCtrlr' }, variable: { name: 'HeartbeatInterval' }, attributeValue: '10' }]
    feed.exchange('out', 'SetVariables', { setVariableData }, { setVariableResult: [{ attributeStatus: 'Accepted' }] })
    later(feed, 120)
    expect(only(feed, 'heartbeat-missed').text).toContain('every 10 s')
  })
  it('is none where other messages come instead, where the app was away, or where no interval is known', () => {
    const busy = bootedCharger(60)
    for (let minute = 0; minute < 20; minute++) busy.wait(100).status(1, 'Available')
    const away = bootedCharger(60)
    away.wait(90_000).event('disconnect', { code: null, reason: 'Chargebench was not running', lastKnownAt: away.at - 89_000_000 })
    const unknown = new Feed().connect()
    later(unknown, 90_000)
    expect([busy, away, unknown].flatMap((feed) => found(feed, 'heartbeat-missed'))).toEqual([])
  })
})

describe('answers', () => {
  const ask = (feed: Feed, seconds: number, direction: 'in' | 'out' = 'out') => {
    const id = `ask-${feed.all.length}`
    feed.frame(direction, JSON.stringify([2, id, direction === 'out' ? 'GetConfiguration' : 'Heartbeat', {}]))
    feed.wait(seconds).frame(direction === 'out' ? 'in' : 'out', JSON.stringify([3, id, {}]))
  }
  it('of the charger that are slow three times are found', () => {
    const feed = bootedCharger()
    for (const seconds of [6, 1, 8, 7]) ask(feed, seconds)
    expect(only(feed, 'slow-answers')).toMatchObject({ count: 3, severity: 'notice' })
    expect(only(feed, 'slow-answers').text).toContain('took 8 s')
    expect(found(feed, 'our-slow-answers')).toEqual([])
  })
  it('of the central system that are slow are found as its own', () => {
    const feed = bootedCharger()
    ask(feed, 16, 'in')
    expect(only(feed, 'our-slow-answers').count).toBe(1)
  })
  it('that are slow once, or take four seconds, are not found', () => {
    const feed = bootedCharger()
    for (const seconds of [4, 4, 4, 4, 6]) ask(feed, seconds)
    expect(found(feed, 'slow-answers')).toEqual([])
  })
  it('that the charger never gives are found when they are given up', () => {
    const feed = bootedCharger()
    feed.frame('out', JSON.stringify([2, 'x', 'GetDiagnostics', {}]))
    feed.wait(30).event('notice', { text: 'No answer', messageId: 'x', action: 'GetDiagnostics' })
    expect(only(feed, 'missing-answers').text).toBe('GetDiagnostics was not answered by the charger within 30 s.')
    later(feed, 300)
    expect(only(feed, 'missing-answers').count).toBe(1)
  })
  it('that never come in a log that does not say when they were given up are found after a minute', () => {
    const feed = bootedCharger()
    feed.frame('out', JSON.stringify([2, 'x', 'GetDiagnostics', {}]))
    later(feed, 30)
    expect(found(feed, 'missing-answers')).toEqual([])
    later(feed, 31)
    expect(only(feed, 'missing-answers')).toMatchObject({ count: 1, severity: 'warning' })
  })
  it('that the central system never gives are found', () => {
    const feed = bootedCharger()
    feed.frame('in', JSON.stringify([2, 'x', 'StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' }]))
    later(feed, 61)
    expect(only(feed, 'our-missing-answers')).toMatchObject({ count: 1, severity: 'error' })
  })
  it('are not missed in a log that holds one direction only, nor when the connection was lost meanwhile', () => {
    const oneSided = new Feed()
    for (let beat = 0; beat < 5; beat++) oneSided.wait(300).frame('in', JSON.stringify([2, `h${beat}`, 'Heartbeat', {}]))
    const lost = bootedCharger()
    lost.frame('out', JSON.stringify([2, 'x', 'Reset', { type: 'Hard' }]))
    disconnect(lost.wait(5))
    lost.wait(120).connect()
    later(lost, 60)
    expect([oneSided, lost].flatMap((feed) => [...found(feed, 'missing-answers'), ...found(feed, 'our-missing-answers')])).toEqual([])
  })
})

describe('restarts', () => {
  const restart = (feed: Feed, away = 40): void => {
    reconnect(feed, away)
    boot(feed)
  }
  it('that nobody asked for are found, as a warning where a session was running', () => {
    const feed = bootedCharger()
    later(feed, 600)
    restart(feed)
    expect(only(feed, 'reboot-unasked')).toMatchObject({ severity: 'notice', text: 'It told of a restart after 40 s without connection.' })
    feed.start(7)
    restart(feed.wait(60))
    expect(only(feed, 'reboot-unasked')).toMatchObject({ severity: 'warning', count: 2 })
  })
  it('give the reason of 2.x', () => {
    const feed = bootedCharger2()
    reconnect(feed.wait(300), 40)
    feed.exchange(
      'in',
      'BootNotification',
      { reason: 'Watchdog', chargingStation: { vendorName: 'V', model: 'M' } },
      { status: 'Accepted' },
    )
    expect(only(feed, 'reboot-unasked').text).toContain('its software hung')
  })
  it('are a loop when there are three within half an hour', () => {
    const feed = bootedCharger()
    for (let time = 0; time < 3; time++) restart(feed.wait(300))
    expect(only(feed, 'reboot-loop')).toMatchObject({ count: 3, severity: 'error', state: 'open' })
    later(feed, 2_000)
    expect(only(feed, 'reboot-loop').state).toBe('over')
  })
  it('are none after a Reset or an update, at the first boot, after a Pending, or where it only connected again', () => {
    const asked = bootedCharger()
    asked.wait(300).exchange('out', 'Reset', { type: 'Soft' }, { status: 'Accepted' })
    restart(asked)
    const updated = bootedCharger()
    updated.wait(300).exchange('out', 'UpdateFirmware', { location: 'ftp://x/y', retrieveDate: updated.iso() }, {})
    restart(updated, 300)
    const pending = new Feed().connect()
    for (let time = 0; time < 5; time++) {
      boot(pending, 60, 'Pending')
      pending.wait(60)
    }
    const again = bootedCharger()
    for (let time = 0; time < 5; time++) restart(again.wait(300), 2)
    const triggered = bootedCharger()
    triggered.wait(300).exchange('out', 'TriggerMessage', { requestedMessage: 'BootNotification' }, { status: 'Accepted' })
    boot(triggered)
    const feeds = [asked, updated, pending, again, triggered, bootedCharger()]
    expect(feeds.flatMap((feed) => [...found(feed, 'reboot-unasked'), ...found(feed, 'reboot-loop')])).toEqual([])
  })
})

describe('registration', () => {
  it('that is rejected is found until it is accepted', () => {
    const feed = new Feed().connect()
    boot(feed, 600, 'Rejected')
    expect(only(feed, 'boot-rejected')).toMatchObject({ state: 'open', severity: 'error' })
    expect(only(feed, 'boot-rejected').text).toContain('after 10 min')
    boot(feed.wait(600))
    expect(only(feed, 'boot-rejected').state).toBe('over')
  })
  it('that stays pending is found after a quarter of an hour, and says in the end how long it took', () => {
    const feed = new Feed().connect()
    for (let time = 0; time < 20; time++) {
      boot(feed, 60, 'Pending')
      feed.wait(60)
    }
    expect(only(feed, 'boot-pending')).toMatchObject({ state: 'open', count: 1 })
    boot(feed)
    expect(only(feed, 'boot-pending')).toMatchObject({ state: 'over', text: 'It waited 20 min until it was accepted.' })
  })
  it('that is pending for a minute is not found', () => {
    const feed = new Feed().connect()
    boot(feed, 60, 'Pending')
    boot(feed.wait(60))
    later(feed, 4_000)
    expect(found(feed, 'boot-pending')).toEqual([])
  })
})

describe('the clock', () => {
  const status = (feed: Feed, offsetS: number) => feed.wait(100).status(1, 'Available', { timestamp: feed.iso(feed.at + offsetS * 1_000) })
  it('that is wrong for minutes is found until it is right', () => {
    const feed = bootedCharger()
    for (let time = 0; time < 4; time++) status(feed, 7_200)
    expect(only(feed, 'clock-wrong')).toMatchObject({ state: 'open', count: 1 })
    expect(only(feed, 'clock-wrong').text).toContain('2 h ahead, whole hours')
    for (let time = 0; time < 6; time++) status(feed, 0)
    expect(only(feed, 'clock-wrong').state).toBe('over')
  })
  it('that was never set is found', () => {
    const feed = bootedCharger()
    for (let time = 0; time < 4; time++) feed.wait(100).status(1, 'Available', { timestamp: '1970-01-01T00:02:00Z' })
    expect(only(feed, 'clock-wrong').text).toContain('is not set')
  })
  it('that is off by seconds, or is set soon after the connect, is not found', () => {
    const seconds = bootedCharger()
    for (let time = 0; time < 5; time++) status(seconds, 20)
    const soon = new Feed().connect()
    soon.wait(1).status(1, 'Available', { timestamp: '1970-01-01T00:02:00Z' })
    boot(soon)
    for (let time = 0; time < 5; time++) status(soon, 0)
    expect([seconds, soon].flatMap((feed) => found(feed, 'clock-wrong'))).toEqual([])
  })
})

it('nothing is found about how long anything took where the log tells no times', () => {
  const quietFor = (timeless: boolean): string[] => {
    const feed = new Feed()
    feed.memory = newMemory('CP-1', feed.at, timeless)
    boot(feed.connect(), 60)
    later(feed, 4_000)
    feed.frame('in', JSON.stringify([2, 'late', 'Heartbeat', {}]))
    feed.wait(4_000).frame('out', JSON.stringify([3, 'late', { currentTime: feed.iso() }]))
    feed.status(1, 'Faulted', { errorCode: 'GroundFailure' })
    return feed.rows.findings.map(({ kind }) => kind).toSorted()
  }
  expect(quietFor(false)).toEqual(['fault', 'heartbeat-missed', 'our-slow-answers'])
  expect(quietFor(true)).toEqual(['fault'])
})

it('a virtual charger that ends and begins with the app has not restarted by itself, a real one may have', () => {
  const backAgain = (virtual: boolean): Feed => {
    const feed = new Feed()
    feed.event('connect', { protocol: 'ocpp1.6', virtual })
    boot(feed)
    later(feed, 300)
    feed.wait(600).event('disconnect', { code: null, reason: 'Chargebench was not running', lastKnownAt: feed.at - 590_000 })
    feed.connection += 1
    feed.event('connect', { protocol: 'ocpp1.6', virtual })
    boot(feed)
    return feed
  }
  expect(backAgain(true).rows.findings).toEqual([])
  expect(only(backAgain(false), 'reboot-unasked').severity).toBe('notice')
})
