import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Entry } from '../../../src/shared/domain/entry.ts'
import { boot, connectCharger, status, type TestCharger } from '../../support/charger.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

let bench: RunningWorkbench
let charger: TestCharger
beforeEach(async () => {
  bench = await startWorkbench()
  charger = await connectCharger(bench.ocppUrl, 'CP1')
  await charger.call('BootNotification', boot)
  await charger.call('StatusNotification', status(1, 'Available'))
  await charger.call('Authorize', { idTag: '100%_REAL' })
})
afterEach(async () => {
  await charger.close()
  await bench.close()
})

const summaries = async (filter: object) =>
  (await bench.client.log.list({ limit: 1000, ...filter })).entries.map(({ action, kind }) => action ?? kind)

test('filters of category, direction, action, severity, charger, time and text can be combined', async () => {
  expect(await summaries({ category: ['security'] })).toEqual(['Authorize', 'Authorize'])
  expect(await summaries({ category: 'security,connection' })).toEqual(['Authorize', 'Authorize', 'connect'])
  expect(await summaries({ direction: 'in' })).toEqual(['Authorize', 'StatusNotification', 'BootNotification'])
  expect(await summaries({ action: ['BootNotification'], direction: 'out' })).toEqual(['BootNotification'])
  expect(await summaries({ charger: 'CP2' })).toEqual([])
  expect(await summaries({ from: Date.now() + 60_000 })).toEqual([])
  expect(await summaries({ to: new Date(Date.now() + 60_000).toISOString(), direction: 'in' })).toHaveLength(3)
})

test('a text is found as it is, also where it looks like a pattern or like SQL', async () => {
  expect(await summaries({ text: '100%_real', direction: 'in' })).toEqual(['Authorize'])
  expect(await summaries({ text: '%' })).toEqual(['Authorize'])
  expect(await summaries({ text: '_', direction: 'in' })).toEqual(['Authorize'])
  expect(await summaries({ text: `'; DROP TABLE entries; --` })).toEqual([])
})

test('pages go on where the last ended, both ways, with nothing twice and nothing left out', async () => {
  for (let index = 0; index < 20; index++) await charger.call('Heartbeat', {})
  const all = (await bench.client.log.list({ limit: 1000 })).entries.map(({ seq }) => seq)
  const backwards: number[] = []
  for (let cursor: number | null | undefined; cursor !== null;) {
    const page: { entries: Entry[]; nextCursor: number | null } = await bench.client.log.list({ limit: 7, ...(cursor ? { cursor } : {}) })
    backwards.push(...page.entries.map(({ seq }) => seq))
    cursor = page.nextCursor
  }
  expect(backwards).toEqual(all)
  expect((await bench.client.log.list({ after: 0, limit: 1000 })).entries.map(({ seq }) => seq)).toEqual(all.toReversed())
  expect(await bench.client.log.count({})).toEqual({ count: all.length })
})

test('an entry comes with its counterpart, an answer with its call and a call with its answer', async () => {
  const [answer, call] = (await bench.client.log.list({ action: ['Authorize'] })).entries
  expect(await bench.client.log.get({ seq: call?.seq ?? 0 })).toMatchObject({ entry: call, counterpart: answer })
  expect(await bench.client.log.get({ seq: answer?.seq ?? 0 })).toMatchObject({ entry: answer, counterpart: call })
  await expect(bench.client.log.get({ seq: 999_999 })).rejects.toThrow('no entry number 999999')
})

test('the actions that occur are listed, of all chargers or of one', async () => {
  expect(await bench.client.log.actions({})).toEqual(['Authorize', 'BootNotification', 'StatusNotification'])
  expect(await bench.client.log.actions({ charger: 'CP2' })).toEqual([])
})

test('following gives each new entry once and in order', async () => {
  const stop = new AbortController()
  const seen: Entry[] = []
  const following = (async () => {
    for await (const entries of await bench.client.log.follow({ after: 0, direction: 'in' }, { signal: stop.signal })) {
      seen.push(...entries)
      if (seen.length >= 103) return
    }
  })()
  await Promise.all(Array.from({ length: 100 }, () => charger.call('Heartbeat', {})))
  await following
  stop.abort()
  const logged = (await bench.client.log.list({ after: 0, direction: 'in', limit: 1000 })).entries
  expect(seen.map(({ seq }) => seq)).toEqual(logged.map(({ seq }) => seq))
})
