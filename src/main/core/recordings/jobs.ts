import { EventEmitter, once } from 'node:events'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportChoices, ImportJob, ImportPreview, Recording } from '../../../shared/domain/recording.ts'
import { ActionProblem } from '../actions/context.ts'
import { type Connected, connect } from '../store/client.ts'
import type { StartWorker } from '../store/start-worker.ts'
import { importProblem } from './import-problem.ts'
import type { ImportProgress } from './importer.ts'
import { missingChoice } from './missing-choice.ts'
import type { ImporterOperations } from './operations.ts'
import { databaseName, type Shelf } from './shelf.ts'

/** Log files on their way to being recordings. A file comes in pieces, is looked at, and is read when its choices are made. */
export interface ImportJobs {
  begin: (fileName: string, bytes: number) => Promise<ImportJob>
  /** Takes the next piece; resolves when it is on the disk. */
  append: (id: string, piece: Uint8Array) => Promise<ImportJob>
  /** The file is whole: says what it is. */
  preview: (id: string) => Promise<ImportPreview>
  /** Begins to read it. @throws where a choice is missing, with a sentence that names it */
  start: (id: string, choices: ImportChoices & { name?: string | undefined }) => ImportJob
  /** The job as it is now, and again when it has changed; ends when it has finished. */
  watch: (id: string, signal?: AbortSignal) => AsyncGenerator<ImportJob>
  /** Resolves when nothing of it is left. A finished import stays a recording. */
  cancel: (id: string) => Promise<ImportJob>
  close: () => Promise<void>
}

interface Running {
  job: ImportJob
  folder: string
  file: FileHandle | null
  thread: Connected<ImporterOperations> | null
  preview: ImportPreview | null
  changes: number
  changed: EventEmitter
  telling: NodeJS.Timeout | undefined
  end: Promise<void>
}

const tellEveryMs = 100
const mostJobs = 50

export function createImportJobs(options: {
  shelf: Shelf
  startWorker: StartWorker
  now: () => number
  /** The data folder, as problems name it. */
  dataDir: string
}): ImportJobs {
  const { shelf, startWorker, now, dataDir } = options
  const all = new Map<string, Running>()

  const find = (id: string): Running => {
    const running = all.get(id)
    if (!running) throw new ActionProblem('not-found', `There is no import ${id}; it may have begun before the last restart.`)
    return running
  }
  const expect = (running: Running, ...states: ImportJob['state'][]): void => {
    if (!states.includes(running.job.state)) {
      throw new ActionProblem('conflict', running.job.problem ?? `The import of ${running.job.fileName} is ${running.job.state}.`)
    }
  }

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

  const run = async (running: Running, choices: ImportChoices & { name?: string | undefined }): Promise<void> => {
    const { job, folder, thread } = running
    const importedAt = now()
    try {
      if (thread === null) throw new Error('the importing thread is gone')
      const imported = await thread.remote.import({
        source: sourceOf(folder),
        name: job.fileName,
        database: join(folder, databaseName),
        choices,
        importedAt,
      })
      await thread.close()
      shelf.clear(job.id)
      const { name = nameOf(job.fileName) } = choices
      const recording: Recording = await shelf.add({ ...imported, id: job.id, name, fileName: job.fileName, importedAt })
      change(running, {
        state: 'done',
        recording,
        bytesRead: job.bytes,
        entries: recording.entries,
        unreadable: recording.unreadable.count,
      })
    } catch (error) {
      const cancelled = running.job.state === 'cancelled'
      await giveUp(running, cancelled ? 'cancelled' : 'failed', cancelled ? null : importProblem(error, dataDir))
    }
  }

  return {
    async begin(fileName, bytes) {
      for (const [id, { job }] of all) {
        if (all.size >= mostJobs && !isOpen(job)) all.delete(id)
      }
      const { id, folder } = shelf.make()
      const running: Running = {
        job: { id, fileName, state: 'receiving', bytes, bytesRead: 0, entries: 0, unreadable: 0, problem: null, recording: null },
        folder,
        file: null,
        thread: null,
        preview: null,
        changes: 0,
        changed: new EventEmitter().setMaxListeners(0),
        telling: undefined,
        end: Promise.resolve(),
      }
      all.set(id, running)
      await orGiveUp(running, async () => (running.file = await open(sourceOf(folder), 'wx')))
      return { ...running.job }
    },
    async append(id, piece) {
      const running = find(id)
      expect(running, 'receiving')
      await orGiveUp(running, async () => running.file?.appendFile(piece))
      change(running, { bytesRead: running.job.bytesRead + piece.byteLength })
      return { ...running.job }
    },
    async preview(id) {
      const running = find(id)
      if (running.preview !== null) return running.preview
      expect(running, 'receiving')
      return orGiveUp(running, async () => {
        await running.file?.close()
        running.file = null
        const worker = startWorker({ role: 'importer', file: join(running.folder, databaseName) })
        running.thread = connect<ImporterOperations>(worker, (progress: ImportProgress) => {
          Object.assign(running.job, progress)
          running.telling ??= setTimeout(() => tell(running), tellEveryMs)
        })
        running.preview = await running.thread.remote.preview(sourceOf(running.folder), running.job.fileName)
        change(running, { state: 'waiting', bytes: running.job.bytesRead, bytesRead: 0 })
        return running.preview
      })
    },
    start(id, choices) {
      const running = find(id)
      expect(running, 'waiting')
      const missing = running.preview === null ? 'Look at the preview first.' : missingChoice(running.preview, choices)
      if (missing !== null) throw new ActionProblem('bad-request', missing)
      change(running, { state: 'running' })
      running.end = run(running, choices)
      return { ...running.job }
    },
    async *watch(id, signal) {
      const running = find(id)
      let seen = -1
      do {
        // Rejects only when the watcher goes away.
        if (running.changes === seen && (await once(running.changed, 'change', { signal }).catch(() => null)) === null) return
        seen = running.changes
        yield { ...running.job }
      } while (isOpen(running.job))
    },
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
      await Promise.all([...all.keys()].map((id) => this.cancel(id)))
    },
  }
}

function isOpen({ state }: ImportJob): boolean {
  return state === 'receiving' || state === 'waiting' || state === 'running'
}

function sourceOf(folder: string): string {
  return join(folder, 'source')
}

/** `GARAGE-07.log.gz` is called GARAGE-07 until somebody renames it. */
function nameOf(fileName: string): string {
  const stem = fileName.replace(/(\.(gz|zip|jsonl|ndjson|json|log|txt|csv|html?))+$/i, '')
  return stem === '' ? fileName || 'Recording' : stem
}

function change(running: Running, changed: Partial<ImportJob>): void {
  Object.assign(running.job, changed)
  tell(running)
}

function tell(running: Running): void {
  clearTimeout(running.telling)
  running.telling = undefined
  running.changes += 1
  running.changed.emit('change')
}
