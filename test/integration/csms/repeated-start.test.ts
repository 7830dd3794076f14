import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectRaw } from '../../support/raw-charger.ts'
import { startWorkbench } from '../../support/workbench.ts'

let dataDir: string
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'chargebench-test-'))))
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const start = (messageId: string, change: Record<string, unknown> = {}): string =>
  JSON.stringify([
    2,
    messageId,
    'StartTransaction',
    { connectorId: 1, idTag: 'TAG1', meterStart: 1234, timestamp: '2026-03-01T10:00:00Z', ...change },
  ])

test.each([
  ['an accepted user', 'accept', 'Accepted'],
  ['a refused user', 'refuse', 'Invalid'],
] as const)(
  'a StartTransaction of %s that is repeated after a restart of the app gets the same id, and is one session',
  async (_name, unknownUsers, status) => {
    const first = await startWorkbench({ dataDir })
    await first.client.settings.change({ unknownUsers })
    const before = await connectRaw(first.ocppUrl, 'CP1')
    const [, , given] = (await before.ask(start('same'))) as [number, string, { transactionId: number }]
    expect(given).toMatchObject({ idTagInfo: { status } })
    await first.close()

    const second = await startWorkbench({ dataDir })
    const after = await connectRaw(second.ocppUrl, 'CP1')
    expect(await after.ask(start('same'))).toMatchObject([3, 'same', given])
    expect(await after.ask(start('another'))).toMatchObject([3, 'another', given])
    expect(await second.client.sessions.list()).toHaveLength(status === 'Accepted' ? 1 : 0)
    const others = [
      { connectorId: 2 },
      { idTag: 'TAG2' },
      { meterStart: 1235 },
      { timestamp: '2026-03-01T10:00:01Z' },
      { timestamp: undefined },
    ]
    const ids = new Set([given.transactionId])
    for (const [index, change] of others.entries()) {
      const [, , answer] = (await after.ask(start(`other ${index}`, change))) as [number, string, { transactionId: number }]
      ids.add(answer.transactionId)
    }
    expect(ids.size).toBe(others.length + 1)
    after.socket.close()
    await second.close()
  },
)
