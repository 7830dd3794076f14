import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Entry } from '../../../src/shared/domain/entry.ts'
import type { ExportJob, ExportOptions } from '../../../src/shared/domain/export.ts'
import { createExportJobs, type ExportJobs } from '../../../src/main/core/export/jobs.ts'
import { makeExport, nameOfExport, type Maker } from '../../../src/main/core/export/make.ts'
import type { EntrySource } from '../../../src/main/core/export/source.ts'
import { collect } from '../../support/collect.ts'
import { entry, sourceOf } from '../../support/entries.ts'
import { noFacts } from '../../support/facts.ts'
import { setting } from '../../support/export-settings.ts'

const options: ExportOptions = { format: 'jsonl', ansi: false }
const many = Array.from({ length: 2_345 }, (_, index) => entry(index + 1))
let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'chargebench-export-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

function jobsOver(source: EntrySource, folder = dir): ExportJobs {
  const maker: Maker = {
    source,
    facts: noFacts,
    knownBefore: () => Promise.resolve([['USER', 'KNOWN-FROM-USERS', 1]]),
    version: setting.version,
    timeZone: setting.timeZone,
  }
  return createExportJobs({
    dir: folder,
    make: (filter, chosen, at, onProgress, signal) => makeExport(maker, filter, chosen, at, onProgress, signal),
    nameOf: (filter, chosen, at) => nameOfExport(maker, filter, chosen, at),
    now: () => setting.generatedAt,
  })
}

/** A source that stands still after its first page until it is let go on. */
function slowSource(entries: Entry[]): EntrySource & { goOn: () => void } {
  const fast = sourceOf(entries)
  const gate = Promise.withResolvers<void>()
  return {
    goOn: gate.resolve,
    ...fast,
    page: async (filter, after, limit) => {
      if (after >= 0) await gate.promise
      return fast.page(filter, after, limit)
    },
  }
}

async function end(jobs: ExportJobs, id: string): Promise<ExportJob> {
  const states = await collect(jobs.watch(id))
  return states.at(-1)!
}

test('a job writes the whole file, and its progress ends at the total', async () => {
  const jobs = jobsOver(sourceOf(many))
  const { id, state } = await jobs.start({}, options)
  expect(state).toBe('running')
  const states = await collect(jobs.watch(id))
  const done = states.at(-1)!
  expect(done).toMatchObject({
    state: 'done',
    written: 2_345,
    total: 2_345,
    problem: null,
    fileName: 'chargebench-all-20260501-145320.jsonl',
  })
  expect(states.map(({ written }) => written)).toEqual(states.map(({ written }) => written).toSorted((a, b) => a - b))
  const text = await readFile(done.path)
  expect(text.length).toBe(done.bytes)
  expect(
    text
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as Entry).seq),
  ).toEqual(many.map(({ seq }) => seq))
  expect(jobs.filePath(id)).toBe(done.path)
  expect(await readdir(dir)).toEqual([done.fileName])
})

test('a cancelled job leaves no file', async () => {
  const source = slowSource(many)
  const jobs = jobsOver(source)
  const { id } = await jobs.start({}, options)
  for await (const state of jobs.watch(id)) if (state.written > 0) break
  expect(await readdir(dir)).toHaveLength(1)
  const cancelled = jobs.cancel(id)
  source.goOn()
  expect(await cancelled).toMatchObject({ id, state: 'cancelled', problem: null })
  expect(await readdir(dir)).toEqual([])
  expect(jobs.filePath(id)).toBeNull()
  expect(jobs.get(id)?.state).toBe('cancelled')
})

test('a job that was cancelled while its source stands still ends at once', async () => {
  const jobs = jobsOver(slowSource(many))
  const { id } = await jobs.start({}, options)
  expect(await jobs.cancel(id)).toMatchObject({ state: 'cancelled' })
  expect(await readdir(dir)).toEqual([])
})

test('a watcher that leaves does not stop the job', async () => {
  const source = slowSource(many)
  const jobs = jobsOver(source)
  const { id } = await jobs.start({}, options)
  const leave = new AbortController()
  const watching = collect(jobs.watch(id, leave.signal))
  leave.abort()
  expect((await watching).every(({ state }) => state === 'running')).toBe(true)
  source.goOn()
  expect((await end(jobs, id)).state).toBe('done')
})

test('a file that is there is never overwritten, nor that of a job that runs', async () => {
  const name = 'chargebench-all-20260501-145320'
  await writeFile(join(dir, `${name}.jsonl`), 'kept')
  const jobs = jobsOver(sourceOf(many))
  const started = await Promise.all([1, 2, 3].map(() => jobs.start({}, options)))
  expect(started.map(({ fileName }) => fileName)).toEqual([2, 3, 4].map((number) => `${name}-${number}.jsonl`))
  for (const { id } of started) expect((await end(jobs, id)).state).toBe('done')
  expect(await readFile(join(dir, `${name}.jsonl`), 'utf8')).toBe('kept')
  expect(await readdir(dir)).toHaveLength(4)
})

