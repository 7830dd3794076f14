// Starts an Electron app in plain Node.js. The order is Electron's: preloaded scripts, the main module, then 'ready'.
import { readFileSync, statSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readCommandLine } from './command-line.ts'

const stuckAfterMs = 10_000

const { entry, preloaded, switches } = readCommandLine(process.argv.slice(2))
if (entry === undefined) {
  console.error('usage: electron [switches] APP [switches]')
  process.exit(2)
}
process.argv = [join(import.meta.dirname, 'electron'), ...process.argv.slice(2)]

const replacement = pathToFileURL(join(import.meta.dirname, 'module.ts')).href
registerHooks({
  resolve(specifier, context, next) {
    return specifier === 'electron' ? { url: replacement, format: 'module-typescript', shortCircuit: true } : next(specifier, context)
  },
})

const path = resolve(entry)
const isFolder = statSync(path).isDirectory()
const manifest: { main?: string; name?: string; productName?: string; version?: string } = isFolder
  ? JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  : {}
const appPath = isFolder ? path : dirname(path)

// The same instance that the hook gives to whoever imports 'electron'.
const { application } = (await import(replacement)) as typeof import('./module.ts')
application.configure({
  appPath,
  name: manifest.productName ?? manifest.name ?? 'Electron',
  version: manifest.version ?? '0.0.0',
  switches,
})

const require = createRequire(import.meta.url)
for (const file of preloaded) require(resolve(file))

const stuck = setTimeout(() => {
  console.error(
    "electron stand-in: the main module is still being evaluated, so 'ready' cannot come. Does it wait for it at its top level?",
  )
}, stuckAfterMs)
await import(pathToFileURL(isFolder ? resolve(path, manifest.main ?? 'index.js') : path).href)
clearTimeout(stuck)
await application.becomeReady()
