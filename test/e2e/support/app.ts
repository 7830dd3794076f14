import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { type Page, test as base } from 'playwright/test'
import { type Host, type Running, startHost } from './hosts.ts'

export { expect } from 'playwright/test'

export interface HostOptions {
  host: Host
}

/** The app under test, whichever host runs it: each test starts one with an empty data folder of its own. */
export interface App {
  readonly host: Host
  readonly page: Page
  /** REST base and token; null in Electron, which serves no HTTP. */
  readonly api: Running['api']
  /** Where chargers connect, ending in a slash; stays the same over a restart. */
  readonly ocppUrl: string
  readonly dataDir: string
  /** Ends the app as a user does, and starts it again on the same data. */
  restart: () => Promise<void>
  /** Ends the app as a power cut does; `restart` starts it again. */
  kill: () => Promise<void>
}

export const test = base.extend<HostOptions & { app: App }>({
  host: ['serve', { option: true }],
  app: async ({ host }, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'chargebench-e2e-'))
    const ocppPort = await freePort()
    let running: Running | null = await startHost(host, { dataDir, ocppPort })
    const current = (): Running => {
      if (!running) throw new Error('the app was killed and not started again')
      return running
    }
    const app: App = {
      host,
      get page() {
        return current().page
      },
      get api() {
        return current().api
      },
      ocppUrl: `ws://127.0.0.1:${ocppPort}/`,
      dataDir,
      async restart() {
        await running?.close()
        running = await startHost(host, { dataDir, ocppPort })
      },
      async kill() {
        await running?.kill()
        running = null
      },
    }
    await use(app)
    await running?.close()
    await rm(dataDir, { recursive: true, force: true })
  },
})

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
