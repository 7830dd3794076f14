/**
 * Entry of the store's worker threads: one writes, one reads, one goes through the whole log and indexes it, and while a log
 * file is taken in, or an export made, one does that. Each answers named operations; the first three one after the other.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { exporterOperations } from '../export/thread/operations.ts'
import { importerOperations } from '../recordings/operations.ts'
import { giveWay } from './give-way.ts'
import { localReader } from './local-reader.ts'
import { openForReading, openForWriting } from './open.ts'
import { readerOperations, writerOperations } from './operations.ts'
import { startSearch } from './search/start.ts'
import type { StoreWorkerData } from './start-worker.ts'

export interface WorkerRequest {
  id: number
  operation: string
  args: unknown[]
}
export type WorkerReply = { id: number; value: unknown } | { id: number; error: string; code: string | null } | { progress: unknown }

const port = parentPort
if (!port) throw new Error('worker.ts runs in a worker thread only')
const { operations, close } = start(workerData as StoreWorkerData)

function start({ role, file }: StoreWorkerData): { operations: object; close: () => void | Promise<void> } {
  if (role === 'importer' || role === 'exporter' || role === 'search') giveWay()
  if (role === 'importer') return { operations: importerOperations((progress) => answer({ progress })), close: () => {} }
  if (role === 'search') return startSearch(file)
  const db = role === 'writer' ? openForWriting(file) : openForReading(file)
  if (role === 'exporter') {
    const exporter = exporterOperations(localReader(db), (progress) => answer({ progress }))
    return { ...exporter, close: () => exporter.close().then(() => void db.close()) }
  }
  return { operations: role === 'writer' ? writerOperations(db) : readerOperations(db), close: () => void db.close() }
}

function answer(reply: WorkerReply): void {
  // Bytes change hands, without a copy.
  const given = 'value' in reply && reply.value instanceof Uint8Array ? [reply.value.buffer as ArrayBuffer] : []
  port?.postMessage(reply, given)
}

async function end(id: number): Promise<void> {
  await close()
  answer({ id, value: null })
  port?.close()
}

port.on('message', ({ id, operation, args }: WorkerRequest) => {
  const failed = (error: unknown): void => {
    const { message, code } = error as Error & { code?: string }
    answer({ id, error: message, code: code ?? null })
  }
  if (operation === 'close') {
    end(id).catch(failed)
    return
  }
  try {
    const run = (operations as Record<string, (...given: never[]) => unknown>)[operation]
    if (!run) throw new Error(`no operation ${operation}`)
    const value = run(...(args as never[]))
    if (value instanceof Promise) value.then((later: unknown) => answer({ id, value: later }), failed)
    else answer({ id, value })
  } catch (error) {
    failed(error)
  }
})
