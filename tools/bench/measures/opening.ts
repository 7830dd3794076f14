import { ensureBuilt } from '../../build.ts'
import { PAGE } from '../bare.ts'
import type { Measure } from '../measure.ts'
import { memoryOf } from '../memory.ts'
import { startApp } from '../programs/app.ts'
import { median } from '../timing.ts'

interface Start {
  readyMs: number
  firstPageMs: number
  /** Resident memory once the first page has been read. */
  memoryMB: number
}

async function start(dataDir: string): Promise<Start> {
  const began = performance.now()
  const app = await startApp(dataDir)
  try {
    const readyMs = performance.now() - began
    await app.get(`/log?limit=${PAGE}`)
    return { readyMs, firstPageMs: performance.now() - began, memoryMB: memoryOf(app.pid).nowMB }
  } finally {
    await app.stop()
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
