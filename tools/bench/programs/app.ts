import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../../build.ts'

export interface App {
  pid: number
  /** The page, with its token. */
  ui: string
  /** Where chargers connect, ending in a slash. */
  ocppUrl: string
  /** Asks its REST API. */
  get: (path: string) => Promise<unknown>
  /** Ends it as a user does. */
  stop: () => Promise<void>
}

/** Starts the built app on a data folder; it is ready when this resolves. */
export async function startApp(dataDir: string): Promise<App> {
  const args = ['--data-dir', dataDir, '--ocpp-host', '127.0.0.1', '--ocpp-port', '0', '--no-open', '--json']
  const app = spawn(process.execPath, [join(root, 'out/main/serve.js'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(app, 'exit')
  const kill = (): void => void app.kill('SIGKILL')
  process.once('exit', kill)
  const [line] = await Promise.race([
    once(createInterface(app.stdout), 'line') as Promise<[string]>,
    exited.then(([code]) => Promise.reject(new Error(`the app ended with ${String(code)} before it was ready`))),
  ])
  const { ui, api, token, ocpp } = JSON.parse(line) as { ui: string; api: string; token: string; ocpp: string[] }
  return {
    pid: app.pid ?? 0,
    ui,
    ocppUrl: ocpp[0] ?? '',
    get: async (path) => {
      const response = await fetch(`${api}${path}`, { headers: { Authorization: `Bearer ${token}` } })
      if (!response.ok) throw new Error(`${path} was answered with ${response.status}`)
      return response.json()
    },
    stop: async () => {
      app.kill('SIGTERM')
      await exited
      process.off('exit', kill)
    },
  }
}
