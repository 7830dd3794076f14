import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogue, formatName, otherTable, ownTable } from '../../../src/main/core/import/formats/catalogue.ts'
import { ocppCoreDump } from '../../../src/main/core/import/formats/ocpp-core-dump.ts'
import { recognise } from '../../../src/main/core/import/recognise.ts'
import { itemsOf, logFixture, shown } from '../../support/imported.ts'
import { fixtures } from './fixtures.ts'

test.each(fixtures)('$path is recognised by its content alone', async ({ path, format, needs = {}, turned = false }) => {
  const recognised = await recognise(logFixture(path))
  expect(recognised).toMatchObject({ format, formatName: formatName(format), turned })
  expect(recognised.confidence).toBeGreaterThan(0.4)
  expect(recognised.needs).toMatchObject({ identity: false, timeZone: false, date: false, ...needs })
  expect(recognised.needs.columns?.guess).toEqual(needs.columns?.guess)
})

test.each(fixtures)('$path is read to exactly these items', async ({ path, choices }) => {
  const expected = readFileSync(new URL(`../../fixtures/log-items/${path}.items`, import.meta.url), 'utf8')
  const items = await itemsOf(logFixture(path), choices)
  expect(items.map((item) => `${JSON.stringify(shown(item))}\n`).join('')).toBe(expected)
})

test('every format of the catalogue has a log to be tried on', () => {
  const tried = new Set(fixtures.flatMap(({ format, also = [] }) => [format, ...also]))
  // The recorder's logs are those of test/fixtures/recordings, our own are written by the export.
  const elsewhere = new Set(['wire-recorder', 'chargebench', 'chargebench-report', 'chargebench-text', ownTable.id])
  const all = [...catalogue, otherTable, ownTable, ocppCoreDump].map(({ id }) => id)
  expect(all.filter((id) => !tried.has(id) && !elsewhere.has(id))).toEqual([])
})
