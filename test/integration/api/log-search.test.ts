/** Searching, places and the histogram of a log that is too large to look through. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LogFilter } from '../../../src/shared/domain/log-filter.ts'
import { MARK_PLACES } from '../../../src/shared/domain/log-search.ts'
import { fill } from '../../../tools/bench/log/fill.ts'
import { collect } from '../../support/collect.ts'
import { until } from '../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

const COUNT = 30_000

describe('a log of 30,000 entries', { timeout: 120_000 }, () => {
  let dataDir: string
  let bench: RunningWorkbench

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'chargebench-search-'))
    fill(dataDir, { count: COUNT, chargers: 5 })
    bench = await startWorkbench({ dataDir })
  }, 120_000)
  afterAll(async () => {
    await bench.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const all = async (filter: LogFilter) => {
    const seqs: number[] = []
    for (let after = 0; ;) {
      const { entries } = await bench.client.log.list({ ...filter, after, limit: 1_000 })
      seqs.push(...entries.map(({ seq }) => seq))
      if (entries.length < 1_000) return seqs
      after = seqs.at(-1)!
    }
  }
  const search = async (find: string, filter: LogFilter = {}) => (await collect(await bench.client.log.search({ ...filter, find }))).at(-1)

  test('hits are counted among what the filter shows, and marked where they are', async () => {
    const hits = await all({ text: 'SuspendedEVSE' })
    expect(hits.length).toBeGreaterThan(10)
    const total = (await bench.client.log.count({})).count
    const found = await search('suspendedevse')
    expect(found).toMatchObject({ count: hits.length, about: false, done: true })
    const marks = new Set(found?.marks)
    for (const seq of hits) {
      const place = Math.floor((seq / total) * MARK_PLACES)
      expect([place - 2, place - 1, place, place + 1, place + 2].some((near) => marks.has(near))).toBe(true)
    }
    const one = await search('SuspendedEVSE', { charger: 'SITE-002' })
    expect(one?.count).toBe((await all({ text: 'SuspendedEVSE', charger: 'SITE-002' })).length)
    expect(await search('nothing has this')).toEqual({ count: 0, about: false, done: true, upTo: (await all({})).at(-1), marks: [] })
  })

  test('what has just come is found, and a text of two letters, too', async () => {
    const before = (await search('Chargebench was not running'))?.count
    expect(before).toBeGreaterThan(0)
    expect((await search('Wh'))?.count).toBe((await all({ text: 'Wh' })).length)
  })

  test('the place of an entry and the entry at a place belong together', async () => {
    for (const filter of [{}, { charger: 'SITE-002' }, { notAction: ['Heartbeat', 'MeterValues'] }, { connection: 2 }]) {
      const seqs = await all(filter)
      const index = Math.floor(seqs.length / 3)
      await until(async () => (await bench.client.log.at({ ...filter, index })).seq === seqs[index])
      expect(await bench.client.log.place({ ...filter, seq: seqs[index]! })).toEqual({ index })
    }
  })

  test('the histogram holds every entry once, in its time and colour', async () => {
    const whole = await bench.client.log.histogram({ buckets: 100 })
    const sum = (counts: number[] | undefined) => Math.round(counts?.reduce((total, count) => total + count, 0) ?? 0)
    for (const category of ['state', 'transaction', 'connection', 'security'] as const) {
      expect(sum(whole?.counts[category])).toBe((await bench.client.log.count({ category: [category] })).count)
    }
    const from = whole!.from + 3_600_000
    const to = from + 7_200_000
    const part = await bench.client.log.histogram({ charger: 'SITE-001', from, to, buckets: 8 })
    const entries = (await bench.client.log.list({ charger: 'SITE-001', from, to, after: 0, limit: 1_000 })).entries
    expect(part).toMatchObject({ from, to })
    const expected = Array.from({ length: 8 }, (_none, bucket) => {
      const begin = from + bucket * 900_000
      return entries.filter(({ at, category }) => category === 'state' && at >= begin && at < begin + 900_000).length
    })
    expect(part?.counts.state).toEqual(expected)
    expect(await bench.client.log.histogram({ charger: 'NOBODY', buckets: 8 })).toBeNull()

    // Of what is few, the chart begins and ends where it does.
    const [connection] = entries.map(({ connectionId }) => connectionId).filter((id) => id !== null)
    const of = { connection: connection! }
    const [first] = (await bench.client.log.list({ ...of, after: 0, limit: 1 })).entries
    const [last] = (await bench.client.log.list({ ...of, limit: 1 })).entries
    const drawn = await bench.client.log.histogram({ ...of, buckets: 10 })
    expect(drawn).toMatchObject({ from: first?.at, to: last!.at + 1 })
    expect(Object.values(drawn!.counts).reduce((total, counts) => total + sum(counts), 0)).toBe((await bench.client.log.count(of)).count)
  })

  test('a search that nobody waits for any more ends, and others are answered', async () => {
    const ending = new AbortController()
    const results = await bench.client.log.search({ find: 'e' }, { signal: ending.signal })
    await results.next()
    ending.abort()
    await collect(results).catch(() => null)
    expect((await search('SN-7003'))?.done).toBe(true)
    expect(bench.errors).toEqual([])
  })
})
