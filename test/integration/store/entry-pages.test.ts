import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openForWriting } from '../../../src/main/core/store/open.ts'
import { rebuild } from '../../../src/main/core/store/rebuild.ts'
import { entryPages, entryWriter } from '../../../src/main/core/store/tables/entries.ts'
import { entry } from '../../support/entries.ts'

const filled = (lengths: number[], chargerId = (index: number) => `CP${index % 2}`) => {
  const db = openForWriting(':memory:')
  const write = entryWriter(db)
  for (const [index, length] of lengths.entries()) write(entry(index + 1, { chargerId: chargerId(index), raw: 'ü'.repeat(length) }))
  return db
}

test('pages hold every entry once and in order, of one charger or of all', { timeout: 60_000 }, () => {
  const length = fc.constantFrom(0, 10, 5_000_000, 17_000_000)
  fc.assert(
    fc.property(fc.array(length, { maxLength: 8 }), fc.nat(4), fc.constantFrom(null, 'CP0', 'CP1', 'none'), (lengths, after, charger) => {
      const db = filled(lengths)
      const seqs = [...entryPages(db, charger, after)].flat().map(({ seq }) => seq)
      const wanted = lengths.map((_length, index) => index + 1).filter((seq) => seq > after)
      expect(seqs).toEqual(charger === null ? wanted : wanted.filter((seq) => `CP${(seq - 1) % 2}` === charger))
      db.close()
    }),
    { numRuns: 20 },
  )
})

test('a page is no larger than memory bears, and one entry at least', { timeout: 60_000 }, () => {
  const db = filled([17_000_000, 5_000_000, 5_000_000, 5_000_000, 5_000_000, 10, 10])
  expect([...entryPages(db, null, 0)].map((page) => page.map(({ seq }) => seq))).toEqual([[1], [2, 3, 4], [5, 6, 7]])
  db.close()
})

test('rebuilding goes through more entries than a page holds', { timeout: 60_000 }, () => {
  const db = filled(Array.from({ length: 2_500 }, () => 3))
  db.exec(`UPDATE entries SET raw = '[2,"m","Heartbeat",{}]', summary = ''`)
  rebuild(db)
  expect(db.prepare(`SELECT count(*) FROM entries WHERE action = 'Heartbeat' AND summary <> ''`).pluck().get()).toBe(2_500)
  db.close()
})
