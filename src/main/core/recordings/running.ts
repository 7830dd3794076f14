import { EventEmitter, once } from 'node:events'
import type { FileHandle } from 'node:fs/promises'
import type { ImportJob, ImportPreview } from '../../../shared/domain/recording.ts'
import type { Connected } from '../store/client.ts'
import { countIdle } from './idle.ts'
import type { ReceivedFile } from './log-file.ts'
import type { ImporterOperations } from './operations.ts'

/** An import while it goes on, and what it holds meanwhile. */
export interface Running {
  job: ImportJob
  /** Of the recording to be. */
  folder: string
  /** What was received, the last one perhaps in part. */
  files: ReceivedFile[]
  /** The file that is being received. */
  file: FileHandle | null
  thread: Connected<ImporterOperations> | null
  preview: ImportPreview | null
  /** Counts changes, so that a watcher that was busy does not miss one. */
  changes: number
  changed: EventEmitter
  /** Runs while somebody has to go on with it. */
  idle: NodeJS.Timeout | undefined
  giveUp: (problem: string) => void
  /** Runs while watchers have yet to be told of progress. */
  telling: NodeJS.Timeout | undefined
  end: Promise<void>
}

/** Watchers are told at most this often while entries are read. */
const tellEveryMs = 100

export function newRunning(
  id: string,
  folder: string,
  { fileName, bytes, giveUp }: Pick<ImportJob, 'fileName' | 'bytes'> & Pick<Running, 'giveUp'>,
): Running {
  return {
    giveUp,
    idle: countIdle('receiving', undefined, giveUp),
    job: { id, fileName, state: 'receiving', bytes, bytesRead: 0, entries: 0, unreadable: 0, problem: null, recording: null },
    folder,
    files: [],
    file: null,
    thread: null,
    preview: null,
    changes: 0,
    changed: new EventEmitter().setMaxListeners(0),
    telling: undefined,
    end: Promise.resolve(),
  }
}

export function isOpen({ state }: ImportJob): boolean {
  return state === 'receiving' || state === 'waiting' || state === 'running'
}

/** Changes the job, and tells its watchers at once. */
export function change(running: Running, changed: Partial<ImportJob>): void {
  Object.assign(running.job, changed)
  running.idle = countIdle(running.job.state, running.idle, running.giveUp)
  tell(running)
}

/** The same for what changes all the time. */
export function progress(running: Running, changed: Partial<ImportJob>): void {
  Object.assign(running.job, changed)
  running.telling ??= setTimeout(() => tell(running), tellEveryMs)
}

function tell(running: Running): void {
  clearTimeout(running.telling)
  running.telling = undefined
  running.changes += 1
  running.changed.emit('change')
}

/** The job as it is now, and again when it has changed; ends when it has finished, or when the signal says so. */
export async function* watchJob(running: Running, signal?: AbortSignal): AsyncGenerator<ImportJob> {
  let seen = -1
  do {
    // Rejects only when the watcher goes away.
    if (running.changes === seen && (await once(running.changed, 'change', { signal }).catch(() => null)) === null) return
    seen = running.changes
    yield { ...running.job }
  } while (isOpen(running.job))
}
