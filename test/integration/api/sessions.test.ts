import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fill } from '../../../tools/bench/log/fill.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

let dir: string
let bench: RunningWorkbench

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'chargebench-sessions-'))
  fill(dir, { count: 20_000, chargers: 5 })
  bench = await startWorkbench({ dataDir: dir })
})
afterAll(async () => {
  await bench.close()
  rmSync(dir, { recursive: true, force: true })
})

describe('the sessions of a long log', () => {
  test('are told a few at a time, those that began last first', async () => {
    const all = await bench.client.sessions.list()
    expect(all.length).toBeGreaterThan(40)
    expect(all.map(({ startedAt }) => startedAt)).toEqual(all.map(({ startedAt }) => startedAt).toSorted((a, b) => b - a))
    expect(await bench.client.sessions.list({ limit: 20 })).toEqual(all.slice(0, 20))
  })

  test('are counted without being read', async () => {
    const all = await bench.client.sessions.list()
    const running = all.filter(({ endedAt }) => endedAt === null).length
    expect(running).toBeGreaterThan(0)
    expect(await bench.client.sessions.count()).toEqual({ all: all.length, running })
  })

  test('what was found is told of those that are shown only', async () => {
    const found = await bench.client.findings.perSession()
    const shown = new Set((await bench.client.sessions.list({ limit: 20 })).map(({ id }) => id))
    const expected = found.filter(({ sessionId }) => shown.has(sessionId))
    expect(expected.length).toBeGreaterThan(0)
    expect(expected.length).toBeLessThan(found.length)
    expect(await bench.client.findings.perSession({ limit: 20 })).toEqual(expected)
  })
})
