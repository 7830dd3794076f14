/** Host 2: plain Node. The same core as in Electron, with the page in a browser and the contract over REST. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openAppLog } from './app-log.ts'
import { type Workbench, createWorkbench } from './core/workbench.ts'
import { lockDataDir } from './data-dir-lock.ts'
import { nodeProblem } from './node-problem.ts'
import { startProblem } from './start-problem.ts'
import { startStoreWorker } from './start-store-worker.ts'
import { canOpenBrowser, openBrowser } from './web/browser.ts'
import { type ServeOptions, readServeOptions, serveUsage } from './web/options.ts'
import { type WebServer, startWebServer } from './web/server.ts'

const read = readServeOptions(process.argv.slice(2))
const tooOld = nodeProblem(process.versions.node)
if (tooOld !== null) {
  fail(tooOld)
} else if ('help' in read) {
  process.stdout.write(`${serveUsage}\n`)
} else if ('problem' in read) {
  say(`${read.problem}\n\n${serveUsage}`)
  process.exitCode = 2
} else {
  await serve(read.options)
}

async function serve(options: ServeOptions): Promise<void> {
  const dataDir = resolve(options.dataDir)
  let unlock: () => void
  try {
    unlock = lockDataDir(dataDir)
  } catch (error) {
    return fail(startProblem(error, dataDir))
  }
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }
  const log = openAppLog(dataDir)
  const token = options.token ?? randomBytes(18).toString('base64url')
  let workbench: Workbench
  try {
    const info = { version, host: 'serve' } as const
    workbench = await createWorkbench({ dataDir, ocpp: options.ocpp, info, log, startWorker: startStoreWorker })
  } catch (error) {
    unlock()
    log.error('the core could not start', { error: error instanceof Error ? error.stack : String(error) })
    return fail(startProblem(error, dataDir))
  }

  let web: WebServer | undefined
  let ending = false
  const end = async (): Promise<void> => {
    if (ending) return
    ending = true
    await web?.close()
    await workbench.close()
    unlock()
    process.exit()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end())

  try {
    const pageRoot = join(import.meta.dirname, '../renderer')
    web = await startWebServer({ workbench, log, version, token, pageRoot, host: options.uiHost, port: options.uiPort })
  } catch (error) {
    fail(cannotListen(options, error as NodeJS.ErrnoException))
    return end()
  }

  const problem = await workbench.problem()
  if (problem) say(problem)
  const ocpp = workbench.ocppUrls()
  const ui = `${web.origin}/#token=${token}`
  if (options.json)
    process.stdout.write(`${JSON.stringify({ ready: true, ocpp: loopbackFirst(ocpp), ui, api: `${web.origin}/api`, token })}\n`)
  else process.stdout.write(`Chargers connect to ${ocpp[0] ?? '(nothing yet)'}\nChargebench is open at ${ui}\n`)
  if (options.open && canOpenBrowser()) await openBrowser(ui, log)
}

/** A script runs on this computer: the first address is the one that it can always reach. */
function loopbackFirst(urls: string[]): string[] {
  return urls.toSorted((a, b) => Number(isLoopback(b)) - Number(isLoopback(a)))
}

function isLoopback(url: string): boolean {
  return new URL(url).hostname === '127.0.0.1'
}

function cannotListen({ uiHost, uiPort }: ServeOptions, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE')
    return `Port ${uiPort} of ${uiHost} is in use by another program; give another with --ui-port, or 0 for any free one.`
  return `The page cannot be served at ${uiHost} port ${uiPort}: ${message}.`
}

function fail(sentence: string): void {
  say(sentence)
  process.exitCode = 1
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
