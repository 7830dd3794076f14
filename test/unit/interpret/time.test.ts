import { describe, expect, it } from 'vitest'
import { clockOffset } from '../../../src/main/core/interpret/clock.ts'
import { placeInTime, readTimestamp } from '../../../src/main/core/interpret/place-in-time.ts'
import { Feed, noon } from '../../support/feed.ts'
import { evse, Feed2, user } from '../../support/feed2.ts'

describe("a charger's timestamp", () => {
  it.each([
    ['2026-03-01T10:00:00Z', noon],
    ['2026-03-01T11:00:00+01:00', noon],
    ['2026-03-01T11:00:00.250+0100', noon + 250],
    ['2026-03-01T10:00:00.123456789Z', noon + 123],
    ['2026-03-01T10:00Z', noon],
  ])('%s is read', (text, at) => {
    expect(readTimestamp(text)).toEqual({ at, deviations: [] })
  })

  it.each([
    ['2026-03-01T10:00:00', noon, 'time-without-offset'],
    ['2026-03-01 10:00:00', noon, 'time-without-offset'],
    [noon / 1000, noon, 'time-as-number'],
    ['1970-01-01T00:00:07Z', null, 'implausible-time'],
    ['0000-00-00T00:00:00', null, 'unreadable-time'],
    ['yesterday', null, 'unreadable-time'],
    [{}, null, 'unreadable-time'],
  ])('%s is taken with a word about it', (value, at, code) => {
    const read = readTimestamp(value)
    expect(read.at).toBe(at)
    expect(read.deviations.map((deviation) => deviation.code)).toContain(code)
  })
})

describe('a reported moment', () => {
  it('is the time of arrival where none was reported, or where it would lie in the future', () => {
    expect(placeInTime(noon, null, 0)).toEqual({ at: noon, deviation: null })
    expect(placeInTime(noon, noon + 50_000, null)).toEqual({ at: noon, deviation: null })
  })

  it("is corrected by the charger's clock", () => {
    expect(placeInTime(noon, noon + 3_600_000 - 2_000, 3_600_000)).toEqual({ at: noon - 2_000, deviation: null })
  })

  it('long before its arrival is placed where it happened, and said to be late', () => {
    const { at, deviation } = placeInTime(noon, noon - 3 * 3_600_000, 0)
    expect(at).toBe(noon - 3 * 3_600_000)
    expect(deviation).toMatchObject({ code: 'late', text: expect.stringContaining('3 h earlier') })
  })
})

describe("the charger's clock", () => {
  it('is measured by messages that tell of the present, once the connection has settled', () => {
    const feed = new Feed().connect()
    feed.wait(1).status(1, 'Available', { timestamp: feed.iso(feed.at - 7_200_000) })
    expect(feed.memory.charger.clockOffsetMs).toBeNull()
    feed.wait(30).status(1, 'Preparing', { timestamp: feed.iso(feed.at - 90_000) })
    expect(feed.memory.charger.clockOffsetMs).toBe(-90_000)
  })

  it('is not thought to be wrong because one message was late', () => {
    const at = (seconds: number, offsetMs: number) => ({ at: noon + seconds * 1000, offsetMs })
    expect(clockOffset([at(10, -40), at(20, -60), at(30, -600_000)])).toBe(-40)
  })

  it('is known to have been set once two measurements agree', () => {
    const at = (seconds: number, offsetMs: number) => ({ at: noon + seconds * 1000, offsetMs })
    expect(clockOffset([at(10, 3_600_000), at(20, -60), at(30, -80)])).toBe(-60)
  })

  it('that is an hour slow does not make a session start an hour ago', () => {
    const feed = new Feed().connect()
    feed.wait(60).start(5, { timestamp: feed.iso(feed.at - 3_600_000) })
    expect(feed.rows.sessions[0]?.startedAt).toBe(feed.at)
  })

  it('says nothing where the year cannot be right', () => {
    const feed = new Feed().connect()
    feed.wait(60).start(5, { timestamp: '1970-01-01T00:01:00Z' })
    expect(feed.memory.charger.clockOffsetMs).toBeNull()
    expect(feed.rows.sessions[0]?.startedAt).toBe(feed.at)
  })
})

describe('the clock of a charger of 2.x', () => {
  const slow = (feed: Feed2): { timestamp: string } => ({ timestamp: feed.iso(feed.at - 90_000) })

  it('is measured where a charger sends no times but those of its transactions', () => {
    const feed = new Feed2().connect()
    feed.wait(10).told('Started', 0, {}, { ...evse, ...user('A'), ...slow(feed) })
    expect(feed.memory.charger.clockOffsetMs).toBeNull()
    feed.wait(60).told('Updated', 1, {}, slow(feed))
    expect(feed.memory.charger.clockOffsetMs).toBe(-90_000)
  })

  it('is not measured by what was queued', () => {
    const feed = new Feed2().connect()
    feed.wait(120).told('Started', 0, {}, { ...evse, ...user('A'), offline: true, ...slow(feed) })
    expect(feed.memory.charger.clockOffsetMs).toBeNull()
  })

  it('is measured by when events are sent, not by when they happened', () => {
    const feed = new Feed2().connect()
    const eventData = [
      {
        eventId: 1,
        trigger: 'Delta',
        eventNotificationType: 'HardWiredNotification',
        component: { name: 'Connector', evse: { id: 1, connectorId: 1 } },
        variable: { name: 'AvailabilityState' },
        actualValue: 'Available',
        timestamp: feed.iso(noon - 7_200_000),
      },
    ]
    feed.wait(10).exchange('in', 'NotifyEvent', { generatedAt: feed.iso(feed.at - 3_000), seqNo: 0, eventData })
    expect(feed.memory.charger.clockOffsetMs).toBe(-3_000)
  })
})

it('a megabyte of blanks is told to be no time at once', () => {
  expect(readTimestamp(`2026-03-01T10:00:00${' '.repeat(1_000_000)}x`).at).toBeNull()
})
