/** What the store answers of a large log, beside the plain truth: every entry of it, filtered one by one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { logOperations } from '../../../src/main/core/store/log/operations.ts'
import { openForReading, openForWriting } from '../../../src/main/core/store/open.ts'
import { rebuild } from '../../../src/main/core/store/rebuild.ts'
import { createIndexer } from '../../../src/main/core/store/search/indexer.ts'
import { BLOCK } from '../../../src/main/core/store/search/block.ts'
import { openForSearch } from '../../../src/main/core/store/search/open.ts'
import { countOfRebuilds, reachOf, REBUILDS } from '../../../src/main/core/store/search/reach.ts'
import { VOLUME, volumeOf } from '../../../src/main/core/store/search/texts.ts'
import { entryPages } from '../../../src/main/core/store/tables/entries.ts'
import { keep } from '../../../src/main/core/store/tables/kept.ts'
import type { Entry } from '../../../src/shared/domain/entry.ts'
import type { LogFilter } from '../../../src/shared/domain/log-filter.ts'
import { fill } from '../../../tools/bench/log/fill.ts'
import { matches } from '../../support/matches.ts'

const COUNT = 5 * BLOCK + 777
let dir: string
let file: string
let entries: Entry[]

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'chargebench-slices-'))
  file = join(dir, 'chargebench.sqlite')
  fill(dir, { count: COUNT, chargers: 7 })
  readEntries()
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function readEntries(): void {
  const db = openForReading(file)
  entries = [...entryPages(db, null, 0)].flat()
  db.close()
}

const oneOf = <T>(...items: T[]) => fc.option(fc.constantFrom(...items), { nil: undefined })
const someOf = <T>(...items: T[]) => fc.option(fc.subarray(items, { minLength: 1 }), { nil: undefined })
const anySeq = () => fc.integer({ min: entries[0]!.seq - 1, max: entries.at(-1)!.seq + 5 })

/** Filters as technicians make them, with values that occur, and some that do not. */
function filters(): fc.Arbitrary<LogFilter> {
  const at = fc.nat(COUNT - 1).map((index) => entries[index]!.at)
  const ids = entries.filter((_entry, index) => index % 997 === 0).flatMap(({ messageId }) => messageId ?? [])
  return fc
    .record({
      charger: oneOf('SITE-003', 'SITE-007', 'NOBODY'),
      category: someOf('state', 'transaction', 'connection', 'security'),
      direction: oneOf('in', 'out'),
      action: someOf('Heartbeat', 'MeterValues', 'GetDiagnostics', 'StopTransaction', 'Reset'),
      notAction: someOf('Heartbeat', 'MeterValues'),
      severity: someOf('none', 'notice', 'warning', 'error'),
      deviation: oneOf(['malformed']),
      connector: oneOf(1, 2, 9),
      connection: oneOf(1, 3),
      session: oneOf(5, 900),
      messageId: oneOf(...ids),
      text: oneOf(
        'SuspendedEVSE',
        'suspendedevse',
        'MeterValues',
        'Wh',
        '"L1"',
        '%',
        'SN-7003',
        'zzqq',
        ...ids.map((id) => id.slice(3, 15)),
      ),
      from: fc.option(at, { nil: undefined }),
      to: fc.option(at, { nil: undefined }),
    })
    .chain((all) =>
      fc
        .subarray(Object.keys(all), { maxLength: 3 })
        .map((kept) => Object.fromEntries(kept.map((key) => [key, all[key as keyof typeof all]]))),
    )
}

/** All slices of a question, put together. */
function whole(db: Database, filter: LogFilter) {
  const ask = logOperations(db)
  return {
    page: (direction: 'older' | 'newer', from: number | null, limit: number): number[] => {
      const seqs: number[] = []
      for (let cursor = from; ;) {
        const slice = ask.pageSlice(filter, { direction, cursor, limit: limit - seqs.length })
        seqs.push(...slice.entries.map((entry) => entry.seq))
        if (slice.next === null || seqs.length >= limit) return seqs
        cursor = slice.next
      }
    },
    count: (before: number | null): number => {
      let count = 0
      for (let after: number | null = 0; after !== null;) {
        const slice: ReturnType<typeof ask.countSlice> = ask.countSlice(filter, after, before)
        count += slice.count
        after = slice.next
      }
      return count
    },
    groups: (width: number): Map<number, number> => {
      const groups = new Map<number, number>()
      for (let after: number | null = 0; after !== null;) {
        const slice: ReturnType<typeof ask.groupSlice> = ask.groupSlice(filter, after, width)
        for (const [group, count] of slice.groups) groups.set(group, (groups.get(group) ?? 0) + count)
        after = slice.next
      }
      return groups
    },
    seqAt: (index: number) => ask.seqAt(filter, index),
  }
}

