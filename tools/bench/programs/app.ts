import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../../build.ts'
import { PAGE } from '../bare.ts'
import { expect } from '../measure.ts'

export interface App {
  pid: number
  /** The page, with its token. */
  ui: string
  /** Where chargers connect, ending in a slash. */
  ocppUrl: string
  /** Reads the newest page of the log over HTTP. */
  firstPage: () => Promise<void>
  /** Ends it as a user does. */
  stop: () => Promise<void>
}

/** Starts the built app on a data folder; it is ready when this resolves. */
export async function startApp(dataDir: string): Promise<App> {
  const args = ['--data-dir', dataDir, '--ocpp-host', '127.0.0.1', '--ocpp-port', '0', '--no-open', '--json']
  const app = spawn(process.execPath, [join(root, 'out/main/serve.js'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(app, 'exit')
  const [line] = await Promise.race([
    once(createInterface(app.stdout), 'line') as Promise<[string]>,
    exited.then(([code]) => Promise.reject(new Error(`the app ended with ${String(code)} before it was ready`))),
  ])
  const { ui, api, token, ocpp } = JSON.parse(line) as { ui: string; api: string; token: string; ocpp: string[] }
  return {
    pid: app.pid ?? 0,
    ui,
    ocppUrl: ocpp[0] ?? '',
    firstPage: async () => {
      const response = await fetch(`${api}/log?limit=${PAGE}`, { headers: { Authorization: `Bearer ${token}` } })
      const { entries } = (await response.json()) as { entries: unknown[] }
      expect(response.ok && Array.isArray(entries), 'the log could not be read.')
    },
    stop: async () => {
      app.kill('SIGTERM')
      await exited
    },
  }
}
