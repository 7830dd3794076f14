import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Entry } from '../../../src/shared/domain/entry.ts'
import { boot, connectCharger } from '../../support/charger.ts'
import { collect } from '../../support/collect.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

let bench: RunningWorkbench
beforeAll(async () => {
  bench = await startWorkbench()
})
afterAll(() => bench.close())

const begin = Date.UTC(2026, 4, 1, 12)
/** The charger's clock is behind the backend's. */
const behindMs = 92_500

interface Line {
  /** Seconds since the beginning, by the backend's clock. */
  s: number
  direction: 'in' | 'out'
  frame: unknown[]
  log?: 'charger' | 'backend'
}
const lines: Line[] = [
  { s: 0, direction: 'in', frame: [2, '1', 'BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' }] },
  { s: 0.2, direction: 'out', frame: [3, '1', { status: 'Accepted', currentTime: '2026-05-01T12:00:00Z', interval: 300 }] },
  { s: 10, direction: 'in', frame: [2, '2', 'StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' }] },
  { s: 10.1, direction: 'out', frame: [3, '2', {}] },
  // Never reached the backend.
  { s: 20, direction: 'in', frame: [2, '3', 'Heartbeat', {}], log: 'charger' },
  { s: 30, direction: 'in', frame: [2, '4', 'StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Preparing' }] },
  { s: 30.1, direction: 'out', frame: [3, '4', {}] },
  // Never reached the charger.
  { s: 40, direction: 'out', frame: [2, 'b-1', 'RemoteStartTransaction', { idTag: 'TAG' }], log: 'backend' },
  { s: 50, direction: 'in', frame: [2, '1', 'Heartbeat', {}] },
  { s: 50.1, direction: 'out', frame: [3, '1', { currentTime: '2026-05-01T12:00:50Z' }] },
]

/** One side's log, with whitespace of its own, as OCPP tools write it. */
function logOf(side: 'charger' | 'backend'): string {
  return lines
    .filter(({ log }) => log === undefined || log === side)
    .map(({ s, direction, frame }) => {
      const at = begin + s * 1_000 - (side === 'charger' ? behindMs : 0)
      const message = side === 'charger' ? frame : JSON.stringify(frame, null, 1)
      return JSON.stringify({ timestamp: new Date(at).toISOString(), chargePointId: 'CP-1', direction, message })
    })
    .join('\n')
}

async function open(name: string, text: string): Promise<string> {
  const { imports } = bench.workbench
  const { id } = await imports.begin(name, text.length)
  await imports.append(id, Buffer.from(text))
  await imports.preview(id)
  imports.start(id, { identity: 'CP-1', timeZone: 'UTC' })
  const [end] = (await collect(imports.watch(id))).slice(-1)
  if (end?.recording == null) throw new Error(end?.problem ?? 'no recording')
  return end.recording.id
}

const shown = ({ messageId, messageType, at, origin }: Entry) => ({
  id: `${messageType} ${messageId}`,
  s: (at - begin) / 1_000,
  from: (origin ?? []).map(({ log }) => log),
})

test("the charger's and the backend's log of one incident become one, with each message once and both clocks", async () => {
  const backend = await open('backend.log', logOf('backend'))
  const charger = await open('charger.log', logOf('charger'))
  const merged = await bench.client.recordings.merge({ first: backend, second: charger })
  expect(merged).toMatchObject({ name: 'backend + charger', entries: lines.length, chargers: [{ id: 'CP-1', vendor: 'V' }] })
  expect(merged.notes.join(' ')).toMatch(/8 entries are in both logs .* 1 are only in “backend”, 1 only in “charger”/)
  expect(merged.notes.join(' ')).toContain('“charger” is 93 s behind that of “backend”')

  expect(merged.merged).toEqual({
    first: 'backend',
    second: 'charger',
    both: 8,
    onlyFirst: 1,
    onlySecond: 1,
    beyond: 0,
    offsetMs: -behindMs,
    offsetRangeMs: [-behindMs, -behindMs],
  })

  const { entries } = await bench.client.log.list({ recording: merged.id })
  const both = ['backend', 'charger']
  expect(entries.toReversed().map(shown)).toEqual([
    { id: 'call 1', s: 0, from: both },
    { id: 'result 1', s: 0.2, from: both },
    { id: 'call 2', s: 10, from: both },
    { id: 'result 2', s: 10.1, from: both },
    { id: 'call 3', s: 20, from: ['charger'] },
    { id: 'call 4', s: 30, from: both },
    { id: 'result 4', s: 30.1, from: both },
    { id: 'call b-1', s: 40, from: ['backend'] },
    { id: 'call 1', s: 50, from: both },
    { id: 'result 1', s: 50.1, from: both },
  ])
  expect(entries.at(-1)?.origin).toEqual([
    { log: 'backend', at: begin },
    { log: 'charger', at: begin - behindMs },
  ])
  const { segments } = await bench.client.chargers.timeline({ id: 'CP-1', recording: merged.id })
  expect(segments.filter(({ lane }) => lane === 'connector:1').map(({ state }) => state)).toEqual(['Available', 'Preparing'])
})

