import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Entry } from '../../../src/shared/domain/entry.ts'
import { exportStream } from '../../../src/main/core/export/stream.ts'
import { collect } from '../../support/collect.ts'
import { entriesOfAllKinds, entry, hostile } from '../../support/entries.ts'
import { exported, request, setting, textFormats } from '../../support/export-settings.ts'

const entries = entriesOfAllKinds()

test.each(textFormats)('a %s export holds every entry once and in order', async (format) => {
  const many = Array.from({ length: 1_203 }, (_, index) =>
    entry(index + 1, { messageId: null, raw: `[2,"<${index + 1}>","Heartbeat",{}]` }),
  )
  const text = await exported(many, request(format))
  const mark = {
    html: /raw">\[2,"&lt;(\d+)&gt;/g,
    csv: /""<(\d+)>""/g,
    jsonl: /\\"<(\d+)>\\"/g,
    trace: /,"raw":"\[2,\\"<(\d+)>/g,
    txt: /\[2,"<(\d+)>"/g,
  }[format]
  const found = [...text.matchAll(mark)].map(([, seq]) => Number(seq))
  expect(found).toEqual(many.map(({ seq }) => seq))
})

test.each(textFormats)('a %s export of nothing is a file all the same', async (format) => {
  const text = await exported([], request(format))
  expect(text.split('\n').length).toBeGreaterThan(0)
  expect(text).not.toContain('undefined')
})

test('CSV read back gives the same values, with numbers unquoted and nothing for null', async () => {
  const rows = parseCsv(await exported(entries, request('csv')))
  expect(rows).toHaveLength(entries.length)
  for (const [index, row] of rows.entries()) {
    const from = entries[index]!
    expect(Date.parse(row.at!)).toBe(from.at)
    expect(row.seq).toBe(String(from.seq))
    expect(JSON.parse(row.deviations!)).toEqual(from.deviations)
    expect(row.latencyMs).toBe(from.latencyMs === null ? '' : String(from.latencyMs))
    for (const name of ['summary', 'raw', 'chargerId', 'kind', 'category', 'severity'] as const) {
      expect([from[name], `'${from[name]}`]).toContain(row[name])
    }
  }
  expect(frames(rows)).toEqual(frames(entries))
})

test('CSV is UTF-8 with a byte order mark and CRLF after each record, as Excel wants it', async () => {
  const text = await exported([entry(1)], request('csv'))
  expect(text.startsWith('\uFEFF"seq","at","chargerId","connectionId"')).toBe(true)
  expect(text.split('\r\n')).toHaveLength(3)
  expect(text).toContain('\r\n1,"2026-05-01T14:02:12.318+02:00","GARAGE-07",1,"in","frame"')
})

test('no CSV cell of a charger can be run as a formula', () =>
  fc.assert(
    fc.asyncProperty(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), async (first, rest) => {
      const text = first + rest
      const [row] = parseCsv(await exported([entry(1, { summary: text, raw: text, messageId: text, chargerId: text })], request('csv')))
      for (const name of ['summary', 'raw', 'messageId', 'chargerId']) expect(row![name]).toBe(`'${text}`)
    }),
  ))

test('CSV keeps any other text of a charger exactly', () =>
  fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (rest) => {
      const text = `[${rest}`
      const rows = parseCsv(await exported([entry(1, { summary: text, raw: text })], request('csv')))
      expect(rows).toHaveLength(1)
      expect(rows[0]).toMatchObject({ summary: text, raw: text })
    }),
  ))

test('JSONL read back gives the same entries', async () => {
  const text = await exported(entries, request('jsonl'))
  expect(parseJsonl(text)).toEqual(entries)
  expect(text).toContain('"at":"2026-05-01T14:02:12.318+02:00"')
})

test('JSONL is one line an entry for any reader, whatever its text holds', () =>
  fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 4_102_444_800_000 }), async (rest, at) => {
      const text = `${rest}\u2028\u0085\r\n`
      const given = entry(7, { at, raw: text, summary: text, messageId: text })
      const written = await exported([given], request('jsonl'))
      expect(written.split(/\r\n|[\n\r\u0085\u2028\u2029]/)).toHaveLength(2)
      expect(parseJsonl(written)).toEqual([given])
    }),
  ))

