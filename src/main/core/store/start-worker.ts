import type { Worker } from 'node:worker_threads'

export type WorkerRole = 'writer' | 'reader' | 'search' | 'importer' | 'exporter'
export interface StoreWorkerData {
  role: WorkerRole
  /** Path of the database file; an importer makes its own. */
  file: string
}

/** How a host starts `worker.ts`: bundled hosts bring their own way, tests run the source. */
export type StartWorker = (workerData: StoreWorkerData) => Worker
