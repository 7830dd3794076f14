// `npm start`: the Electron app; where it cannot be had or cannot run, the same app in the browser.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bin, ensureBuilt, root } from './build.ts'

const downloadTimeoutMs = 20_000
/** An app that ends with an error so soon never showed its window. */
const brokenStartMs = 10_000

ensureBuilt()
const options = process.argv.slice(2)
const hasScreen = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

if (!hasScreen) await inBrowser('There is no screen here for a window, so Chargebench serves its page to a browser instead.')
else {
  const electron = electronPath() ?? downloadElectron()
  if (!electron) await inBrowser("Electron's runtime could not be downloaded, so Chargebench opens in your browser instead.")
  else await inWindow(electron)
}

function electronPath(): string | undefined {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const pathFile = join(root, 'node_modules/electron/path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  return [override && join(override, name), join(root, 'node_modules/electron/dist', name)].find((path) => path && existsSync(path))
}

function downloadElectron(): string | undefined {
  process.stderr.write("Downloading Electron's runtime…\n")
  spawnSync(process.execPath, [bin('electron', 'install.js')], {
    cwd: root,
    stdio: 'ignore',
    timeout: downloadTimeoutMs,
    killSignal: 'SIGKILL',
  })
  return electronPath()
}

async function inWindow(electron: string): Promise<void> {
  const began = Date.now()
  const app = spawn(electron, ['.', ...asSwitches(options)], { cwd: root, stdio: 'inherit' })
  const forward = (signal: NodeJS.Signals) => app.kill(signal)
  process.on('SIGINT', forward).on('SIGTERM', forward)
  const [code] = (await once(app, 'exit')) as [number | null]
  process.off('SIGINT', forward).off('SIGTERM', forward)
  if (code === 0 || app.killed || Date.now() - began > brokenStartMs) process.exitCode = code ?? 1
  else await inBrowser('The Electron window could not be opened on this system, so Chargebench opens in your browser instead.')
}

/** Electron reads `--name=value` only. */
function asSwitches(args: string[]): string[] {
  return args.reduce<string[]>((switches, arg) => {
    const last = switches.at(-1)
    if (arg.startsWith('--') || last === undefined || last.includes('=')) return [...switches, arg]
    return [...switches.slice(0, -1), `${last}=${arg}`]
  }, [])
}

async function inBrowser(why: string): Promise<void> {
  process.stderr.write(`${why}\n`)
  await import('./serve.ts')
}
