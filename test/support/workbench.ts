/** Host 3: the core in this process, over real sockets and a real database in a folder of its own. */
import { Worker } from 'node:worker_threads'
import { createRouterClient, type RouterClient } from '@orpc/server'
import type { WorkbenchRouter } from '../../src/main/core/api/router.ts'
import type { Log } from '../../src/main/core/log.ts'
import { storeWorkerFile } from '../../tools/build.ts'
import { workerOptions } from '../../src/main/core/store/start-worker.ts'
import { createWorkbench, type Workbench } from '../../src/main/core/workbench.ts'

export interface RunningWorkbench {
  workbench: Workbench
  client: RouterClient<WorkbenchRouter>
  /** ws:// URL on this computer, without identity. */
  ocppUrl: string
  /** What the app logged as an error: a test that expects none can look. */
  errors: string[]
  close: () => Promise<void>
}

export async function startWorkbench({
  dataDir = ':memory:',
  now,
}: { dataDir?: string; now?: () => number } = {}): Promise<RunningWorkbench> {
  const errors: string[] = []
  const log: Log = {
    info: () => {},
    warn: () => {},
    error: (message, details) => errors.push(`${message} ${JSON.stringify(details ?? {})}`),
  }
  const workbench = await createWorkbench({
    dataDir,
    ocpp: { host: '127.0.0.1', port: 0 },
    info: { version: '0.0.0-test', host: 'serve' },
    log,
    startWorker: (workerData) => new Worker(storeWorkerFile, workerOptions(workerData)),
    ...(now === undefined ? {} : { now }),
  })
  const [ocppUrl] = workbench.ocppUrls()
  if (ocppUrl === undefined) throw new Error((await workbench.problem()) ?? 'the OCPP port is not open')
  return { workbench, client: createRouterClient(workbench.router), ocppUrl, errors, close: workbench.close }
}
