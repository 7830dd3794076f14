/** The central system with durable logging, in a process of its own, on a fresh data folder given as argument. */
import { Worker } from 'node:worker_threads'
import { storeWorkerFile } from '../../build.ts'
import { workerOptions } from '../../../src/main/core/store/start-worker.ts'
import { createWorkbench } from '../../../src/main/core/workbench.ts'
import './with-parent.ts'

const workbench = await createWorkbench({
  dataDir: process.argv[2] ?? ':memory:',
  ocpp: { host: '127.0.0.1', port: 0 },
  info: { version: 'bench', host: 'serve' },
  log: { info: () => {}, warn: () => {}, error: (message, details) => process.stderr.write(`${message} ${JSON.stringify(details)}\n`) },
  startWorker: (workerData) => new Worker(storeWorkerFile, workerOptions(workerData)),
})
process.send?.(workbench.ocppUrls()[0])
