/** `node import.ts DATA_DIR FILE FORMAT`: takes in a log file as the page sends one; sends what it took. */
import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import { memoryOf } from '../memory.ts'
import { openWorkbench } from '../workbench.ts'
import type { Took } from './took.ts'
import './with-parent.ts'

const [dataDir = '', file = '', format = ''] = process.argv.slice(2)
const { workbench } = await openWorkbench(dataDir)
const jobs = workbench.imports
const before = memoryOf(process.pid).peakMB
const began = performance.now()
const { id } = await jobs.begin(basename(file), statSync(file).size)
for await (const piece of createReadStream(file, { highWaterMark: 1_000_000 })) await jobs.append(id, piece as Buffer)
const preview = await jobs.preview(id)
if (preview.format !== format) throw new Error(`${basename(file)} was taken for ${preview.formatName}`)
const { needs } = preview
jobs.start(id, {
  ...(needs.identity ? { identity: 'BENCH' } : {}),
  ...(needs.timeZone ? { timeZone: 'UTC' } : {}),
  ...(needs.date ? { date: '2026-03-01' } : {}),
  ...(needs.columns === null ? {} : { columns: needs.columns.guess }),
})
for await (const job of jobs.watch(id)) {
  if (job.state === 'failed') throw new Error(job.problem ?? 'the import failed')
  if (job.state !== 'done') continue
  const took: Took & { entries: number; unreadable: number } = {
    ms: performance.now() - began,
    beforeMB: before,
    peakMB: memoryOf(process.pid).peakMB,
    entries: job.entries,
    unreadable: job.unreadable,
  }
  process.send?.(took)
}
