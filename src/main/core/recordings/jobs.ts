import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportChoices, ImportJob, ImportPreview, Merge } from '../../../shared/domain/recording.ts'
import { ActionProblem } from '../actions/context.ts'
import { connect, type Connected } from '../store/client.ts'
import type { StartWorker } from '../store/start-worker.ts'
import { importProblem } from './import-problem.ts'
import type { Imported, ImportProgress } from './importer.ts'
import { logsToMerge, type MainLog } from './logs-to-merge.ts'
import { missingChoice } from './missing-choice.ts'
import type { ImporterOperations } from './operations.ts'
import { change, isOpen, newRunning, progress, type Running, watchJob } from './running.ts'
import { databaseName, type Shelf } from './shelf.ts'

/** Log files on their way to being recordings. A file comes in pieces, is looked at, and is read when its choices are made. */
export interface ImportJobs {
  begin: (fileName: string, bytes: number) => Promise<ImportJob>
  /** The pieces that follow are of another file of the same log. */
  next: (id: string, fileName: string) => Promise<ImportJob>
  /** Takes the next piece; resolves when it is on the disk. */
  append: (id: string, piece: Uint8Array) => Promise<ImportJob>
  /** The file is whole: says what it is. */
  preview: (id: string) => Promise<ImportPreview>
  /** Begins to read it. @throws where a choice is missing, with a sentence that names it */
  start: (id: string, choices: ImportChoices & { name?: string | undefined }) => ImportJob
  /** Begins to make one recording of two. Times are those of the first. @throws where there is no such recording */
  merge: (merge: Merge) => Promise<ImportJob>
  /** The job as it is now, and again when it has changed; ends when it has finished. */
  watch: (id: string, signal?: AbortSignal) => AsyncGenerator<ImportJob>
  /** Resolves when nothing of it is left. A finished import stays a recording. */
  cancel: (id: string) => Promise<ImportJob>
  close: () => Promise<void>
}

/** Jobs that are remembered. */
const mostJobs = 50

