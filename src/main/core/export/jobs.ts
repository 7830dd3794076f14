import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportJob, ExportOptions } from '../../../shared/domain/export.ts'
import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import { diskProblem } from './disk-problem.ts'
import { freeName } from './file-name.ts'
import { extensionOf } from './formats/index.ts'
import type { Progress } from './prepared.ts'
import { partOf, writeWhole } from './write-whole.ts'

interface ExportJobsOptions {
  /** The export folder; made when it is first needed. */
  dir: string
  /** The file, made while it is read. */
  make: (
    filter: LogFilter,
    options: ExportOptions,
    at: number,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ) => AsyncIterable<string | Uint8Array>
  /** The file's name without its extension; it tells nothing that the file masks. */
  nameOf: (filter: LogFilter, options: ExportOptions, at: number) => Promise<string>
  /** Epoch ms. */
  now?: () => number
}

/** Exports that are written into the export folder while the technician goes on working. */
export interface ExportJobs {
  start(filter: LogFilter, options: ExportOptions): Promise<ExportJob>
  get(id: string): ExportJob | null
  /** The job as it is now, and again whenever it has changed; ends when it has finished. Nothing for an unknown id. */
  watch(id: string, signal?: AbortSignal): AsyncGenerator<ExportJob>
  /** Resolves when the file is gone. A finished job stays as it is; null for an unknown id. */
  cancel(id: string): Promise<ExportJob | null>
  /** The finished file, for a download; null while there is none. */
  filePath(id: string): string | null
  /** Cancels what runs. */
  close(): Promise<void>
}

interface Running {
  job: ExportJob
  /** Counts changes, so that a watcher that was busy does not miss one. */
  changes: number
  changed: EventEmitter
  /** Runs while watchers have yet to be told of progress. */
  telling: NodeJS.Timeout | undefined
  stop: AbortController
  end: Promise<void>
}

/** Watchers are told at most this often while entries are written. */
const tellEveryMs = 100
/** Finished jobs that are remembered. */
const mostJobs = 100

export function createExportJobs(options: ExportJobsOptions): ExportJobs {
  const { dir, make, nameOf, now = Date.now } = options
  const all = new Map<string, Running>()

  async function start(filter: LogFilter, exportOptions: ExportOptions): Promise<ExportJob> {
    const at = now()
    const fileName = unusedName(await nameOf(filter, exportOptions, at), extensionOf(exportOptions))
    const running: Running = {
      job: {
        id: randomUUID(),
        fileName,
        path: join(dir, fileName),
        state: 'running',
        step: 'log',
        written: 0,
        total: 0,
        bytes: 0,
        problem: null,
      },
      changes: 0,
      changed: new EventEmitter().setMaxListeners(0),
      telling: undefined,
      stop: new AbortController(),
      end: Promise.resolve(),
    }
    forgetOldest()
    all.set(running.job.id, running)
    running.end = run(running, filter, exportOptions, at)
    return { ...running.job }
  }

  async function run(running: Running, filter: LogFilter, exportOptions: ExportOptions, at: number): Promise<void> {
    const { signal } = running.stop
    try {
      const told = (progress: Progress): void => {
        Object.assign(running.job, progress)
        running.telling ??= setTimeout(() => tell(running), tellEveryMs)
      }
      const file = make(filter, exportOptions, at, told, signal)
      await writeWhole(running.job.path, file, { signal, onBytes: (bytes) => (running.job.bytes = bytes) })
      change(running, { state: 'done' })
    } catch (error) {
      if (signal.aborted) change(running, { state: 'cancelled' })
      else change(running, { state: 'failed', problem: diskProblem(error, dir) })
    }
  }

  async function* watch(id: string, signal?: AbortSignal): AsyncGenerator<ExportJob> {
    const running = all.get(id)
    let seen = -1
    if (!running) return
    do {
      // Rejects only when the watcher goes away.
      if (running.changes === seen && (await once(running.changed, 'change', { signal }).catch(() => null)) === null) return
      seen = running.changes
      yield { ...running.job }
    } while (running.job.state === 'running')
  }

  async function cancel(id: string): Promise<ExportJob | null> {
    const running = all.get(id)
    if (!running) return null
    running.stop.abort()
    await running.end
    return { ...running.job }
  }

  function unusedName(name: string, extension: string): string {
    const inUse = new Set([...all.values()].filter(({ job }) => job.state === 'running').map(({ job }) => job.fileName))
    return freeName(name, extension, (fileName) => {
      const path = join(dir, fileName)
      return inUse.has(fileName) || existsSync(path) || existsSync(partOf(path))
    })
  }

  function forgetOldest(): void {
    for (const [id, { job }] of all) {
      if (all.size < mostJobs) return
      if (job.state !== 'running') all.delete(id)
    }
  }

  return {
    start,
    watch,
    cancel,
    get: (id) => {
      const running = all.get(id)
      return running ? { ...running.job } : null
    },
    filePath: (id) => {
      const job = all.get(id)?.job
      return job?.state === 'done' ? job.path : null
    },
    close: async () => {
      await Promise.all([...all.keys()].map(cancel))
    },
  }
}

function change(running: Running, state: Partial<ExportJob>): void {
  Object.assign(running.job, state)
  tell(running)
}

function tell(running: Running): void {
  clearTimeout(running.telling)
  running.telling = undefined
  running.changes++
  running.changed.emit('change')
}
