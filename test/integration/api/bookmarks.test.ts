import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BookmarkedEntry } from '../../../src/shared/domain/bookmark.ts'
import type { Entry } from '../../../src/shared/domain/entry.ts'
import type { Recording } from '../../../src/shared/domain/recording.ts'
import { boot, connectCharger, status } from '../../support/charger.ts'
import { until } from '../../support/until.ts'
import { type RunningServer, startServer } from '../web/support.ts'

let server: RunningServer
let marked: Entry
beforeAll(async () => {
  server = await startServer()
  const charger = await connectCharger(server.bench.ocppUrl, 'GARAGE-07')
  await charger.call('BootNotification', boot)
  await charger.call('StatusNotification', status(1, 'Faulted'))
  await charger.close()
  await until(async () => !(await server.bench.client.chargers.get({ id: 'GARAGE-07' })).connected)
  const { entries } = await server.bench.client.log.list({ action: ['StatusNotification'], direction: 'in', limit: 10 })
  marked = entries[0]!
})
afterAll(() => server.close())

async function rest(path: string, method = 'GET', body?: object): Promise<{ status: number; body: unknown }> {
  const answer = await server.api(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  return { status: answer.status, body: await answer.json() }
}
const all = async (query = '') => (await rest(`/bookmarks${query}`)).body as BookmarkedEntry[]

test('a bookmark is put on an entry, found by the filter, written anew, and taken away', async () => {
  const { client } = server.bench
  expect(await rest('/bookmarks', 'POST', { seq: marked.seq, note: ' here it began ' })).toMatchObject({
    status: 200,
    body: { seq: marked.seq, note: 'here it began', chargerId: 'GARAGE-07', entryAt: marked.at, action: 'StatusNotification' },
  })
  expect(await all('?charger=GARAGE-07')).toHaveLength(1)
  expect(await all('?charger=OTHER')).toHaveLength(0)

  const { entries } = (await rest('/log?bookmarked=true')).body as { entries: Entry[] }
  expect(entries.map(({ seq, bookmark }) => [seq, bookmark?.note])).toEqual([[marked.seq, 'here it began']])
  expect(await client.log.count({ bookmarked: true })).toMatchObject({ count: 1 })
  expect(await client.log.count({ bookmarked: true, text: 'no such text' })).toMatchObject({ count: 0 })
  expect((await client.log.get({ seq: marked.seq })).entry.bookmark?.note).toBe('here it began')

  await client.bookmarks.save({ seq: marked.seq, note: '' })
  expect((await all()).map(({ note }) => note)).toEqual([''])
  expect((await rest(`/bookmarks/${marked.seq}`, 'DELETE')).body).toEqual({ removed: true })
  expect((await rest(`/bookmarks/${marked.seq}`, 'DELETE')).body).toEqual({ removed: false })
  expect(await all()).toEqual([])
  expect(await client.log.count({ bookmarked: true })).toMatchObject({ count: 0 })
})

test('an entry that there is not takes no bookmark, and a sentence says so', async () => {
  expect(await rest('/bookmarks', 'POST', { seq: 999_999 })).toMatchObject({
    status: 404,
    body: { message: 'The log has no entry number 999999.' },
  })
  expect(await all()).toEqual([])
})

test('bookmarks travel with an export, stand in the recording made of it, and can be changed there', async () => {
  const { client } = server.bench
  await client.bookmarks.save({ seq: marked.seq, note: 'relay stuck,\nsee photo' })
  const files = Object.fromEntries(
    await Promise.all(
      ['jsonl', 'csv', 'txt', 'html'].map(async (format) => [format, await (await server.api(`/export?format=${format}`)).text()]),
    ),
  ) as Record<string, string>
  for (const format of ['csv', 'txt', 'html']) expect(files[format]).toContain('relay stuck,')
  const answer = await server.api('/import?name=ticket.jsonl', { method: 'POST', body: files['jsonl']! })
  const { recording } = (await answer.json()) as { recording: Recording }

  const there = { recording: recording.id }
  const [back] = await client.bookmarks.list(there)
  const [here] = await client.bookmarks.list({})
  expect(back).toEqual(here)
  expect((await client.log.list({ ...there, bookmarked: true, limit: 10 })).entries.map(({ seq }) => seq)).toEqual([marked.seq])

  await client.bookmarks.save({ ...there, seq: marked.seq, note: 'only in the recording' })
  await client.bookmarks.save({ ...there, seq: marked.seq - 1, note: '' })
  expect((await client.bookmarks.list(there)).map(({ note }) => note)).toEqual(['', 'only in the recording'])
  expect((await client.bookmarks.list({})).map(({ note }) => note)).toEqual(['relay stuck,\nsee photo'])
  expect(await client.bookmarks.remove({ ...there, seq: marked.seq })).toEqual({ removed: true })
  expect(await all(`?recording=${recording.id}`)).toHaveLength(1)
})

test('a filter is kept under its name, and saved again under the same name it is replaced', async () => {
  const { savedFilters } = server.bench.client
  await savedFilters.save({ name: 'Faults', filter: { severity: ['error'] } })
  await savedFilters.save({ name: 'Boots', filter: { action: ['BootNotification'], bookmarked: true } })
  await savedFilters.save({ name: 'faults', filter: { severity: ['error', 'warning'] } })
  const saved = await savedFilters.list()
  expect(saved.map(({ name, filter }) => [name, filter])).toEqual([
    ['Boots', { action: ['BootNotification'], bookmarked: true }],
    ['faults', { severity: ['error', 'warning'] }],
  ])
  expect(await savedFilters.remove({ id: saved[0]!.id })).toHaveLength(1)
})
