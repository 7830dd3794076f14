import { expect, test } from 'vitest'
import { findMoment } from '../../../src/main/core/import/time/moment.ts'
import { timeline } from '../../../src/main/core/import/time/timeline.ts'
import { zoneReader } from '../../../src/main/core/import/time/zone.ts'
import { itemsOf, textSource } from '../../support/imported.ts'

test.each([
  ['2024-05-01T12:00:00Z x', '2024-05-01T12:00:00.000Z', true],
  ['2026-05-21T15:19:17.348792+0200 host', '2026-05-21T13:19:17.348Z', true],
  ['[2024-05-01 12:00:00.123 +02:00] a', '2024-05-01T10:00:00.123Z', true],
  ['[ocpp  ] TRACE 2024/05/01 12:00:00 recv', '2024-05-01T12:00:00.000Z', false],
  ['[INFO ] 2024-02-26 09:10:45,446 de', '2024-02-26T09:10:45.446Z', false],
  ['9/11/2024 3:14:29 PM', '2024-09-11T15:14:29.000Z', false],
  ['9/11/2024 12:14:29 AM', '2024-09-11T00:14:29.000Z', false],
  ['09/11/2024 15:14:29', '2024-11-09T15:14:29.000Z', false],
  ['01.05.2024 12:00:00 ampere', '2024-05-01T12:00:00.000Z', false],
  ['1714564800.123 foo', '2024-05-01T12:00:00.123Z', true],
  ['1714564800123 foo', '2024-05-01T12:00:00.123Z', true],
  ['10.0.0.1 - - [01/May/2024:12:00:00 +0200] GET', '2024-05-01T10:00:00.000Z', true],
])('the time in “%s” is read', (text, iso, zoned) => {
  const found = findMoment(text)
  expect(found && new Date(found.moment.ms).toISOString()).toBe(iso)
  expect(found?.moment).toMatchObject({ zoned })
})

test.each(['version 1.2.3.4:80', '', 'id 20240501120000', '2024-13-01', 'ratio 12:34', '2024-02-30x'])('“%s” tells no time', (text) => {
  expect(findMoment(text)).toBeNull()
})

const berlin = zoneReader('Europe/Berlin')
const at = (iso: string): number => Date.parse(`${iso}Z`)
const read = (local: string, after: string | null = null): string =>
  new Date(berlin(at(local), after === null ? null : at(after))).toISOString().slice(0, 19)

test('local times go on through the night in which clocks are put forward', () => {
  expect(read('2026-03-29T01:59:59')).toBe('2026-03-29T00:59:59')
  expect(read('2026-03-29T03:00:00')).toBe('2026-03-29T01:00:00')
  expect(read('2026-03-29T02:30:00')).toBe('2026-03-29T01:30:00')
})

test('an hour that comes twice is the second one for a log that has gone through the first', () => {
  expect(read('2026-10-25T02:30:00')).toBe('2026-10-25T00:30:00')
  expect(read('2026-10-25T02:30:00', '2026-10-25T00:20:00')).toBe('2026-10-25T00:30:00')
  expect(read('2026-10-25T02:10:00', '2026-10-25T00:50:00')).toBe('2026-10-25T01:10:00')
  expect(read('2026-10-25T03:00:00', '2026-10-25T01:50:00')).toBe('2026-10-25T02:00:00')
})

test('every time of a year of a zone comes back as it was', () => {
  for (const zone of ['Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu']) {
    const toUtc = zoneReader(zone)
    const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    let last: number | null = null
    for (let time = at('2026-02-01T00:03:00'); time < at('2026-11-15T00:00:00'); time += 14 * 60_000) {
      const local = at(parts.format(time).replace(' ', 'T'))
      last = toUtc(local, last)
      expect(last, `${zone} ${new Date(time).toISOString()}`).toBe(time)
    }
  }
}, 60_000)

test('an unknown zone is refused', () => {
  expect(() => zoneReader('Mars/Olympus')).toThrow(RangeError)
})

test('times without a date take that of the messages, and go on into the next day', async () => {
  const items = await itemsOf(
    textSource(
      [
        '23:59:58.000 Rx: [2,"1","Heartbeat",{}]',
        '23:59:59.000 Tx: [3,"1",{"currentTime":"2026-01-31T23:59:59Z"}]',
        '00:00:01.000 Rx: [2,"2","Heartbeat",{}]',
      ].join('\n'),
    ),
  )
  expect(items.map((item) => item.at)).toEqual([at('2026-01-31T23:59:58'), at('2026-01-31T23:59:59'), at('2026-02-01T00:00:01')])
})

test('times without a year are of the last one possible, and go on into the next year', () => {
  const toTime = timeline({}, at('2026-02-03T00:00:00'))
  const moment = (text: string): number | null => toTime(findMoment(text)?.moment ?? { ms: 0, zoned: false })
  expect(moment('Dec 31 23:59:59 host')).toBe(at('2025-12-31T23:59:59'))
  expect(moment('Jan  1 00:00:02 host')).toBe(at('2026-01-01T00:00:02'))
})
