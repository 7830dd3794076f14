import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')
/** The store's worker as JavaScript, for hosts that run the sources; made by `store-worker.ts`. */
export const storeWorkerFile = join(root, '.cache/store-worker/worker.js')
const stamp = join(root, 'out/.built')
const sources = ['src/**', 'package-lock.json', 'electron.vite.config.ts']

/** Builds the app into `out/` unless that is newer than the sources. Says what it does on standard error only. */
export function ensureBuilt(): void {
  if (existsSync(stamp) && newest() <= statSync(stamp).mtimeMs) return
  process.stderr.write('Building Chargebench…\n')
  const began = new Date()
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin('electron-vite', 'bin/electron-vite.js'), 'build'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}\nChargebench could not be built.\n`)
    process.exit(1)
  }
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, began.toISOString())
}

/** A tool's own script, to be run by this Node.js without a shell. */
export function bin(name: string, script: string): string {
  return join(root, 'node_modules', name, script)
}

function newest(): number {
  return Math.max(...globSync(sources, { cwd: root }).map((file) => statSync(join(root, file)).mtimeMs))
}
