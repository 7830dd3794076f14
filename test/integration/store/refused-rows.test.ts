/** A row that the database does not take, made so by triggers in a real one, holds up nothing and loses nothing. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from 'better-sqlite3'
import { createPipeline, type Pipeline } from '../../../src/main/core/pipeline.ts'
import { committer } from '../../../src/main/core/store/commit.ts'
import { openForWriting } from '../../../src/main/core/store/open.ts'
import { writerOperations } from '../../../src/main/core/store/operations.ts'
import { rebuild } from '../../../src/main/core/store/rebuild.ts'

let db: Database
let pipeline: Pipeline
let errors: string[]

beforeEach(() => {
  db = openForWriting(':memory:')
  errors = []
  const commit = committer(db)
  pipeline = createPipeline({
    commit: async (batch) => commit(batch),
    kept: writerOperations(db).load(),
    log: { info: () => {}, warn: () => {}, error: (message, details) => errors.push(`${message} ${JSON.stringify(details)}`) },
    now: () => Date.UTC(2026, 2, 1, 10),
  })
})
afterEach(async () => {
  await pipeline.close()
  db.close()
})

const refuse = (table: string, when: string): void =>
  void db.exec(`CREATE TRIGGER no_${table} BEFORE INSERT ON ${table} WHEN ${when} BEGIN SELECT RAISE(ABORT, 'not this one'); END`)
const call = (id: string, action: string, payload: object = {}, chargerId = 'CP1') =>
  pipeline.record({
    chargerId,
    connectionId: 1,
    direction: 'in',
    kind: 'frame',
    raw: JSON.stringify([2, id, action, payload]),
  })
const status = (id: string, state: string) => call(id, 'StatusNotification', { connectorId: 1, errorCode: 'NoError', status: state })
const meter = (id: string, watts: number) =>
  call(id, 'MeterValues', { connectorId: 1, meterValue: [{ sampledValue: [{ value: `${watts}`, measurand: 'Power.Active.Import' }] }] })

interface Row {
  seq: number
  raw: string
  action: string | null
  summary: string
  severity: string
  deviations: string
}
const rows = (): Row[] => db.prepare('SELECT seq, raw, action, summary, severity, deviations FROM entries ORDER BY seq').all() as Row[]
const stateNow = (): unknown => db.prepare(`SELECT state FROM segments WHERE lane = 'connector:1' AND to_at IS NULL`).pluck().get()
const readable = ({ action, deviations }: Row): boolean => action !== null && !deviations.includes('app-error')

test('an entry that is refused is stored as it came, and every other of its commit as it was read', async () => {
  refuse('entries', `new.action = 'DataTransfer'`)
  const sent = [
    call('a', 'Heartbeat'),
    call('b', 'DataTransfer', { vendorId: 'V' }),
    status('c', 'Charging'),
    call('d', 'Heartbeat', {}, 'CP2'),
  ]
  await pipeline.committed()
  expect(rows().map(({ raw }) => raw)).toEqual(sent.map(({ entry }) => entry.raw))
  expect(rows().map(readable)).toEqual([true, false, true, true])
  expect(rows()[1]).toMatchObject({ severity: 'error', summary: 'The app could not read this entry' })
  expect(rows()[1]?.deviations).toContain('not this one')
  expect(stateNow()).toBe('Charging')
  expect(pipeline.problem()).toBeNull()
  expect(errors).toEqual([expect.stringContaining(`"seq":${sent[1]?.entry.seq}`)])
})

test('an entry of which only what follows is refused is stored as it was read, and says so', async () => {
  refuse('samples', 'new.power_w > 1000')
  const [, bad] = [meter('a', 500), meter('b', 5_000), meter('c', 700)]
  await pipeline.committed()
  expect(rows().map(({ action }) => action)).toEqual(['MeterValues', 'MeterValues', 'MeterValues'])
  expect(rows()[1]).toMatchObject({ summary: bad?.entry.summary, severity: 'error' })
  expect(rows()[1]?.deviations).toContain('What follows from this entry could not be stored')
  expect(db.prepare('SELECT power_w FROM samples ORDER BY seq').pluck().all()).toEqual([500, 700])
})

test('an entry with values that no column takes is stored with sound ones', async () => {
  const odd = { chargerId: 'CP1', direction: 'in', kind: 'frame', raw: '[2,"a","Heartbeat",{}]' } as const
  pipeline.record({ ...odd, connectionId: 1, at: 1_000.5 })
  pipeline.record({ ...odd, connectionId: 1.5, runId: {} as string })
  call('b', 'Heartbeat')
  await pipeline.committed()
  expect(rows().map(readable)).toEqual([false, false, true])
  expect(db.prepare('SELECT at, connection_id, run_id FROM entries WHERE seq = 1').get()).toEqual({
    at: 1_001,
    connection_id: 1,
    run_id: null,
  })
})

test('an entry of which all cannot be stored is stored in part, and says how long it was', async () => {
  refuse('entries', 'length(new.raw) > 1000000')
  call('a', 'DataTransfer', { data: 'x'.repeat(2_000_000) })
  call('b', 'Heartbeat')
  await pipeline.committed()
  expect(rows().map(({ raw }) => raw.length)).toEqual([1_000_000, 22])
  expect(rows()[0]?.deviations).toMatch(/Only the beginning of its 20000\d\d characters could be stored/)
})

test('what is refused in a thousand entries costs none of the others', async () => {
  refuse('entries', `new.action = 'DataTransfer'`)
  for (let n = 0; n < 1_000; n++) call(`${n}`, n % 100 === 7 ? 'DataTransfer' : 'Heartbeat')
  await pipeline.committed()
  expect(rows().flatMap((row, index) => (readable(row) ? [] : [index]))).toEqual([7, 107, 207, 307, 407, 507, 607, 707, 807, 907])
})

test('rebuilding is held up neither by a row that is refused nor by an entry that cannot be read', async () => {
  status('a', 'Available')
  pipeline.record({ chargerId: 'CP1', connectionId: 1, direction: null, kind: 'connect', raw: '{' })
  call('b', 'DataTransfer')
  status('c', 'Charging')
  await pipeline.committed()
  expect(rows().map(readable)).toEqual([true, false, true, true])
  refuse('entries', `new.action = 'DataTransfer'`)
  const before = rows()
  rebuild(db)
  expect(rows().map(({ raw }) => raw)).toEqual(before.map(({ raw }) => raw))
  expect(rows().map(readable)).toEqual([true, false, false, true])
  expect(stateNow()).toBe('Charging')
})
