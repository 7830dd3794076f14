import createWorker from './core/store/worker.ts?nodeWorker'
import { workerOptions, type StartWorker } from './core/store/start-worker.ts'

/** The bundled hosts' way to start the store's thread: a chunk of its own, which the build makes. */
export const startStoreWorker: StartWorker = (workerData) => createWorker(workerOptions(workerData))
