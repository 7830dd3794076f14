import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Entry } from '../../../src/shared/domain/entry.ts'
import type { Recording } from '../../../src/shared/domain/recording.ts'
import { boot, connectCharger, meter, status } from '../../support/charger.ts'
import { collect } from '../../support/collect.ts'
import { until } from '../../support/until.ts'
import { startWorkbench } from '../../support/workbench.ts'
import { type RunningServer, startServer } from '../web/support.ts'

interface Imported {
  recording: Recording
  entries: number
  unreadable: { count: number; examples: { line: number; text: string }[] }
  notes: string[]
  message?: string
}

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
  const charger = await connectCharger(server.bench.ocppUrl, 'GARAGE-07')
  await charger.call('BootNotification', boot)
  await charger.call('StatusNotification', status(1, 'Charging'))
  const started = await charger.call('StartTransaction', {
    connectorId: 1,
    idTag: 'TAG',
    meterStart: 10,
    timestamp: new Date().toISOString(),
  })
  await charger.call('MeterValues', meter(1, Number(started['transactionId']), 1_010, 7_000))
  await charger.call('StopTransaction', {
    transactionId: Number(started['transactionId']),
    meterStop: 1_510,
    timestamp: new Date().toISOString(),
  })
  charger.client.sendRaw('[2,"broken",')
  await charger.close()
  await until(async () => !(await server.bench.client.chargers.get({ id: 'GARAGE-07' })).connected)
})
afterAll(() => server.close())

async function ask<T>(path: string): Promise<T> {
  return (await (await server.api(path)).json()) as T
}

async function importFile(query: string, body: string): Promise<Imported & { status: number }> {
  const answer = await server.api(`/import?${query}`, { method: 'POST', body })
  return { status: answer.status, ...((await answer.json()) as Imported) }
}

async function exported(): Promise<string> {
  return (await server.api('/export?format=jsonl&charger=GARAGE-07')).text()
}

async function log(query: string): Promise<Entry[]> {
  return (await ask<{ entries: Entry[] }>(`/log?limit=1000&${query}`)).entries
}

test('an export that is opened again gives the same entries, sessions, timeline and quirks', async () => {
  const { status: code, recording, entries } = await importFile('name=garage.jsonl', await exported())
  expect(code).toBe(200)
  expect(recording).toMatchObject({
    name: 'garage',
    fileName: 'garage.jsonl',
    chargers: [{ id: 'GARAGE-07', vendor: boot.chargePointVendor }],
  })
  const live = await log('charger=GARAGE-07')
  expect(entries).toBe(live.length)
  expect(await log(`recording=${recording.id}`)).toEqual(live)
  expect(live.some(({ kind, severity }) => kind === 'frame' && severity === 'error')).toBe(true)
  for (const what of ['timeline', 'sessions', 'samples', 'quirks']) {
    const path = `/chargers/GARAGE-07/${what}`
    expect(await ask(`${path}?recording=${recording.id}`)).toEqual(await ask(path))
  }
  const again = await server.api(`/export?format=jsonl&recording=${recording.id}`)
  expect(await again.text()).toBe(await exported())
  const seq = live[0]?.seq
  expect(await ask(`/log/${seq}?recording=${recording.id}`)).toEqual(await ask(`/log/${seq}`))
})

test('a charger that is only in recordings is found in the newest of them', async () => {
  const renamed = (await exported()).replaceAll('GARAGE-07', 'ELSEWHERE')
  expect((await server.api('/chargers/ELSEWHERE')).status).toBe(404)
  await importFile('name=first', renamed)
  const { recording } = await importFile('name=second', renamed.replaceAll('X1', 'X2'))
  expect(await ask('/chargers/ELSEWHERE')).toMatchObject({ id: 'ELSEWHERE', bootInfo: { model: 'X2' }, connected: false })
  expect((await log('charger=ELSEWHERE')).length).toBe(recording.entries)
  expect(await ask<unknown[]>('/chargers/ELSEWHERE/sessions')).toHaveLength(1)
  expect((await ask<{ id: string }[]>('/chargers')).map(({ id }) => id)).toEqual(['GARAGE-07'])
  expect((await ask<{ id: string }[]>(`/chargers?recording=${recording.id}`)).map(({ id }) => id)).toEqual(['ELSEWHERE'])
})

