/** What helps to read a log: columns, differences of time, threads to follow, late messages, and what is copied. */
import { describe, expect, test } from 'vitest'
import { defaultColumns, drawnColumns, gridColumns, knownColumns } from '../../../src/renderer/features/log/columns/columns.ts'
import { chipsOf } from '../../../src/renderer/features/log/filters/chips.ts'
import { withToggled } from '../../../src/renderer/features/log/marks/useTimeMarks.ts'
import { entryAddress, entryAsJson, entryAsRow, placeOf } from '../../../src/renderer/features/log/model/entry-text.ts'
import { isLate, lateWords } from '../../../src/renderer/features/log/model/late.ts'
import { threadsOf } from '../../../src/renderer/features/log/model/narrow.ts'
import { formatDifference, nextTimeMode } from '../../../src/renderer/features/log/model/relative-time.ts'
import { nearestSeq, windowAtNewest } from '../../../src/renderer/features/log/model/window.ts'
import { Entry } from '../../../src/shared/domain/entry.ts'

const entry: Entry = {
  seq: 7,
  at: Date.UTC(2026, 4, 1, 12, 0, 0, 250),
  chargerId: 'GARAGE-07',
  connectionId: 3,
  direction: 'in',
  kind: 'frame',
  category: 'state',
  messageType: 'call',
  messageId: '19223201',
  action: 'StatusNotification',
  summary: 'Connector 2: Charging → SuspendedEV, the car paused',
  raw: '[2,"19223201","StatusNotification",{"connectorId":2,"errorCode":"NoError","status":"SuspendedEV"}]',
  rawBase64: null,
  latencyMs: null,
  severity: 'none',
  deviations: [],
  connectorId: 2,
  transactionId: '12',
  sessionId: 5,
  answers: null,
  runId: null,
}

describe('columns', () => {
  test('stand in one order, whichever were chosen first, and time and text are always there', () => {
    expect(drawnColumns(['latency', 'connector'], { showCharger: true, narrow: false })).toEqual([
      'time',
      'connector',
      'summary',
      'latency',
    ])
    expect(drawnColumns(defaultColumns, { showCharger: false, narrow: false })).not.toContain('charger')
    expect(drawnColumns(defaultColumns, { showCharger: true, narrow: true })).not.toContain('latency')
  })

  test('that an earlier version knew are forgotten, and nonsense is the usual choice', () => {
    expect(knownColumns(['latency', 'colour', 'time'])).toEqual(['time', 'latency'])
    expect(knownColumns('everything')).toEqual(defaultColumns)
  })

  test('have a track each, between the bar and the marks', () => {
    expect(gridColumns(['time', 'summary'])).toBe('4px var(--w-time) var(--w-summary) var(--w-marks)')
  })
})

describe('differences of time', () => {
  test('are exact to the millisecond, however long', () => {
    expect(formatDifference(0)).toBe('+0.000 s')
    expect(formatDifference(4_322)).toBe('+4.322 s')
    expect(formatDifference(-64_100)).toBe('−1:04.100')
    expect(formatDifference(7_452_345)).toBe('+2:04:12.345')
    expect(formatDifference(3 * 86_400_000 + 7_452_345)).toBe('+3 d 02:04:12.345')
    expect(formatDifference(59_999.7)).toBe('+1:00.000')
  })

  test('are measured between two rows; a third begins anew, and a marked one loses its mark', () => {
    const [a, b, c] = [entry, { ...entry, seq: 8 }, { ...entry, seq: 9 }]
    expect(withToggled([a], b)).toEqual([a, b])
    expect(withToggled([a, b], c)).toEqual([c])
    expect(withToggled([a, b], a)).toEqual([b])
  })

  test('or times of day: one key goes through them all', () => {
    expect(nextTimeMode(nextTimeMode(nextTimeMode('clock')))).toBe('clock')
  })
})