export function createImportJobs(options: {
  shelf: Shelf
  startWorker: StartWorker
  now: () => number
  /** The data folder, as problems name it. */
  dataDir: string
  mainLog: MainLog
}): ImportJobs {
  const { shelf, startWorker, now, dataDir, mainLog } = options
  const all = new Map<string, Running>()

  const add = (fileName: string, bytes: number): Running => {
    for (const [id, { job }] of all) if (all.size >= mostJobs && !isOpen(job)) all.delete(id)
    const { id, folder } = shelf.make()
    const running = newRunning(id, folder, {
      fileName,
      bytes,
      giveUp: (problem) => void giveUp(running, 'failed', problem).catch(() => null),
    })
    all.set(id, running)
    return running
  }
  const find = (id: string): Running => {
    const running = all.get(id)
    if (!running) throw new ActionProblem('not-found', `There is no import ${id}; it may have begun before the last restart.`)
    return running
  }
  const startThread = (running: Running): Connected<ImporterOperations> =>
    connect(startWorker({ role: 'importer', file: join(running.folder, databaseName) }), (told: ImportProgress) => progress(running, told))

  /** Ends a job that gives no recording, and clears away what it has made. */
  const giveUp = async (running: Running, state: 'cancelled' | 'failed', problem: string | null): Promise<void> => {
    await running.file?.close().catch(() => null)
    await running.thread?.close()
    Object.assign(running, { file: null, thread: null })
    shelf.discard(running.job.id)
    change(running, { state, problem })
  }

  /** @throws the problem as a sentence, after the job has been given up because of it */
  const orGiveUp = async <T>(running: Running, work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      const problem = importProblem(error, dataDir)
      if (running.job.state !== 'cancelled') await giveUp(running, 'failed', problem)
      throw new ActionProblem('bad-request', problem)
    }
  }

  /** Lets the thread fill the folder, and takes it for a recording. Whatever goes wrong is told by the job. */
  const run = async (running: Running, name: string, fill: (importedAt: number) => Promise<Imported> | undefined): Promise<void> => {
    const { job } = running
    const importedAt = now()
    try {
      const imported = await fill(importedAt)
      if (imported === undefined) throw new Error('the importing thread is gone')
      await running.thread?.close()
      shelf.clear(job.id)
      const recording = await shelf.add({ ...imported, id: job.id, name, fileName: job.fileName, importedAt })
      const { entries, unreadable } = recording
      change(running, { state: 'done', recording, bytesRead: job.bytes, entries, unreadable: unreadable.count })
    } catch (error) {
      const cancelled = running.job.state === 'cancelled'
      await giveUp(running, cancelled ? 'cancelled' : 'failed', cancelled ? null : importProblem(error, dataDir))
    }
  }

  const jobs: ImportJobs = {
    async begin(fileName, bytes) {
      const running = add(fileName, bytes)
      await orGiveUp(running, () => receive(running, fileName))
      return { ...running.job }
    },
    async next(id, fileName) {
      const running = find(id)
      expectState(running, 'receiving')
      await orGiveUp(running, () => receive(running, fileName))
      const { length } = running.files
      change(running, { fileName: `${running.files[0]?.name} and ${length - 1} more` })
      return { ...running.job }
    },
    async append(id, piece) {
      const running = find(id)
      expectState(running, 'receiving')
      await orGiveUp(running, async () => running.file?.appendFile(piece))
      change(running, { bytesRead: running.job.bytesRead + piece.byteLength })
      return { ...running.job }
    },
    async preview(id) {
      const running = find(id)
      if (running.preview !== null) return running.preview
      expectState(running, 'receiving')
      return orGiveUp(running, async () => {
        clearTimeout(running.idle)
        await running.file?.close()
        running.file = null
        running.thread = startThread(running)
        running.preview = await running.thread.remote.preview(running.files)
        change(running, { state: 'waiting', bytes: running.job.bytesRead, bytesRead: 0 })
        return running.preview
      })
    },
    start(id, { name, ...choices }) {
      const running = find(id)
      expectState(running, 'waiting')
      const missing = running.preview === null ? 'Look at the preview first.' : missingChoice(running.preview, choices)
      if (missing !== null) throw new ActionProblem('bad-request', missing)
      change(running, { state: 'running' })
      const { fileName } = running.job
      const task = { files: running.files, database: join(running.folder, databaseName), choices }
      running.end = run(running, name ?? nameOf(running.files[0]?.name ?? fileName), (importedAt) =>
        running.thread?.remote.import({ ...task, importedAt }),
      )
      return { ...running.job }
    },
    async merge({ first, charger, second, name }) {
      const [one, other] = await logsToMerge(shelf, { first, charger, second, mainLog })
      const running = add(`${one.name} + ${other.name}`, one.bytes + other.bytes)
      running.thread = startThread(running)
      change(running, { state: 'running' })
      const task = { first: one, second: other, database: join(running.folder, databaseName) }
      running.end = run(running, name ?? running.job.fileName, () => running.thread?.remote.merge(task))
      return { ...running.job }
    },
    watch: (id, signal) => watchJob(find(id), signal),
    async cancel(id) {
      const running = find(id)
      if (!isOpen(running.job)) return { ...running.job }
      const wasRunning = running.job.state === 'running'
      running.job.state = 'cancelled'
      if (wasRunning) {
        await running.thread?.remote.cancel().catch(() => null)
        await running.end
      } else await giveUp(running, 'cancelled', null)
      return { ...running.job }
    },
    async close() {
      await Promise.all([...all.keys()].map((id) => jobs.cancel(id)))
    },
  }
  return jobs
}

/** @throws where the job is not at the step that this belongs to */
function expectState({ job }: Running, state: ImportJob['state']): void {
  if (job.state !== state) throw new ActionProblem('conflict', job.problem ?? `The import of ${job.fileName} is ${job.state}.`)
}

/** Opens the place of the next file, where it stays until it has been read. */
async function receive(running: Running, name: string): Promise<void> {
  await running.file?.close()
  const path = join(running.folder, `source-${running.files.length + 1}`)
  running.files.push({ path, name })
  running.file = await open(path, 'wx')
}

/** `GARAGE-07.log.gz` is called GARAGE-07 until somebody renames it. */
function nameOf(fileName: string): string {
  const stem = fileName.replace(/(\.(gz|zip|jsonl|ndjson|json|log|txt|csv|html?))+$/i, '')
  return stem === '' ? fileName || 'Recording' : stem
}
