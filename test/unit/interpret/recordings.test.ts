import { describe, expect, it } from 'vitest'
import { interpret, newMemory } from '../../../src/main/core/interpret/index.ts'
import type { Interpretation } from '../../../src/main/core/interpret/types.ts'
import { Rows } from '../../support/feed.ts'
import { laneFaults } from '../../support/lane-faults.ts'
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
    '1/50904 TAG1 20 Wh No end was reported charged',
    '1/50905 TAG1 40 Wh Local charged',
  ],
  'sap--CS-KEBA-00001': [
    '1/50899 BB2TBR09 9 Wh Local charged',
    '1/50900 BB2TBR09 15 Wh Remote charged',
    '1/50901 BB2TBR09 85 Wh SoftReset charged',
  ],
  'sap--CS-BASIC-00001': [],
  'cpsim--SIM-201': [
    '1/61528b6f-accd-4a29-b2a6-9f05620177e3 TAG-001 1500 Wh Local charged',
    '1/d8f7fa2d-93ef-47ac-bd13-97fef85c911b REMOTE1 0 Wh Remote charged',
    // The connection was cut in this one, and the charger forgot it.
    '1/7086489d-de3f-482e-8436-17d4adf0bb61 TAG-001 0 Wh running open',
  ],
  'cpsim--SIM-21': [
    '1/a864f8d1-ffaf-4225-b7ef-756ebb45aca5 TAG-001 1500 Wh Local charged',
    '1/eb23dc75-137c-40ab-8172-3e6d90c0dc99 REMOTE1 0 Wh Remote charged',
  ],
  // Its meter stands still.
  'microocpp-v2--MICRO-201': [
    '1/A2CA292716074C941ABC03CFCFF434E69D TOKEN1 0 Wh Local charged',
    '2/E947C66CA7136625F1A0CC5BDF155E3C63 TOKEN2 0 Wh EVDisconnected charged',
    '1/84980F537A18D78B9E5CB3E8D440BBA34F REMOTE1 0 Wh EVDisconnected charged',
    '1/A0AE29A314A904967A6A5A2F3C43613ABF TOKEN3 0 Wh Local charged',
    '2/0E7AF95E79762982B1049AAC30AFBD3750 REMOTE2 0 Wh Remote charged',
  ],
  'mobilityhouse--MH-201': [
    '1/8e2dd79d-2122-41a4-8617-ffc45d8b1144 TOKEN1 40 Wh Local charged',
    '1/827040a3-08a8-4efb-87be-c7e50abed51b REMOTE1 40 Wh Remote charged',
    // Cut off by a reset, as below.
    '1/50b8c41a-cd9b-47e6-8302-e4241aea187c TOKEN1 20 Wh No end was reported charged',
    '1/83762bd7-f309-4a21-9eb8-8bb91a831445 TOKEN1 40 Wh Local charged',
  ],
  'mobilityhouse--MH-21': [
    '1/aae5d917-f9c1-45bf-a4fb-284150c2aeb7 TOKEN1 40 Wh Local charged',
    '1/726482a0-24ae-4ccf-a25b-b37137d168e4 REMOTE1 40 Wh Remote charged',
    '1/5ac261d8-66e0-4daa-824d-19e9f888595b TOKEN1 20 Wh No end was reported charged',
    '1/54c92746-a6e4-4c82-92d2-f5c52790be85 TOKEN1 0 Wh running open',
  ],
  // The users of the last two are named by the number of their remote start only.
  'sap--CS-KEBA-OCPP2-00001': [
    '1/51b19aae-92e1-499a-b532-d78981e2e0c5 BB2TBR09 18.58 Wh Remote charged',
    '1/0cb55ad4-d972-47a2-bda7-90cec0a2315c REMOTE1 17.12 Wh Remote charged',
    '1/2da41ffa-1a3f-4e93-ad8b-290d0ecfbba7 REMOTE1 148.38 Wh Remote charged',
  ],
}

const connectorOne: Record<string, string> = {
  'microocpp--MICRO-16':
    'Available Preparing SuspendedEVSE Charging SuspendedEV SuspendedEVSE Charging Finishing Available Unavailable Available Preparing ' +
    'Charging Disconnected Charging Finishing Available Disconnected',
  'sap--CS-KEBA-00001':
    'Available Preparing Charging SuspendedEV SuspendedEVSE Charging Available Preparing Charging Finishing Available Preparing Charging ' +
    'Disconnected Charging Disconnected Charging Disconnected Charging Finishing Available Unavailable Disconnected Unavailable Available',
  'cpsim--SIM-21':
    'Available Preparing Charging SuspendedEV SuspendedEVSE Charging Finishing Available Preparing Charging Finishing Available',
  'microocpp-v2--MICRO-201':
    'Charging SuspendedEV SuspendedEVSE Charging Finishing Available Preparing Charging Available Unavailable Available Preparing ' +
    'Charging Disconnected Finishing Available Available Disconnected Available',
  'sap--CS-KEBA-OCPP2-00001':
    'Available Preparing Charging Finishing Available Preparing Charging Finishing Available Unavailable Available Preparing Charging ' +
    'Disconnected Charging Charging Finishing Available Unavailable Disconnected Unavailable Available Unavailable Disconnected Unavailable Available',
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

  it('knows what each of its calls is, but for those that no version has', () => {
    const known = all.filter(({ entry }) => entry.messageType === 'call' && !entry.deviations.some(({ code }) => code === 'unknown-action'))
    expect(known.filter(({ entry }) => entry.summary.includes('does not have')).map(({ entry }) => entry.raw)).toEqual([])
    const unknown = all.filter(({ entry }) => entry.deviations.some(({ code }) => code === 'unknown-action'))
    const names = new Set(unknown.map(({ entry }) => entry.action))
    expect([...names].filter((action) => !['NoSuchAction', 'CustomOperation', 'Nonsense'].includes(action ?? ''))).toEqual([])
  })

  it('shows the sessions that took place', () => {
    const shown = rows.sessions.map(
      (session) =>
        `${session.connectorId}/${session.transactionId} ${session.userId} ${session.energyWh} Wh ${session.reason ?? 'running'} ${session.paymentState}`,
    )
    expect(shown).toEqual(sessions[name])
  })

  it('tiles every lane without a gap', () => {
    expect(laneFaults(rows)).toEqual([])
  })

  it('keeps little in memory', () => {
    expect(JSON.stringify(memory).length).toBeLessThan(18_000)
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