test('what only one of the logs has is found by asking for it', async () => {
  const [first, second] = [await open('backend.log', logOf('backend')), await open('charger.log', logOf('charger'))]
  const { id: recording } = await bench.client.recordings.merge({ first, second })
  const only = async (onlyIn: string) => (await bench.client.log.list({ recording, onlyIn })).entries.map(({ action }) => action)
  expect(await only('charger')).toEqual(['Heartbeat'])
  expect(await only('backend')).toEqual(['RemoteStartTransaction'])
  expect(await bench.client.log.count({ recording, onlyIn: 'charger' })).toMatchObject({ count: 1 })
  expect(await only("backend' OR 1")).toEqual([])
})

test("a charger's log is merged with what this app has heard of it, in the time of that log", async () => {
  const charger = await connectCharger(bench.ocppUrl, 'LIVE-1')
  await charger.call('BootNotification', boot)
  const began = Date.now()
  await charger.call('Heartbeat', {})
  await charger.call('Heartbeat', {})
  await charger.close()
  const other = await connectCharger(bench.ocppUrl, 'LIVE-2')
  await other.call('Heartbeat', {})
  await other.close()
  const { client } = bench
  const heard = (await client.log.list({ charger: 'LIVE-1', limit: 100 })).entries
    .filter(({ kind, action }) => kind === 'frame' && action === 'Heartbeat')
    .toReversed()
  // As the charger itself has written it, an hour later by its clock, and with a message that never arrived.
  const line = (at: number, direction: string, message: unknown) =>
    JSON.stringify({ timestamp: new Date(at + 3_600_000).toISOString(), chargePointId: 'LIVE-1', direction, message })
  const log = [
    ...heard.map(({ at, direction, raw }) => line(at, direction ?? 'in', JSON.parse(raw))),
    line(began + 500, 'in', [2, 'lost', 'StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' }]),
  ]
  const second = await open('own.log', log.join('\n'))
  const merged = await client.recordings.merge({ charger: 'LIVE-1', second })
  expect(merged).toMatchObject({ name: 'Chargebench + own', chargers: [{ id: 'LIVE-1' }] })
  expect(merged.merged).toMatchObject({ first: 'Chargebench', both: 4, onlySecond: 1, offsetMs: 3_600_000 })
  const { entries } = await client.log.list({ recording: merged.id, limit: 100 })
  expect(new Set(entries.map(({ chargerId }) => chargerId))).toEqual(new Set(['LIVE-1']))
  expect(entries.filter(({ action }) => action === 'StatusNotification')[0]?.origin).toMatchObject([{ log: 'own' }])

  await expect(client.recordings.merge({ charger: 'NOBODY', second })).rejects.toThrow('no charger NOBODY')
  await expect(client.recordings.merge({ second })).rejects.toThrow('validation failed')
})

test('a merged recording that is exported and opened again still tells which log has what', async () => {
  const first = await open('one.log', logOf('backend'))
  const merged = await bench.client.recordings.merge({ first, second: await open('two.log', logOf('charger')), name: 'Both' })
  const { chunks } = await bench.workbench.streamExport({ recording: merged.id }, { format: 'jsonl', ansi: false })
  const again = await open('both.jsonl', Buffer.concat(await collect(chunks)).toString())
  const entriesOf = async (recording: string) => (await bench.client.log.list({ recording })).entries
  expect(await entriesOf(again)).toEqual(await entriesOf(merged.id))
  expect((await bench.client.recordings.get({ id: again })).merged).toEqual(merged.merged)
})

test('a merge that is cancelled in the middle leaves nothing, and the logs as they were', async () => {
  const many = Array.from({ length: 9_000 }, (_, index) =>
    JSON.stringify({
      timestamp: new Date(begin + index * 1_000).toISOString(),
      chargePointId: 'CP-1',
      direction: 'in',
      message: [2, `many-${index}`, 'Heartbeat', {}],
    }),
  ).join('\n')
  const [first, second] = [await open('many.log', many), await open('more.log', many)]
  const { client } = bench
  const { id } = await client.imports.merge({ first, second })
  expect(await client.imports.cancel({ id })).toMatchObject({ state: 'cancelled', problem: null })
  const { dataDir } = await client.app.info()
  expect(existsSync(join(dataDir, 'recordings', id))).toBe(false)
  expect((await client.recordings.list()).map((recording) => recording.id)).not.toContain(id)
  expect(await client.recordings.merge({ first, second })).toMatchObject({ entries: 9_000, merged: { both: 9_000 } })
})

test('logs that have nothing in common are not merged, and neither is one with itself', async () => {
  const first = await open('a.log', logOf('backend'))
  const second = await open(
    'b.log',
    logOf('charger')
      .replaceAll('"BootNotification"', '"Authorize"')
      .replaceAll(/\[2,"|\[3,"/g, '$&other-'),
  )
  const { client } = bench
  await expect(client.recordings.merge({ first, second })).rejects.toThrow('“a” and “b” have no message in common')
  await expect(client.recordings.merge({ first, second: first })).rejects.toThrow('two different')
  expect((await client.recordings.list()).filter(({ name }) => name === 'a + b')).toEqual([])
})