test('a charger that is only in a recording cannot be acted on, and a sentence says why', async () => {
  const { recording } = await importFile('name=looked-at', (await exported()).replaceAll('GARAGE-07', 'RECORDED-1'))
  const sentence = 'RECORDED-1 is only in the recording “looked-at”. A recording is looked at; nothing can be sent to it.'
  const asked: [string, object][] = [
    ['remote-actions/reboot', {}],
    ['remote-actions/start', { userId: 'TAG' }],
    ['remote-actions/stop', {}],
    ['remote-actions/force-stop', {}],
    ['remote-actions/check', {}],
    ['calls/Reset', { payload: { type: 'Soft' } }],
    ['configuration', { key: 'HeartbeatInterval', value: '10' }],
    ['configuration-snapshots', { name: 'x' }],
  ]
  for (const [path, body] of asked) {
    const answer = await server.api(`/chargers/RECORDED-1/${path}`, { method: 'POST', body: JSON.stringify(body) })
    expect([path, answer.status, ((await answer.json()) as { message: string }).message]).toEqual([path, 409, sentence])
  }
  expect((await log(`recording=${recording.id}`)).length).toBe(recording.entries)
})

test('recordings are listed, renamed and deleted, and their folder goes with them', async () => {
  const { recording } = await importFile('name=short-lived.jsonl', await exported())
  const { dataDir } = await server.bench.client.app.info()
  const folder = join(dataDir, 'recordings', recording.id)
  expect(existsSync(join(folder, 'recording.sqlite'))).toBe(true)
  expect(readdirSync(folder).filter((name) => !name.startsWith('recording'))).toEqual([])
  const renamed = await server.api(`/recordings/${recording.id}`, { method: 'PATCH', body: JSON.stringify({ name: 'Ticket 4711' }) })
  expect(await renamed.json()).toMatchObject({ id: recording.id, name: 'Ticket 4711' })
  expect((await ask<Recording[]>('/recordings'))[0]).toMatchObject({ id: recording.id, name: 'Ticket 4711' })
  await log(`recording=${recording.id}`)
  expect(await (await server.api(`/recordings/${recording.id}`, { method: 'DELETE' })).json()).toEqual({ removed: true })
  expect(existsSync(folder)).toBe(false)
  const gone = await server.api(`/log?recording=${recording.id}`)
  expect([gone.status, await gone.json()]).toMatchObject([
    404,
    { message: `There is no recording ${recording.id}; it may have been deleted.` },
  ])
})

test('what is no message stands in the log as text, is counted, and shown by its line', async () => {
  const text = `${await exported()}half a line {"seq":`
  const { recording, unreadable } = await importFile('name=torn', text)
  expect(unreadable).toMatchObject({ count: 1, examples: [{ line: text.split('\n').length, text: 'half a line {"seq":' }] })
  const [last] = await log(`recording=${recording.id}`)
  expect(last).toMatchObject({ kind: 'text', direction: null, raw: 'half a line {"seq":', summary: 'half a line {"seq":' })
})

test('a file without a message is refused by a sentence, and leaves nothing', async () => {
  const before = await ask<Recording[]>('/recordings')
  const refused = await importFile('name=shopping', 'milk\nbread\n')
  expect([refused.status, refused.message]).toEqual([422, expect.stringContaining('no OCPP message')])
  const empty = await importFile('name=empty', '')
  expect([empty.status, empty.message]).toEqual([422, expect.stringContaining('body is empty')])
  const slip = await importFile('nmae=x', 'x')
  expect([slip.status, slip.message]).toEqual([400, expect.stringContaining('"nmae"')])
  expect(await ask<Recording[]>('/recordings')).toEqual(before)
  const { dataDir } = await server.bench.client.app.info()
  expect(readdirSync(join(dataDir, 'recordings')).toSorted()).toEqual(before.map(({ id }) => id).toSorted())
})