test('plain text lets no character through that a terminal would obey', async () => {
  const text = await exported(entries, request('txt'))
  // oxlint-disable-next-line no-control-regex
  expect(text.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/g)).toBeNull()
  expect(text).toContain('‹ESC›]0;owned‹BEL›‹ESC›[2J‹U+009B›31m')
  expect(text).toContain('one‹CR›‹LF›two‹LF›three‹CR›four')
})

test('plain text says time with offset, direction, category, action, latency and severity in columns', async () => {
  const text = await exported(entries, request('txt'))
  const line = (words: string) => text.split('\n').find((each) => each.includes(words))
  expect(line('Accepted, heartbeat')).toMatch(
    /^2026-05-01T14:02:14\.318\+02:00 {2}GARAGE-07 {2}→ {3}State +BootNotification answer +Accepted, heartbeat every 300 s {2}\(2\.4 ms\)$/,
  )
  expect(line('Refused: InternalError')).toMatch(/Security +Authorize error answer +error +Refused: InternalError {2}\(12\.3 s\)$/)
  expect(text).toContain('\n    [2, "m-5", "Authorize", {"idTag": "04a1b2c3d4"}]\n')
})

test('the colour codes of plain text are those of the categories and nobody else’s', async () => {
  const coloured = await exported(entries, request('txt', { ansi: true }))
  // oxlint-disable-next-line no-control-regex
  const codes = new Set(coloured.match(/\u001b[^m]*m/g))
  expect(codes).toEqual(new Set(['\x1b[0m', ...[33, 35, 220, 15].map((code) => `\x1b[48;5;${code};38;5;16m`)]))
})

test('the head of a report says which chargers, filter, zone and version it is of', async () => {
  const filter = { charger: 'GARAGE-07', category: ['state' as const, 'security' as const], text: hostile.markup }
  for (const format of ['html', 'txt'] as const) {
    const text = await exported(entries, request(format, { filter }))
    for (const words of [
      'Log of charger GARAGE-07',
      'ABB Terra AC, firmware 1.8.32',
      'category State or Security',
      setting.timeZone,
      '0.1.0',
    ]) {
      expect(text).toContain(words)
    }
    expect(text.includes('<img')).toBe(format === 'txt')
  }
})

/** The raw texts that begin as OCPP frames do. */
function frames(all: { raw?: string }[]) {
  return all.map(({ raw }) => raw).filter((raw) => raw?.startsWith('['))
}

function parseCsv(text: string): Record<string, string>[] {
  return parse(text, { columns: true, bom: true, record_delimiter: '\r\n' })
}

function parseJsonl(text: string): Entry[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry & { at: string })
    .map((read) => Entry.parse({ ...read, at: Date.parse(read.at) }))
}

test('a page holds the newest entries that a browser can open, says how many there are, and where the others are', async () => {
  const total = 50_700
  const page = (from: number, limit: number) =>
    Array.from({ length: Math.max(0, Math.min(limit, total - from)) }, (_, at) => entry(from + at + 1))
  const asked = request('html')
  const source = {
    count: () => Promise.resolve(total),
    page: (_filter: unknown, after: number, limit: number) => Promise.resolve(page(Math.max(0, after), limit)),
    values: () => Promise.resolve({ values: [], read: 0, next: null }),
  }
  for (const seqAt of [(_filter: unknown, index: number) => Promise.resolve(index + 1), () => Promise.resolve(null)]) {
    const text = (await collect(exportStream({ ...source, seqAt }, asked, setting))).join('')
    const rows = [...text.matchAll(/<details [^>]*id="e(\d+)"/g)].map(([, seq]) => Number(seq))
    expect([rows.length, rows[0], rows.at(-1)]).toEqual([50_000, 701, total])
    expect(text).toContain('the newest <b>50,000 of 50,700 entries</b>')
    expect(text).toContain('exports of Chargebench hold all of them')
  }
})
