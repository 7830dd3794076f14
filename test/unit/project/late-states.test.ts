import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connectorStates } from '../../../src/shared/domain/state.ts'
import { Feed, noon } from '../../support/feed.ts'
import { evse, Feed2, user } from '../../support/feed2.ts'

const minute = 60_000
const lost = { code: 1006, reason: '' }

/** A charger that has charged for a while when its connection is lost for an hour, from minute 10 to minute 70. */
function back<F extends Feed>(feed: F, before: (feed: F) => void): F {
  feed.connect()
  feed.wait(30)
  before(feed)
  feed.at = noon + 10 * minute
  feed.event('disconnect', lost)
  feed.at = noon + 70 * minute
  feed.connection = 2
  feed.connect()
  feed.wait(1)
  return feed
}

const charging = (feed: Feed): unknown => feed.status(1, 'Charging', { timestamp: feed.iso() })
const at = (minutes: number): { timestamp: string } => ({ timestamp: new Date(noon + minutes * minute).toISOString() })
const lane = (feed: Feed) =>
  feed.rows.lane('connector:1').map(({ state, from, to, late, uncertain }) => {
    const begin = (from - noon) / minute
    return [state, begin, to === null ? null : (to - noon) / minute, late === true ? 'late' : uncertain === true ? 'uncertain' : '']
  })

describe('states that a charger of 1.6 tells after an outage', () => {
  it('are on the lane where they happened, and the newest is the present one until it is confirmed', () => {
    const feed = back(new Feed(), charging)
    const finishing = feed.status(1, 'Finishing', at(30))
    feed.status(1, 'Available', at(45))
    expect(lane(feed)).toEqual([
      ['Charging', 0.5, 10, ''],
      ['Disconnected', 10, 30, ''],
      ['Finishing', 30, 45, 'late'],
      ['Available', 45, 70, 'late'],
      ['Available', 70, null, 'uncertain'],
    ])
    expect(feed.codes(finishing)).toContain('late')
    expect(feed.memory.charger.connectors).toMatchObject([{ status: 'Available', since: noon + 45 * minute }])
    feed.wait(30).status(1, 'Available', { timestamp: feed.iso() })
    expect(feed.rows.lane('connector:1').at(-1)).toMatchObject({ why: 'told by the charger afterwards; confirmed since by the charger' })
    expect(feed.rows.lane('connector:1').at(-1)).not.toHaveProperty('uncertain')
  })

  it('are certain where the charger only repeats what it had reported before, until something newer comes out of its queue', () => {
    const feed = back(new Feed(), (one) => {
      one.at = noon + 9 * minute
      charging(one)
    })
    feed.status(1, 'Charging', at(9))
    expect(lane(feed)).toEqual([
      ['Charging', 9, 10, ''],
      ['Charging', 10, 70, 'late'],
      ['Charging', 70, null, ''],
    ])
    feed.status(1, 'SuspendedEV', at(30))
    expect(lane(feed)).toEqual([
      ['Charging', 9, 10, ''],
      ['Charging', 10, 30, 'late'],
      ['SuspendedEV', 30, 70, 'late'],
      ['SuspendedEV', 70, null, 'uncertain'],
    ])
    expect(feed.memory.charger.connectors).toMatchObject([{ status: 'SuspendedEV', since: noon + 30 * minute }])
  })

  it('do not turn back what the charger has reported since its return', () => {
    const feed = back(new Feed(), charging)
    feed.status(1, 'Preparing', { timestamp: feed.iso() })
    feed.status(1, 'Faulted', { errorCode: 'GroundFailure', ...at(30) })
    expect(lane(feed)).toEqual([
      ['Charging', 0.5, 10, ''],
      ['Disconnected', 10, 30, ''],
      ['Faulted', 30, 70 + 1 / 60, 'late'],
      ['Preparing', 70 + 1 / 60, null, ''],
    ])
    expect(feed.memory.charger.connectors).toMatchObject([{ status: 'Preparing', errorCode: 'NoError' }])
    expect(feed.rows.marks).toContainEqual(expect.objectContaining({ kind: 'fault', at: noon + 30 * minute, connectorId: 1 }))
  })

  it('come in any order to their place', () => {
    const feed = back(new Feed(), charging)
    feed.status(1, 'Available', at(45))
    feed.status(1, 'Finishing', at(30))
    expect(lane(feed)).toEqual([
      ['Charging', 0.5, 10, ''],
      ['Disconnected', 10, 30, ''],
      ['Finishing', 30, 45, 'late'],
      ['Available', 45, 70, 'late'],
      ['Available', 70, null, 'uncertain'],
    ])
    expect(feed.memory.charger.connectors).toMatchObject([{ status: 'Available' }])
  })

  it('have their place from before the loss was noticed, and through an outage with a short return in it', () => {
    const feed = back(new Feed(), charging)
    feed.event('disconnect', lost)
    feed.wait(600)
    feed.connection = 3
    feed.connect()
    feed.wait(1).status(1, 'SuspendedEV', at(9))
    expect(lane(feed).slice(1)).toEqual([
      ['SuspendedEV', 10, 80 + 1 / 60, 'late'],
      ['SuspendedEV', 80 + 1 / 60, null, 'uncertain'],
    ])
  })

  it('stay where they arrive when the charger was connected then, or says no time', () => {
    const feed = new Feed().connect()
    feed.wait(30).status(1, 'Charging', { timestamp: feed.iso() })
    feed.wait(600).status(1, 'Finishing', at(2))
    feed.wait(5).status(1, 'Available')
    expect(lane(feed)).toEqual([
      ['Charging', 0.5, 10.5, ''],
      ['Finishing', 10.5, 10.5 + 5 / 60, ''],
      ['Available', 10.5 + 5 / 60, null, ''],
    ])
    expect(feed.all.flatMap((one) => feed.codes(one))).not.toContain('late')
  })

  it('count for the idle time of the session in which they were', () => {
    const feed = back(new Feed(), (one) => {
      charging(one)
      one.start(7)
    })
    feed.status(1, 'SuspendedEV', at(20))
    feed.status(1, 'Charging', at(35))
    feed.status(1, 'Finishing', at(50))
    feed.stop(7, 5000, at(52))
    expect(feed.rows.sessions).toMatchObject([{ idleMs: 17 * minute, endedAt: noon + 52 * minute }])
  })
})

