import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ensureBuilt, root } from '../../build.ts'
import { PAGE } from '../bare.ts'
import { expect, type Measure } from '../measure.ts'
import { memoryOf } from '../memory.ts'
import { median } from '../timing.ts'

interface Start {
  readyMs: number
  firstPageMs: number
  /** Resident memory once the first page has been read. */
  memoryMB: number
}

/** Starts the built app on a data folder, until the first page of its log has been read over HTTP. */
async function start(dataDir: string): Promise<Start> {
  const began = performance.now()
  const args = ['--data-dir', dataDir, '--ocpp-host', '127.0.0.1', '--ocpp-port', '0', '--no-open', '--json']
  const app = spawn(process.execPath, [join(root, 'out/main/serve.js'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [line] = (await once(createInterface(app.stdout), 'line')) as [string]
    const readyMs = performance.now() - began
    const { api, token } = JSON.parse(line) as { api: string; token: string }
    const response = await fetch(`${api}/log?limit=${PAGE}`, { headers: { Authorization: `Bearer ${token}` } })
    const { entries } = (await response.json()) as { entries: unknown[] }
    expect(response.ok && Array.isArray(entries), 'the log could not be read.')
    return { readyMs, firstPageMs: performance.now() - began, memoryMB: memoryOf(app.pid ?? 0).nowMB }
  } finally {
    app.kill('SIGTERM')
    await once(app, 'exit')
  }
}

export const opening: Measure = {
  name: 'opening',
  about: 'starting the built app on a long log, beside starting it on an empty folder',
  async *run(sizes, place) {
    ensureBuilt()
    const empty = place.folder('empty')
    await start(empty)
    for (const entries of sizes.entries) {
      const dataDir = await place.site(entries)
      await start(dataDir)
      const [ours, theirs]: [Start[], Start[]] = [[], []]
      for (let round = 0; round < 3; round++) {
        theirs.push(await start(empty))
        ours.push(await start(dataDir))
      }
      const of = (all: Start[], name: keyof Start): number => median(all.map((one) => one[name]))
      const words = { readyMs: 'ready', firstPageMs: 'first page of the log read', memoryMB: 'memory with it' } as const
      for (const name of ['readyMs', 'firstPageMs', 'memoryMB'] as const)
        yield {
          part: `${words[name]}, ${entries.toLocaleString('en')} entries`,
          unit: name === 'memoryMB' ? 'MB' : 'ms',
          figure: of(ours, name),
          baseline: 'an empty data folder',
          baselineFigure: of(theirs, name),
        }
    }
  },
}
