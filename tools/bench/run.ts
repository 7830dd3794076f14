/**
 * `npm run bench`: the central system, every frame committed to disk before its answer leaves, beside a raw `ws` echo in
 * the same run. Absolute figures depend on the machine; the ratios say what our work costs.
 */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildStoreWorker } from '../store-worker.ts'
import { type Load, run } from './load.ts'

const rounds = 3
const loads = [
  { name: '1 charger', connections: 1, forMs: 2_000 },
  { name: '50 chargers', connections: 50, forMs: 3_000 },
  { name: '500 chargers', connections: 500, forMs: 4_000 },
]

async function measure(program: string, args: string[], load: (typeof loads)[number]): Promise<Load> {
  const child = fork(new URL(program, import.meta.url), args)
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.once('message', (message) => resolve(message as string))
      child.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)))
    })
    await run(url, { ...load, forMs: 500 })
    return await run(url, load)
  } finally {
    child.kill('SIGKILL')
  }
}

async function measureCore(load: (typeof loads)[number]): Promise<Load> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chargebench-bench-'))
  try {
    return await measure('./core-server.ts', [dataDir], load)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const ms = (value: number): string => `${value.toFixed(2)} ms`
const rate = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`

console.log(`Durable central system beside a raw ws echo, median of ${rounds} rounds, closed loop, Node ${process.version}`)
await buildStoreWorker()
const table: Record<string, object> = {}
for (const load of loads) {
  const echo: Load[] = []
  const ours: Load[] = []
  // Turn about, so that both see the same moods of the machine.
  for (let round = 0; round < rounds; round++) {
    echo.push(await measure('./echo-server.ts', [], load))
    ours.push(await measureCore(load))
  }
  const of = (all: Load[], what: (one: Load) => number): number => median(all.map(what))
  const throughput = (one: Load): number => one.messagesPerSecond
  const trip = (one: Load): number => one.roundTripMs.median
  table[load.name] = {
    'echo rate': rate(of(echo, throughput)),
    'our rate': rate(of(ours, throughput)),
    'rate ratio': (of(ours, throughput) / of(echo, throughput)).toFixed(2),
    'echo round trip': ms(of(echo, trip)),
    'our round trip': ms(of(ours, trip)),
    'round trip ratio': (of(ours, trip) / of(echo, trip)).toFixed(1),
    'our p99': ms(of(ours, (one) => one.roundTripMs.p99)),
  }
}
console.table(table)
