import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWebServer } from '../../../src/main/web/server.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string
}

export interface RunningServer {
  bench: RunningWorkbench
  /** `http://127.0.0.1:PORT` */
  origin: string
  token: string
  /** Asks the API with the token. */
  api: (path: string, init?: Asked) => Promise<Response>
  close: () => Promise<void>
}

/** A core with the web server in front of it, and a page of one line. */
export async function startServer(): Promise<RunningServer> {
  const bench = await startWorkbench()
  const pageRoot = await mkdtemp(join(tmpdir(), 'chargebench-page-'))
  await writeFile(join(pageRoot, 'index.html'), '<!doctype html><title>Chargebench</title>')
  const token = 'the-token'
  const silent = { info() {}, warn() {}, error() {} }
  const web = await startWebServer({
    workbench: bench.workbench,
    log: silent,
    version: '1.2.3',
    token,
    pageRoot,
    host: '127.0.0.1',
    port: 0,
  })
  return {
    bench,
    origin: web.origin,
    token,
    api: (path, init = {}) =>
      fetch(`${web.origin}/api${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } }),
    async close() {
      await web.close()
      await bench.close()
      await rm(pageRoot, { recursive: true })
    },
  }
}
