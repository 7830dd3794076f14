import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MOST_KINDS } from '../../../src/main/core/csms/inspector/folding.ts'
import { connectCharger } from '../../support/charger.ts'
import { sendBytes, upgrade } from '../../support/raw-handshake.ts'
import { until } from '../../support/until.ts'
import { startWorkbench } from '../../support/workbench.ts'

const offer = { 'Sec-WebSocket-Protocol': 'ocpp1.2', Connection: 'Upgrade' }

test(
  'identities that have only ever been refused are in the log and among the attempts, but are no chargers',
  { timeout: 120_000 },
  async () => {
    const bench = await startWorkbench()
    const crowd = MOST_KINDS + 200
    const refuse = async (id: string) => sendBytes(bench.ocppUrl, upgrade(`/${id}`, offer))
    for (let index = 0; index < crowd; index += 20) {
      await Promise.all(Array.from({ length: 20 }, (_unused, more) => refuse(`SCAN-${index + more}`)))
    }
    expect(await bench.client.chargers.list()).toEqual([])
    await expect(bench.client.chargers.get({ id: 'SCAN-1' })).rejects.toThrow('has been seen yet')
    const { entries } = await bench.client.log.list({ limit: 1000 })
    expect(entries.filter(({ kind }) => kind === 'refused')).toHaveLength(MOST_KINDS)
    expect((await bench.client.log.list({ charger: 'SCAN-1' })).entries).toHaveLength(1)
    const attempts = await bench.client.handshakes.list()
    expect(attempts.length).toBeLessThan(crowd)
    expect(Math.max(...attempts.map(({ chargerId }) => Number(chargerId?.slice('SCAN-'.length))))).toBe(crowd - 1)

    const charger = await connectCharger(bench.ocppUrl, 'SCAN-1')
    expect((await bench.client.chargers.list()).map(({ id }) => id)).toEqual(['SCAN-1'])
    await refuse('SCAN-1')
    expect((await bench.client.chargers.list()).map(({ id, connected }) => [id, connected])).toEqual([['SCAN-1', true]])
    await bench.workbench.rebuild()
    expect((await bench.client.chargers.list()).map(({ id }) => id)).toEqual(['SCAN-1'])
    await charger.close()
    await until(async () => (await bench.client.chargers.list())[0]?.connected === false)
    await bench.close()
  },
)

test('a rebuild remembers no more of them than the app did', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'chargebench-test-'))
  const first = await startWorkbench({ dataDir })
  await sendBytes(first.ocppUrl, upgrade('/NEVER-IN', offer))
  await sendBytes(first.ocppUrl, upgrade('/LATER-IN', offer))
  const charger = await connectCharger(first.ocppUrl, 'LATER-IN')
  await charger.close()
  await until(async () => (await first.client.chargers.list())[0]?.connected === false)
  const before = await first.client.chargers.list()
  await first.workbench.rebuild()
  await first.close()
  const second = await startWorkbench({ dataDir })
  expect(await second.client.chargers.list()).toEqual(before)
  expect(before.map(({ id }) => id)).toEqual(['LATER-IN'])
  await second.close()
  rmSync(dataDir, { recursive: true })
})