test.each(['../../etc/passwd', '..\\..\\evil', '/abs', 'a\0b', 'CON', '💥', 'x'.repeat(300), '"; rm -rf ~'])(
  'the identity %j does not leave the export folder, nor put anything odd into a file name',
  async (charger) => {
    const jobs = jobsOver(sourceOf([entry(1)]))
    const { id, fileName, path } = await jobs.start({ charger }, options)
    expect(fileName).toMatch(/^chargebench-[A-Za-z0-9_-]{1,40}-20260501-145320\.jsonl$/)
    expect(path).toBe(join(dir, basename(path)))
    expect((await end(jobs, id)).state).toBe('done')
    expect(await readdir(dir)).toEqual([fileName])
  },
)

test('a folder that cannot be one is told in a sentence', async () => {
  await writeFile(join(dir, 'file'), '')
  const jobs = jobsOver(sourceOf(many), join(dir, 'file'))
  const failed = await end(jobs, (await jobs.start({}, options)).id)
  expect(failed.state).toBe('failed')
  expect(failed.problem).toBe(`The export folder ${join(dir, 'file')} is not there, or is not a folder.`)
})

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a folder that may not be written is told in a sentence',
  async () => {
    await chmod(dir, 0o500)
    const jobs = jobsOver(sourceOf(many))
    const failed = await end(jobs, (await jobs.start({}, options)).id)
    await chmod(dir, 0o700)
    expect(failed).toMatchObject({ state: 'failed', problem: `Chargebench may not write into the export folder ${dir}.` })
  },
)

test('a source that fails half way leaves no file and says why', async () => {
  const fast = sourceOf(many)
  const jobs = jobsOver({
    ...fast,
    page: (filter, after, limit) => (after < 0 ? fast.page(filter, after, limit) : Promise.reject(new Error('the reader has stopped'))),
  })
  const failed = await end(jobs, (await jobs.start({}, options)).id)
  expect(failed).toMatchObject({ state: 'failed', problem: 'The export failed: the reader has stopped.' })
  expect(await readdir(dir)).toEqual([])
})

test.each(['zip', 'jsonl'] as const)('a %s whose source fails after its masks are known leaves no file either', async (format) => {
  const jobs = jobsOver({ ...sourceOf(many), page: () => Promise.reject(new Error('the disk is gone')) })
  const failed = await end(jobs, (await jobs.start({}, { format, redact: ['users'], ansi: false })).id)
  expect(failed).toMatchObject({ state: 'failed', problem: 'The export failed: the disk is gone.' })
  expect(await readdir(dir)).toEqual([])
})

test('a bundle that is cancelled in the middle leaves no file, and its log is read no further', async () => {
  const fast = sourceOf(many)
  const gate = Promise.withResolvers<void>()
  const waiting = Promise.withResolvers<void>()
  let pages = 0
  const jobs = jobsOver({
    ...fast,
    page: async (filter, after, limit) => {
      pages++
      if (after >= 0) {
        waiting.resolve()
        await gate.promise
      }
      return fast.page(filter, after, limit)
    },
  })
  const { id } = await jobs.start({}, { format: 'zip', ansi: false })
  for await (const state of jobs.watch(id)) if (state.step === 'report' && state.written > 0) break
  await waiting.promise
  const before = pages
  const cancelled = jobs.cancel(id)
  gate.resolve()
  expect(await cancelled).toMatchObject({ state: 'cancelled', problem: null })
  expect(pages).toBe(before)
  expect(await readdir(dir)).toEqual([])
})

test('a job is cancelled also while it only looks for what is to be masked', async () => {
  const values = () =>
    new Promise<{ values: []; read: number; next: number }>((resolve) => setImmediate(resolve, { values: [], read: 1, next: 1 }))
  const jobs = jobsOver({ ...sourceOf(many), values })
  const { id } = await jobs.start({}, { format: 'zip', ansi: false })
  for await (const state of jobs.watch(id)) if (state.step === 'masking' && state.written > 1) break
  expect(await jobs.cancel(id)).toMatchObject({ state: 'cancelled', problem: null })
  expect(await readdir(dir)).toEqual([])
})

test('entries that arrive during an export are left out of it', async () => {
  const entries = many.slice(0, 700)
  const source = slowSource(entries)
  const jobs = jobsOver(source)
  const { id } = await jobs.start({}, options)
  for await (const state of jobs.watch(id)) if (state.written > 0) break
  entries.push(...many.slice(700))
  source.goOn()
  expect(await end(jobs, id)).toMatchObject({ state: 'done', written: 700, total: 700 })
})

test('with masks, the IDs of users that the app knows are masked in any text', async () => {
  const jobs = jobsOver(sourceOf([entry(1, { summary: 'Card known-from-users seen' })]))
  const { path } = await end(jobs, (await jobs.start({}, { ...options, redact: ['users'] })).id)
  expect(await readFile(path, 'utf8')).toMatch(/Card USER-1 seen/)
})

test('closing cancels what runs', async () => {
  const jobs = jobsOver(slowSource(many))
  const { id } = await jobs.start({}, options)
  await jobs.close()
  expect(jobs.get(id)?.state).toBe('cancelled')
  expect(await readdir(dir)).toEqual([])
})

test('an unknown job is null, and nothing to watch', async () => {
  const jobs = jobsOver(sourceOf([]))
  expect(jobs.get('x')).toBeNull()
  expect(await jobs.cancel('x')).toBeNull()
  expect(await collect(jobs.watch('x'))).toEqual([])
})
