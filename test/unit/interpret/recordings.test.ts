import { describe, expect, it } from 'vitest'
import { interpret, newMemory } from '../../../src/main/core/interpret/index.ts'
import type { Interpretation } from '../../../src/main/core/interpret/types.ts'
import { Rows } from '../../support/feed.ts'
import { loadRecording, recordings } from '../../support/recording.ts'

function read(name: string, stored = false) {
  const happenings = loadRecording(name)
  let memory = newMemory(happenings[0]?.chargerId ?? '', happenings[0]?.at ?? 0)
  const rows = new Rows()
  const all: Interpretation[] = []
  for (const happening of happenings) {
    const interpretation = interpret(memory, happening)
    rows.take(interpretation)
    all.push(interpretation)
    if (stored) memory = JSON.parse(JSON.stringify(memory))
  }
  return { rows, all, memory }
}

const sessions: Record<string, string[]> = {
  'cpsim--SIM-16': [
    '1/52641 TAG-001 1500 Wh Local charged',
    '1/52642 TAG-001 0 Wh Remote charged',
    '1/52643 TAG-001 0 Wh Local charged',
    '1/52644 CERT003 2500 Wh Local charged',
    '1/52645 CERT023-INV 0 Wh running open',
  ],
  'microocpp--MICRO-16': [
    '1/50896 CARD-1 49 Wh Local charged',
    '2/50897 REMOTE-1 24 Wh Remote charged',
    '1/50898 CARD-2 14 Wh Local charged',
  ],
  'mobilityhouse--MH-16': [
    '1/50902 TAG1 40 Wh Local charged',
    '1/50903 REMOTE-1 40 Wh Remote charged',
    // The charger was reset in this one, and never said how it ended.
    '1/50904 TAG1 20 Wh running open',
    '1/50905 TAG1 40 Wh Local charged',
  ],
  'sap--CS-KEBA-00001': [
    '1/50899 BB2TBR09 9 Wh Local charged',
    '1/50900 BB2TBR09 15 Wh Remote charged',
    '1/50901 BB2TBR09 85 Wh SoftReset charged',
  ],
  'sap--CS-BASIC-00001': [],
}

const connectorOne: Record<string, string> = {
  'microocpp--MICRO-16':
    'Available Preparing SuspendedEVSE Charging SuspendedEV SuspendedEVSE Charging Finishing Available Unavailable Available Preparing ' +
    'Charging Disconnected Charging Finishing Available Disconnected',
  'sap--CS-KEBA-00001':
    'Available Preparing Charging SuspendedEV SuspendedEVSE Charging Available Preparing Charging Finishing Available Preparing Charging ' +
    'Disconnected Charging Disconnected Charging Disconnected Charging Finishing Available Unavailable Disconnected Unavailable Available',
}

describe.each(recordings)('the recording %s of an independent charger', (name) => {
  const { rows, all, memory } = read(name)

  it('is read without a fault of the app', () => {
    expect(all.length).toBeGreaterThan(50)
    expect(all.flatMap(({ entry }) => entry.deviations.filter(({ code }) => code === 'app-error'))).toEqual([])
  })

  it('pairs every answer of a charger with its call', () => {
    const lost = all.filter(({ entry }) => entry.direction === 'in' && entry.messageType === 'result' && entry.answers === null)
    expect(lost.map(({ entry }) => entry.raw)).toEqual([])
  })

  it('shows the sessions that took place', () => {
    const shown = rows.sessions.map(
      (session) =>
        `${session.connectorId}/${session.transactionId} ${session.userId} ${session.energyWh} Wh ${session.reason ?? 'running'} ${session.paymentState}`,
    )
    expect(shown).toEqual(sessions[name])
  })

  it('tiles every lane without a gap', () => {
    for (const lane of rows.lanes()) {
      const segments = rows.lane(lane)
      for (const [index, segment] of segments.entries()) expect(segment.to).toBe(segments[index + 1]?.from ?? null)
    }
  })

  it('keeps little in memory', () => {
    expect(JSON.stringify(memory).length).toBeLessThan(10_000)
  })

  it('gives the same rows and entries when the memory was stored and read again between any two entries', () => {
    const kept = read(name, true)
    expect(kept.all).toEqual(all)
    expect(kept.memory).toEqual(memory)
  })
})

describe.each(Object.entries(connectorOne))('the lane of connector 1 in %s', (name, states) => {
  it('shows the states that were reported, and Disconnected between connections', () => {
    expect(read(name).rows.states('connector:1').join(' ')).toBe(states)
  })
})

it('says of a pause in a recording who paused', () => {
  const { all } = read('microocpp--MICRO-16')
  expect(all.map(({ entry }) => entry.summary)).toEqual(
    expect.arrayContaining([
      'Connector 1: Charging → SuspendedEV, the car paused',
      'Connector 1: SuspendedEV → SuspendedEVSE, the charger paused',
    ]),
  )
})
