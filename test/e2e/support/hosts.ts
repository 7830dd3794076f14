import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Page, chromium, _electron } from 'playwright/test'
import { chromiumFlags } from '../../../tools/browser.ts'

export type Host = 'electron' | 'standin' | 'serve'

/** An app that has started: its page is loaded and its central system listens. */
export interface Running {
  page: Page
  /** Where the contract is spoken over REST; the serve host only. */
  api: { base: string; token: string } | null
  /** Ends it as a user does. */
  close: () => Promise<void>
  /** Ends it as a power cut does. */
  kill: () => Promise<void>
}

export interface StartOptions {
  dataDir: string
  ocppPort: number
}

const root = join(import.meta.dirname, '../../..')

export function startHost(host: Host, options: StartOptions): Promise<Running> {
  return host === 'serve' ? startServe(options) : startElectron(host, options)
}

async function startElectron(host: 'electron' | 'standin', { dataDir, ocppPort }: StartOptions): Promise<Running> {
  const app = await _electron.launch({
    cwd: root,
    args: ['.', `--user-data-dir=${join(dataDir, 'profile')}`, `--data-dir=${dataDir}`, `--ocpp-port=${ocppPort}`],
    ...(host === 'standin' && { executablePath: join(root, 'tools/electron-standin/electron') }),
  })
  const page = await app.firstWindow()
  await page.waitForURL((url) => url.href !== 'about:blank')
  return {
    page,
    api: null,
    close: () => app.close(),
    kill: () => killed(app.process()),
  }
}

async function startServe({ dataDir, ocppPort }: StartOptions): Promise<Running> {
  const args = ['--data-dir', dataDir, '--ocpp-host', '127.0.0.1', '--ocpp-port', String(ocppPort), '--no-open', '--json']
  const server = spawn(process.execPath, [join(root, 'out/main/serve.js'), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await Promise.race([
    once(createInterface(server.stdout), 'line'),
    once(server, 'exit').then(([code]) => Promise.reject(new Error(`the serve host ended with ${String(code)} before it was ready`))),
  ])) as [string]
  const ready = JSON.parse(line) as { ui: string; api: string; token: string }

  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '', args: chromiumFlags })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(ready.ui)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    await browser.close()
    await killed(server, signal)
  }
  return { page, api: { base: ready.api, token: ready.token }, close: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

async function killed(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}
