import { describe, expect, it } from 'vitest'
import { evse, Feed2, user } from '../../support/feed2.ts'

describe('the first status of a further connector of an EVSE', () => {
  it('is that of its own number in the log and on the cards, not that of the EVSE', () => {
    const feed = new Feed2().connect()
    feed.reported('Available')
    const { entry } = feed.reported('Occupied', 1, 2)
    expect(entry).toMatchObject({ connectorId: 102, summary: 'EVSE 1 connector 2: Preparing, reported as Occupied' })
    expect(feed.memory.charger.connectors).toMatchObject([
      { id: 1, status: 'Available', evse: { id: 1, connectorId: 1 } },
      { id: 102, status: 'Preparing', evse: { id: 1, connectorId: 2 } },
    ])
  })

  it('is that of the EVSE where it is the first to be heard of', () => {
    const feed = new Feed2().connect()
    expect(feed.reported('Available', 1, 2).entry.connectorId).toBe(1)
    expect(feed.reported('Available', 1, 1).entry.connectorId).toBe(101)
  })
})

describe('a message of a session that names no connector', () => {
  it('is told with the connector on which the session runs, where its EVSE has several', () => {
    const feed = new Feed2().connect()
    feed.reported('Available')
    feed.reported('Available', 1, 2)
    feed.told('Started', 0, { chargingState: 'Charging' }, { evse: { id: 1, connectorId: 2 }, ...user('A') })
    const { entry } = feed.told('Updated', 1, { chargingState: 'SuspendedEV' })
    expect(entry).toMatchObject({ connectorId: 102, summary: expect.stringMatching(/^EVSE 1 connector 2: /) })
  })

  it('is told with the EVSE alone, where that has one connector', () => {
    const feed = new Feed2().connect()
    feed.reported('Available')
    feed.told('Started', 0, { chargingState: 'Charging' }, { ...evse, ...user('A') })
    expect(feed.told('Updated', 1, { chargingState: 'SuspendedEV' }).entry.summary).toMatch(/^EVSE 1: /)
  })
})
