import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import type { LogOperations } from './log/operations.ts'
import { slicedLog, type SlicedLog } from './log/sliced.ts'
import type { ReaderOperations, WriterOperations } from './operations.ts'
import type { StartWorker } from './start-worker.ts'
import type { WorkerReply, WorkerRequest } from './worker.ts'

/** The operations of a worker as asynchronous functions. */
export type Remote<Operations> = {
  [Name in keyof Operations]: Operations[Name] extends (...args: infer Args) => infer Value
    ? (...args: Args) => Promise<Awaited<Value>>
    : never
}

/** A thread that answers operations. */
export interface Connected<Operations> {
  remote: Remote<Operations>
  /** Resolves when the thread has ended: a process that ends, or opens another database, meanwhile could crash. */
  close: () => Promise<void>
}

/** Every query. Those of the log go on in slices, so that what is quick never waits for what is not. */
export type StoreReader = Omit<Remote<ReaderOperations>, keyof LogOperations> & SlicedLog

/** The main thread's handle on the database: every write goes to one thread, every query to another. */
export interface Store {
  write: Remote<WriterOperations>
  read: StoreReader
  close: () => Promise<void>
}

/** A database error; `code` is SQLite's, such as SQLITE_FULL. */
export class StoreError extends Error {
  readonly code: string | null
  constructor(message: string, code: string | null) {
    super(message)
    this.code = code
  }
}

/** Opens a database for reading only: of a recording, beside the one that is written. */
export async function openReader(file: string, startWorker: StartWorker): Promise<OpenReader> {
  await writeOnce(file, startWorker, (write) => write.ready())
  return startReaders(file, startWorker)
}

/** Writes something into a database that is otherwise only read, by a thread that ends with it. */
export async function writeOnce<T>(
  file: string,
  startWorker: StartWorker,
  work: (write: Remote<WriterOperations>) => Promise<T>,
): Promise<T> {
  const writer = connect<WriterOperations>(startWorker({ role: 'writer', file }))
  try {
    return await work(writer.remote)
  } finally {
    await writer.close()
  }
}

export interface OpenReader {
  remote: StoreReader
  close: () => Promise<void>
}

/** Two threads read: one keeps the search file up and goes through the whole log, the other has time for what is looked at. */
async function startReaders(file: string, startWorker: StartWorker): Promise<OpenReader> {
  const search = connect<LogOperations>(startWorker({ role: 'search', file }))
  // Makes the file that the other opens.
  await search.remote.entryActions(null)
  const reader = connect<ReaderOperations>(startWorker({ role: 'reader', file }))
  await reader.remote.databaseBytes()
  const log: Partial<StoreReader> = slicedLog(reader.remote, search.remote)
  return {
    remote: new Proxy({} as StoreReader, {
      get: (_target, name: keyof StoreReader) => log[name] ?? reader.remote[name as keyof ReaderOperations],
    }),
    close: async () => {
      await Promise.all([reader.close(), search.close()])
    },
  }
}

export function databaseIn(dataDir: string): string {
  return join(dataDir, 'chargebench.sqlite')
}

/** Opens (and, where needed, creates and migrates) the database in a data folder. */
export async function openStore(dataDir: string, startWorker: StartWorker): Promise<Store> {
  mkdirSync(dataDir, { recursive: true })
  const file = databaseIn(dataDir)
  const writer = connect<WriterOperations>(startWorker({ role: 'writer', file }))
  // The reader opens a file that exists: wait until the writer has answered once.
  await writer.remote.load()
  const reader = await startReaders(file, startWorker)
  return {
    write: writer.remote,
    read: reader.remote,
    close: async () => {
      await reader.close()
      await writer.close()
    },
  }
}

/** @param onProgress what the thread tells between its answers */
export function connect<Operations>(worker: Worker, onProgress: (progress: never) => void = () => {}): Connected<Operations> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let last = 0
  let ended: Error | null = null

  worker.on('message', (reply: WorkerReply) => {
    if ('progress' in reply) return onProgress(reply.progress as never)
    const call = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('error' in reply) call?.reject(new StoreError(reply.error, reply.code))
    else call?.resolve(reply.value)
  })
  const end = (error: Error): void => {
    ended ??= error
    for (const call of waiting.values()) call.reject(ended)
    waiting.clear()
  }
  worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => end(new Error('The database thread has ended.')))

  const call = (operation: string, args: unknown[]): Promise<unknown> => {
    if (ended) return Promise.reject(ended)
    const id = ++last
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      const request: WorkerRequest = { id, operation, args }
      worker.postMessage(request)
    })
  }
  const remote = new Proxy({} as Remote<Operations>, {
    get: (_target, name) => (name === 'then' ? undefined : (...args: unknown[]) => call(String(name), args)),
  })
  return {
    remote,
    close: async () => {
      if (ended) return
      const exited = new Promise((resolve) => worker.once('exit', resolve))
      await call('close', []).catch(() => null)
      await exited
    },
  }
}
