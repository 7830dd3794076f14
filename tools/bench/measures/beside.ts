import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { steady } from '../load/steady.ts'
import { expect, type Measure } from '../measure.ts'
import { startProgram } from '../programs/start.ts'
import { quantile } from '../timing.ts'

interface Phase {
  median: number
  p99: number
  delay: number
}

const load = { connections: 50, perSecond: 500 }

export const beside: Measure = {
  name: 'beside',
  about: `answers to ${load.perSecond} messages a second while somebody reads a long log, beside nobody reading it`,
  async *run(sizes, place) {
    for (const entries of sizes.entries) {
      const { child, first: url, stop } = await startProgram('beside-server', [await place.site(entries)])
      const delays = async (then: string): Promise<number> => {
        child.send(then)
        const [message] = (await once(child, 'message')) as [{ delayP99Ms: number }]
        return message.delayP99Ms
      }
      const chargers = await steady(url as string, load)
      const settle = (): Promise<void> => pause(Math.min(500, sizes.loadMs))
      const phase = async (reading: string): Promise<Phase> => {
        await delays(reading)
        await settle()
        chargers.take()
        await pause(sizes.loadMs)
        const times = chargers.take()
        const delay = await delays('nothing')
        await settle()
        expect(times.length > 10, `hardly any message was answered while ${reading}.`)
        return { median: quantile(times, 0.5), p99: quantile(times, 0.99), delay }
      }
      try {
        await phase('nothing')
        for (const reading of ['searching', 'exporting']) {
          const quiet = await phase('nothing')
          const busy = await phase(reading)
          for (const [name, what] of [
            ['round trip, median', 'median'],
            ['round trip, 99th percentile', 'p99'],
            ['main thread’s delay, 99th percentile', 'delay'],
          ] as const)
            yield {
              part: `${name}, ${reading} ${entries.toLocaleString('en')}`,
              unit: 'ms',
              figure: busy[what],
              baseline: 'the same while nobody reads',
              baselineFigure: quiet[what],
            }
        }
      } finally {
        chargers.close()
        await stop()
      }
    }
  },
}
