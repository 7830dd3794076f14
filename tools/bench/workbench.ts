import { Worker } from 'node:worker_threads'
import { createRouterClient, type RouterClient } from '@orpc/server'
import type { WorkbenchRouter } from '../../src/main/core/api/router.ts'
import { workerOptions } from '../../src/main/core/store/start-worker.ts'
import { createWorkbench, type Workbench } from '../../src/main/core/workbench.ts'
import { storeWorkerFile } from '../build.ts'

export interface Opened {
  workbench: Workbench
  /** Asks as the window does, without a wire between. */
  client: RouterClient<WorkbenchRouter>
  /** ws:// URL for chargers. */
  ocppUrl: string
}

/** The core in this process, on a data folder. */
export async function openWorkbench(dataDir: string): Promise<Opened> {
  const workbench = await createWorkbench({
    dataDir,
    ocpp: { host: '127.0.0.1', port: 0 },
    info: { version: 'bench', host: 'serve' },
    log: { info: () => {}, warn: () => {}, error: (message, details) => process.stderr.write(`${message} ${JSON.stringify(details)}\n`) },
    startWorker: (workerData) => new Worker(storeWorkerFile, workerOptions(workerData)),
  })
  const [ocppUrl] = workbench.ocppUrls()
  if (ocppUrl === undefined) throw new Error((await workbench.problem()) ?? 'the OCPP port is not open')
  return { workbench, client: createRouterClient(workbench.router), ocppUrl }
}
