/** Entry of the store's worker threads: one writes, one reads. Each answers named operations, one after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { openForReading, openForWriting } from './open.ts'
import { readerOperations, writerOperations } from './operations.ts'
import type { StoreWorkerData } from './start-worker.ts'

export interface WorkerRequest {
  id: number
  operation: string
  args: unknown[]
}
export type WorkerReply = { id: number; value: unknown } | { id: number; error: string; code: string | null }

const port = parentPort
if (!port) throw new Error('worker.ts runs in a worker thread only')
const { role, file } = workerData as StoreWorkerData

const db = role === 'writer' ? openForWriting(file) : openForReading(file)
const operations = (role === 'writer' ? writerOperations(db) : readerOperations(db)) as Record<string, (...args: never[]) => unknown>

port.on('message', ({ id, operation, args }: WorkerRequest) => {
  if (operation === 'close') {
    db.close()
    port.postMessage({ id, value: null } satisfies WorkerReply)
    port.close()
    return
  }
  let reply: WorkerReply
  try {
    const run = operations[operation]
    if (!run) throw new Error(`no operation ${operation}`)
    reply = { id, value: run(...(args as never[])) }
  } catch (error) {
    const { message, code } = error as Error & { code?: string }
    reply = { id, error: message, code: code ?? null }
  }
  port.postMessage(reply)
})
