import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { visible } from '../../../src/main/core/export/visible.ts'
import { recognise } from '../../../src/main/core/import/recognise.ts'
import type { Entry } from '../../../src/shared/domain/entry.ts'
import { entriesOfAllKinds, entry, hostile } from '../../support/entries.ts'
import { exported, request } from '../../support/export-settings.ts'
import { itemsOf, textSource } from '../../support/imported.ts'
import { loadRecording, recordings } from '../../support/recording.ts'
import { readFileSync } from 'node:fs'

const entries: Entry[] = [
  ...entriesOfAllKinds(),
  entry(901, { chargerId: hostile.quotes, raw: `[2,"${'x'.repeat(300_000)}","DataTransfer",{"vendorId":"long"}]` }),
  entry(902, { kind: 'text', direction: null, raw: 'a row of text\nof two lines', messageType: null, messageId: null, action: null }),
  entry(903, { raw: '[2,"m","StartTransaction",{"transactionId":9223372036854766666}]', at: 1_777_636_931_318 }),
]

test('an export of ours as JSON lines gives back exactly the same entries', async () => {
  const jsonl = await exported(entries, request('jsonl', { redact: [] }))
  for (const bytes of [Buffer.from(jsonl), gzipSync(jsonl)]) {
    const source = textSource(bytes, 'something.txt', 4_001)
    expect(await recognise(source)).toMatchObject({ format: 'chargebench', confidence: 1, needs: { identity: false, timeZone: false } })
    expect((await itemsOf(source)).map((item) => item.entry)).toEqual(entries)
  }
})

test('an export of ours as a table gives back the same entries, but for what no table can hold', async () => {
  const csv = await exported(entries, request('csv', { redact: [] }))
  const source = textSource(csv, 'something.txt', 4_001)
  expect(await recognise(source)).toMatchObject({ format: 'chargebench-csv', needs: { identity: false, timeZone: false } })
  const items = await itemsOf(source)
  expect(items[0]).toMatchObject({ kind: 'text', why: 'the table’s header' })
  expect(items.slice(1).map((item) => item.entry)).toEqual(entries.map(withoutEmptyTexts))
})

/** A table does not tell an empty text from none. */
function withoutEmptyTexts(one: Entry): Entry {
  const { reportedAt: _reported, correctedAt: _corrected, ...rest } = one
  const blank = Object.entries(rest).filter(([name, value]) => value === '' && !['raw', 'summary', 'chargerId'].includes(name))
  return { ...rest, ...Object.fromEntries(blank.map(([name]) => [name, null])) }
}

test.each(['html', 'txt'] as const)(
  'an export of ours as %s, made to be read by people, still gives back what was said, when and by whom',
  async (format) => {
    const told = entries.filter(({ kind, raw }) => kind !== 'text' && raw !== '')
    const source = textSource(await exported(told, request(format, { redact: [] })), 'something.log', 4_001)
    const name = format === 'html' ? 'chargebench-report' : 'chargebench-text'
    expect(await recognise(source)).toMatchObject({ format: name, needs: { identity: false, timeZone: false } })
    const items = (await itemsOf(source)).filter(({ kind }) => kind !== 'text')
    expect(items.map(({ at, kind, direction }) => ({ at, kind, direction }))).toEqual(
      told.map(({ at, kind, direction }) => ({ at, kind, direction })),
    )
    expect(items).toMatchObject(told.map(({ raw, chargerId }) => ({ raw: visible(raw), chargerId: visible(chargerId) })))
  },
)

test.each(recordings)('the recording %s gives the same messages and connections', async (name) => {
  const bytes = readFileSync(new URL(`../../fixtures/recordings/${name}.jsonl`, import.meta.url))
  expect(await recognise(textSource(bytes))).toMatchObject({ format: 'wire-recorder', needs: { identity: false, timeZone: false } })
  const items = (await itemsOf(textSource(bytes))).filter(({ kind }) => kind === 'frame' || kind === 'connect')
  const expected = loadRecording(name).filter(({ kind }) => kind === 'frame' || kind === 'connect')
  const essence = ({ at, chargerId, kind, direction }: (typeof expected)[number] | (typeof items)[number]) => [
    at,
    chargerId,
    kind,
    direction,
  ]
  expect(items.map(essence)).toEqual(expected.map(essence))
  const raws = (all: readonly object[]): unknown[] =>
    all.map((one) => ('kind' in one && one.kind === 'frame' && 'raw' in one ? one.raw : null))
  expect(raws(items)).toEqual(raws(expected))
})