describe('threads', () => {
  test('of an entry are its session, message, connector and connection, each with a filter', () => {
    expect(threadsOf(entry, { showCharger: true }).map(({ of, filter }) => [of, filter])).toEqual([
      ['session', { session: 5 }],
      ['message', { charger: 'GARAGE-07', messageId: '19223201' }],
      ['connector', { charger: 'GARAGE-07', connector: 2 }],
      ['connection', { connection: 3 }],
      ['charger', { charger: 'GARAGE-07' }],
    ])
    const alone = { ...entry, sessionId: null, messageId: null, connectorId: null, connectionId: null }
    expect(threadsOf(alone, { showCharger: false })).toEqual([])
  })

  test('are named by chips, each with a way out that leaves the rest', () => {
    const chips = chipsOf(
      { connector: 2, connection: 3, messageId: '\u0007', notAction: ['Heartbeat'], bookmarked: true },
      { sessionId: 5 },
    )
    expect(chips.map(({ text }) => text)).toEqual([
      'Session 5',
      'Connector 2',
      'Connection 3',
      'Message ␇',
      'Without Heartbeat',
      'Only bookmarked',
    ])
    expect(chips[0]?.without).toBeNull()
    const folded = chipsOf({ charger: 'A', direction: 'in', action: ['Authorize', 'Heartbeat'], severity: ['error'] }, {})
    expect(folded.map(({ text }) => text)).toEqual(['A', 'From the charger', 'Authorize, Heartbeat', 'Error'])
    expect(chips[1]?.without).toMatchObject({ connector: undefined, connection: 3, notAction: ['Heartbeat'] })
  })

  test('stay near the entry that somebody reads where it is hidden', () => {
    const window = windowAtNewest({ entries: [{ seq: 2 }, { seq: 5 }, { seq: 9 }], complete: true }, 3)
    expect([1, 4, 5, 6, 8, 40].map((seq) => nearestSeq(window, seq))).toEqual([2, 5, 5, 5, 9, 9])
    expect(nearestSeq({ ...window, entries: [] }, 4)).toBeNull()
  })
})

test('a message that came late says when it happened', () => {
  const late = { ...entry, correctedAt: entry.at - 7_200_000, deviations: [{ code: 'late', text: 'Arrived late.' }] }
  expect(isLate(entry)).toBe(false)
  expect(isLate(late)).toBe(true)
  expect(lateWords(late)).toContain('2 h 00 min before it came')
})

describe('what is copied', () => {
  test('as a row reads like the row', () => {
    expect(entryAsRow({ ...entry, messageType: 'result', direction: 'out', summary: 'received', latencyMs: 4 })).toMatch(
      /^2026-05-0\d \d\d:00:00\.250 {2}GARAGE-07 {2}→ {2}State {2}StatusNotification answer {2}received {2}\(4 ms\)$/,
    )
  })

  test('as JSON has the names of the export, and no secret', () => {
    const bookmark = { note: 'here', at: 1_000 }
    const copied = JSON.parse(entryAsJson({ ...entry, bookmark })) as Record<string, unknown>
    expect(copied).toMatchObject({ seq: 7, at: '2026-05-01T12:00:00.250Z', bookmark: { note: 'here', at: '1970-01-01T00:00:01.000Z' } })
    expect(Entry.safeParse({ ...copied, at: entry.at, bookmark }).success).toBe(true)
    const secret = {
      ...entry,
      raw: '[2,"1","ChangeConfiguration",{"key":"AuthorizationKey","value":"hunter2hunter2"}]',
      rawBase64: 'aHVudGVyMg==',
    }
    expect(entryAsJson(secret)).not.toContain('hunter2')
    expect(JSON.parse(entryAsJson(secret))).toMatchObject({ rawBase64: null })
  })

  test('as a link opens the entry in its log', () => {
    expect(entryAddress(7, undefined, 'http://127.0.0.1:4000/#/chargers/A')).toBe('http://127.0.0.1:4000/#/log?seq=7')
    expect(entryAddress(7, 'r1', 'http://127.0.0.1:4000/')).toBe('http://127.0.0.1:4000/#/recordings/r1/log?seq=7')
    expect(entryAddress(7, undefined, 'file:///opt/app/index.html#/log')).toBe('#/log?seq=7')
  })

  test('as a link leads there from the palette, whichever host has copied it; what is no link leads nowhere', () => {
    expect(placeOf(' #/log?seq=7 ')).toBe('/log?seq=7')
    expect(placeOf('http://127.0.0.1:4000/#/recordings/r1/log?seq=7')).toBe('/recordings/r1/log?seq=7')
    expect(placeOf('file:///opt/app/index.html#/chargers/A%20B')).toBe('/chargers/A%20B')
    for (const text of ['', '#', 'garage', '/log', 'javascript:alert(1)#/log', '#/log and more']) expect(placeOf(text)).toBeNull()
  })
})