test('a file that comes in pieces can be looked at, cancelled, and read', async () => {
  const { client } = server.bench
  const bytes = Buffer.from(await exported())
  const send = async (): Promise<string> => {
    const { id } = await client.imports.begin({ fileName: 'pieces.jsonl', bytes: bytes.length })
    for (let at = 0; at < bytes.length; at += 1_000)
      await client.imports.piece({ id, base64: bytes.subarray(at, at + 1_000).toString('base64') })
    return id
  }
  const dropped = await send()
  const preview = await client.imports.preview({ id: dropped })
  expect(preview).toMatchObject({ chargerIds: ['GARAGE-07'], needs: { identity: false, timeZone: false } })
  expect(preview.rows.find(({ action }) => action === 'BootNotification')).toMatchObject({ direction: 'in', category: 'state' })
  expect(await client.imports.cancel({ id: dropped })).toMatchObject({ state: 'cancelled' })
  const { dataDir } = await client.app.info()
  expect(existsSync(join(dataDir, 'recordings', dropped))).toBe(false)
  await expect(client.imports.start({ id: dropped, choices: {} })).rejects.toThrow('cancelled')

  const id = await send()
  await client.imports.preview({ id })
  await client.imports.start({ id, choices: {}, name: 'By hand' })
  const jobs = await collect(await client.imports.watch({ id }))
  expect(jobs.at(-1)).toMatchObject({ state: 'done', recording: { id, name: 'By hand' }, problem: null })
})

test('an import whose window is closed in the middle is given up after a while, and leaves nothing', async () => {
  const { client, workbench } = server.bench
  const { dataDir } = await client.app.info()
  const folders = () => readdirSync(join(dataDir, 'recordings')).toSorted()
  const stateOf = async (id: string) => {
    for await (const job of workbench.imports.watch(id)) return job.state
    return undefined
  }
  const before = folders()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const ids: string[] = []
  try {
    for (const whole of [false, true]) {
      const { id } = await client.imports.begin({ fileName: 'left.jsonl', bytes: 100 })
      await workbench.imports.append(id, Buffer.from('[2,"1","Heartbeat",{}]\n'))
      if (whole) await client.imports.preview({ id })
      ids.push(id)
    }
    // What waits for choices may wait long.
    vi.advanceTimersByTime(11 * 60_000)
    expect(await stateOf(ids[1]!)).toBe('waiting')
    vi.advanceTimersByTime(12 * 3_600_000)
  } finally {
    vi.useRealTimers()
  }
  for (const id of ids) expect((await collect(await client.imports.watch({ id }))).at(-1)?.state).toBe('failed')
  await expect(workbench.imports.append(ids[0]!, Buffer.from(' '))).rejects.toThrow('nothing more came of it for 10 minutes')
  await expect(client.imports.start({ id: ids[1]!, choices: {} })).rejects.toThrow('Open the file again')
  expect(folders()).toEqual(before)
})

test('recordings outlive a restart, and what was cut off does not', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'chargebench-recordings-'))
  const text = await exported()
  const open = async () => startWorkbench({ dataDir })
  const first = await open()
  const { id } = await first.workbench.imports.begin('kept.jsonl', text.length)
  await first.workbench.imports.append(id, Buffer.from(text))
  await first.workbench.imports.preview(id)
  first.workbench.imports.start(id, {})
  await collect(first.workbench.imports.watch(id))
  await first.close()
  const half = join(dataDir, 'recordings', '99')
  await mkdir(half)
  await writeFile(join(half, 'recording.sqlite'), 'half')

  const second = await open()
  expect((await second.client.recordings.list()).map(({ name }) => name)).toEqual(['kept'])
  expect(existsSync(half)).toBe(false)
  expect((await second.client.log.list({ recording: id, limit: 1000 })).entries).toEqual(await log('charger=GARAGE-07'))
  expect(await second.client.chargers.get({ id: 'GARAGE-07' })).toMatchObject({ bootInfo: { vendor: boot.chargePointVendor } })
  await second.close()
  await rm(dataDir, { recursive: true })
})