describe('what a charger of 2.x tells of a session after an outage', () => {
  it('is on the lane where it happened, also where the charger first reports that it is free', () => {
    const feed = back(new Feed2(), (one) => one.reported('Available'))
    feed.reported('Available')
    feed.told('Started', 0, { chargingState: 'EVConnected' }, { ...evse, ...user('A'), offline: true, ...at(20) })
    feed.told('Updated', 1, { chargingState: 'Charging' }, { offline: true, ...at(21) })
    feed.told('Ended', 2, {}, { offline: true, ...at(50) })
    expect(lane(feed)).toEqual([
      ['Available', 0.5, 10, ''],
      ['Disconnected', 10, 20, ''],
      ['Preparing', 20, 21, 'late'],
      ['Charging', 21, 50, 'late'],
      ['Finishing', 50, 70, 'late'],
      ['Available', 70, null, ''],
    ])
    expect(feed.rows.sessions).toMatchObject([{ startedAt: noon + 20 * minute, endedAt: noon + 50 * minute }])
    expect(feed.memory.charger.connectors).toMatchObject([{ status: 'Available', session: null }])
  })

  it('is the present state where the session goes on', () => {
    const feed = back(new Feed2(), (one) => one.reported('Available'))
    feed.told('Started', 0, { chargingState: 'Charging' }, { ...evse, ...user('A'), offline: true, ...at(20) })
    expect(lane(feed)).toEqual([
      ['Available', 0.5, 10, ''],
      ['Disconnected', 10, 20, ''],
      ['Charging', 20, 70, 'late'],
      ['Charging', 70, null, 'uncertain'],
    ])
    expect(feed.memory.charger.connectors).toMatchObject([{ status: 'Charging', since: noon + 20 * minute }])
  })

  it('keeps each of several states of one message', () => {
    const feed = back(new Feed2(), (one) => one.reported('Available'))
    const event = (actualValue: string, minutes: number): object => ({
      eventId: minutes,
      trigger: 'Delta',
      eventNotificationType: 'HardWiredNotification',
      component: { name: 'Connector', evse: { id: 1, connectorId: 1 } },
      variable: { name: 'AvailabilityState' },
      actualValue,
      ...at(minutes),
    })
    feed.exchange('in', 'NotifyEvent', { generatedAt: feed.iso(), seqNo: 0, eventData: [event('Faulted', 20), event('Unavailable', 30)] })
    expect(lane(feed).slice(1)).toEqual([
      ['Disconnected', 10, 20, ''],
      ['Faulted', 20, 30, 'late'],
      ['Unavailable', 30, 70, 'late'],
      ['Unavailable', 70, null, 'uncertain'],
    ])
  })
})

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
const minutes = fc.integer({ min: -20, max: 120 })
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant('status' as const), state: fc.constantFrom(...connectorStates), told: minutes }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('gap' as const), lasts: fc.integer({ min: 0, max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('wait' as const), lasts: fc.integer({ min: 0, max: 300 }) }) },
)

function follow(steps: Step[]): Feed {
  const feed = new Feed().connect()
  for (const each of steps) {
    if (each.what === 'status') feed.status(1, each.state, at(each.told))
    else if (each.what === 'wait') feed.wait(each.lasts)
    else {
      feed.event('disconnect', lost)
      feed.wait(each.lasts * 60)
      feed.connection++
      feed.connect()
    }
  }
  return feed
}

describe('whatever is told of the past, in whatever order', () => {
  it('leaves lanes that tile, end in the state of the card, and come out the same again', () => {
    let late = 0
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30, size: 'max' }), (steps) => {
        const feed = follow(steps)
        const segments = feed.rows.lane('connector:1')
        for (const [index, { from, to }] of segments.entries()) {
          expect(to).toBe(segments[index + 1]?.from ?? null)
          expect(to ?? from).toBeGreaterThanOrEqual(from)
        }
        expect(segments.at(-1)?.state).toBe(feed.memory.charger.connectors[0]?.status)
        expect(feed.memory.openSegments['connector:1']).toEqual(segments.at(-1))
        expect(follow(steps).rows.lane('connector:1')).toEqual(segments)
        late += segments.filter((segment) => segment.late === true).length
      }),
      { numRuns: 300 },
    )
    expect(late).toBeGreaterThan(50)
  })
})
