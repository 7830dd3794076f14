import { rmSync } from 'node:fs'
import { type Load, run } from '../load/closed-loop.ts'
import { expect, type Measure } from '../measure.ts'
import { startProgram } from '../programs/start.ts'
import { insertAgain } from '../same-rows.ts'
import { median } from '../timing.ts'

async function measure(program: string, args: string[], connections: number, forMs: number): Promise<Load> {
  const { first: url, stop } = await startProgram(program, args)
  try {
    await run(url as string, { connections, forMs: Math.min(500, forMs) })
    return await run(url as string, { connections, forMs })
  } finally {
    await stop()
  }
}

export const ingest: Measure = {
  name: 'ingest',
  about: 'messages in a closed loop, both frames on the disk before the answer leaves, beside a raw ws echo and bare inserts',
  async *run({ chargers, rounds, loadMs }, place) {
    for (const connections of chargers) {
      const of = connections === 1 ? '1 charger' : `${connections} chargers`
      const [echo, ours, inserted]: [Load[], Load[], number[]] = [[], [], []]
      // Turn about, so that all see the same moods of the machine.
      for (let round = 0; round < rounds; round++) {
        echo.push(await measure('echo-server', [], connections, loadMs))
        const dataDir = place.folder('ingest')
        ours.push(await measure('core-server', [dataDir], connections, loadMs))
        const { rows, ms } = insertAgain(dataDir, place.folder('bare'))
        expect(rows > connections, 'hardly anything was stored.')
        inserted.push((rows / ms) * 1_000)
        rmSync(dataDir, { recursive: true, force: true })
      }
      const middle = (all: Load[], what: (one: Load) => number): number => median(all.map(what))
      const rate = (all: Load[]): number => middle(all, (one) => one.messagesPerSecond)
      const echoed = 'raw ws echo'
      yield { part: `messages, ${of}`, unit: 'messages/s', figure: rate(ours), baseline: echoed, baselineFigure: rate(echo) }
      for (const [name, what] of [
        ['median', (one: Load) => one.roundTripMs.median],
        ['99th percentile', (one: Load) => one.roundTripMs.p99],
      ] as const)
        yield {
          part: `round trip, ${name}, ${of}`,
          unit: 'ms',
          figure: middle(ours, what),
          baseline: echoed,
          baselineFigure: middle(echo, what),
        }
      yield {
        part: `entries, ${of}`,
        unit: 'entries/s',
        figure: rate(ours) * 2,
        baseline: 'bare SQLite inserts of the same rows, FULL',
        baselineFigure: median(inserted),
      }
    }
  },
}
