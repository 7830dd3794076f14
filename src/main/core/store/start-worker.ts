import type { Worker, WorkerOptions } from 'node:worker_threads'

export type WorkerRole = 'writer' | 'reader' | 'search' | 'importer' | 'exporter'
export interface StoreWorkerData {
  role: WorkerRole
  /** Path of the database file; an importer makes its own. */
  file: string
}

/** How a host starts `worker.ts`: bundled hosts bring their own way, tests run the source. */
export type StartWorker = (workerData: StoreWorkerData) => Worker

/**
 * An export makes garbage as fast as it can; what is young of it may fill so many MB before it is cleared away. Left to itself the
 * thread takes a hundred more, and is no faster.
 */
const mostYoungMegabytes = 16

/** What every host starts the thread with. */
export function workerOptions(workerData: StoreWorkerData): WorkerOptions {
  return workerData.role === 'exporter' ? { workerData, resourceLimits: { maxYoungGenerationSizeMb: mostYoungMegabytes } } : { workerData }
}
