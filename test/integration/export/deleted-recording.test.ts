import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fill } from '../../../tools/bench/log/fill.ts'
import { collect } from '../../support/collect.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

const jsonl = { format: 'jsonl', ansi: false } as const
let dataDir: string
let bench: RunningWorkbench

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'chargebench-deleted-'))
  fill(dataDir, { count: 3_000, chargers: 1 })
  bench = await startWorkbench({ dataDir })
})
afterEach(async () => {
  await bench.close()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a recording can be deleted while it is exported: the export fails and says why', async () => {
  const { workbench, client } = bench
  const log = await collect((await workbench.streamExport({}, jsonl)).chunks)
  const { id } = await workbench.imports.begin('log.jsonl', 0)
  for (const piece of log) await workbench.imports.append(id, piece)
  await client.imports.preview({ id })
  await client.imports.start({ id, choices: {} })
  const recording = (await collect(await client.imports.watch({ id }))).at(-1)!.recording!.id

  const pieces = (await workbench.streamExport({ recording }, jsonl)).chunks[Symbol.asyncIterator]()
  await pieces.next()
  await client.recordings.remove({ id: recording })
  await expect(pieces.next()).rejects.toThrow('its recording has been deleted')
  expect(existsSync(join(dataDir, 'recordings', recording))).toBe(false)
})
