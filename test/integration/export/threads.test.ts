/** Exports of a log of thousands of entries, in the threads that make them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createExportThreads } from '../../../src/main/core/export/thread/threads.ts'
import type { ExportTask } from '../../../src/main/core/export/thread/operations.ts'
import type { Progress } from '../../../src/main/core/export/prepared.ts'
import { workerOptions, type StartWorker } from '../../../src/main/core/store/start-worker.ts'
import { ExportOptions } from '../../../src/shared/domain/export.ts'
import { storeWorkerFile } from '../../../tools/build.ts'
import { fill } from '../../../tools/bench/log/fill.ts'
import { collect } from '../../support/collect.ts'

const COUNT = 6_000
let dir: string
let file: string
let started: Promise<unknown>[]

const startWorker: StartWorker = (workerData) => {
  const worker = new Worker(storeWorkerFile, workerOptions(workerData))
  started.push(new Promise((resolve) => worker.once('exit', resolve)))
  return worker
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'chargebench-threads-'))
  file = join(dir, 'chargebench.sqlite')
  fill(dir, { count: COUNT, chargers: 1 })
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))
beforeEach(() => {
  started = []
})

const task = (format: string, told: Partial<ExportTask['told']> = {}): ExportTask => ({
  filter: {},
  options: ExportOptions.parse({ format }),
  at: 1_777_640_000_000,
  told: { chargers: [], users: [], recording: null, configurations: {}, version: '0', timeZone: 'UTC', ...told },
})
const ignored = () => {}
const never = new AbortController().signal

test('a file comes whole, in pieces, with its progress, and its thread ends with it', async () => {
  const threads = createExportThreads(startWorker)
  const progress: Progress[] = []
  const pieces = await collect(threads.make(file, task('jsonl'), (told) => progress.push(told), never))
  const lines = Buffer.concat(pieces).toString().trimEnd().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual(Array.from({ length: COUNT }, (_, index) => index + 1))
  expect(pieces.length).toBeGreaterThan(10)
  expect(progress.at(-1)).toEqual({ step: 'log', written: COUNT, total: COUNT })
  await Promise.all(started)
})

test.each(['jsonl', 'zip'])('a %s that nobody reads on is made no further', async (format) => {
  const threads = createExportThreads(startWorker)
  let written = 0
  const pieces = threads.make(file, task(format), (told) => (written = told.written), never)
  expect((await pieces.next()).done).toBe(false)
  await pieces.return(undefined)
  expect(written).toBeLessThan(COUNT)
  await Promise.all(started)
})

test('no more is made than one piece ahead of whoever reads', async () => {
  const threads = createExportThreads(startWorker)
  let written = 0
  const pieces = threads.make(file, task('jsonl'), (told) => (written = told.written), never)
  await pieces.next()
  const after = await quiet(() => written)
  expect(after).toBeLessThan(COUNT / 4)
  await pieces.next()
  expect(await quiet(() => written)).toBeGreaterThan(after)
  await threads.close()
})

test('a signal ends it with its reason, also while it only looks for what is to be masked', async () => {
  const threads = createExportThreads(startWorker)
  const stop = new AbortController()
  const told = ({ step }: Progress): void => {
    if (step === 'masking') stop.abort(new Error('no longer wanted'))
  }
  await expect(collect(threads.make(file, task('zip'), told, stop.signal))).rejects.toThrow('no longer wanted')
  await Promise.all(started)
})

test('closing ends also a file that nobody reads', async () => {
  const threads = createExportThreads(startWorker)
  await threads.make(file, task('csv'), ignored, never).next()
  await threads.close()
  expect(await Promise.all(started)).toHaveLength(1)
})

test('a database that cannot be read is told to whoever reads the file', async () => {
  const threads = createExportThreads(startWorker)
  await expect(collect(threads.make(join(dir, 'none.sqlite'), task('jsonl'), ignored, never))).rejects.toThrow('unable to open database')
  await Promise.all(started)
})

/** A figure once it has stood still for a while. */
async function quiet(figure: () => number): Promise<number> {
  for (let last = Number.NaN; ;) {
    if (figure() === last) return last
    last = figure()
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