/** A filter and a question that the store answers otherwise than the entries themselves do, in words; null where there is none. */
function disagreement(runs: number): string | null {
  const db = openForReading(file)
  const result = fc.check(
    fc.property(filters(), anySeq(), fc.integer({ min: 1, max: 600 }), fc.constantFrom(1, 37, 5_000), (filter, at, limit, width) => {
      const truth = entries.filter((entry) => matches(filter, entry)).map((entry) => entry.seq)
      const ask = whole(db, filter)
      expect(ask.page('older', null, limit)).toEqual(truth.slice(-limit).toReversed())
      expect(ask.page('older', at, limit)).toEqual(
        truth
          .filter((each) => each < at)
          .slice(-limit)
          .toReversed(),
      )
      expect(ask.page('newer', at, limit)).toEqual(truth.filter((each) => each > at).slice(0, limit))
      expect(ask.count(null)).toBe(truth.length)
      expect(ask.count(at)).toBe(truth.filter((each) => each < at).length)
      const groups = new Map<number, number>()
      for (const each of truth) groups.set(Math.floor((each - 1) / width), (groups.get(Math.floor((each - 1) / width)) ?? 0) + 1)
      expect(ask.groups(width)).toEqual(groups)
      const index = at % (truth.length + 1)
      expect([truth[index] ?? null, null]).toContain(ask.seqAt(index))
    }),
    { numRuns: runs },
  )
  db.close()
  return fc.defaultReportMessage(result) ?? null
}

describe('pages, counts, groups and places', { timeout: 120_000 }, () => {
  test('are right while nothing has been indexed', () => expect(disagreement(25)).toBeNull())

  test('are right while a part has been indexed', () => {
    const db = openForSearch(file)
    const indexer = createIndexer(db)
    for (let slice = 0; slice < 12; slice++) indexer.slice(1)
    const { texts, last } = reachOf(db)
    expect(texts).toBeLessThan(last)
    db.close()
    expect(disagreement(25)).toBeNull()
  })

  test('are right when all has been indexed, and go on where the last run stopped', () => {
    const db = openForSearch(file)
    const before = reachOf(db)
    const indexer = createIndexer(db)
    while (indexer.slice(20));
    expect(reachOf(db)).toMatchObject({ blocks: 5 * BLOCK, last: COUNT })
    expect(reachOf(db).texts).toBeGreaterThan(Math.max(before.texts, COUNT - 600))
    db.close()
    expect(disagreement(60)).toBeNull()
  })

  test('places in the whole log and in a charger’s are exact', () => {
    const db = openForReading(file)
    for (const filter of [{}, { charger: 'SITE-003' }, { notAction: ['Heartbeat', 'MeterValues'] }]) {
      const truth = entries.filter((entry) => matches(filter, entry)).map((entry) => entry.seq)
      for (const index of [0, 1, BLOCK, truth.length >> 1, truth.length - 1])
        expect(whole(db, filter).seqAt(index)).toBe(truth[index] ?? null)
    }
    db.close()
  })

  test('are right after a rebuild, before and after the search has noticed', () => {
    const writer = openForWriting(file)
    rebuild(writer)
    writer.close()
    const reader = openForReading(file)
    expect(reachOf(reader)).toMatchObject({ texts: 0, blocks: 0 })
    reader.close()
    expect(disagreement(10)).toBeNull()
    const db = openForSearch(file)
    const indexer = createIndexer(db)
    while (indexer.slice(20));
    expect(reachOf(db).blocks).toBe(5 * BLOCK)
    db.close()
    expect(disagreement(15)).toBeNull()
  })

  test('are right where a log goes over from one volume of the index of texts to the next', () => {
    const writer = openForWriting(file)
    writer.prepare('UPDATE entries SET seq = seq + ?').run(VOLUME - 2 * BLOCK)
    keep(writer, REBUILDS, countOfRebuilds(writer) + 1)
    writer.close()
    readEntries()
    const db = openForSearch(file)
    const indexer = createIndexer(db)
    while (indexer.slice(20));
    expect([1, COUNT].map((number) => volumeOf(VOLUME - 2 * BLOCK + number))).toEqual([0, 1])
    db.close()
    expect(disagreement(40)).toBeNull()
  })
})
