import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportChoices, ImportPreview } from '../../../src/shared/domain/recording.ts'
import { collect } from '../../support/collect.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

const folder = join(import.meta.dirname, '../../fixtures/logs')
const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && !/\.(md|items)$/.test(entry.name) && entry.name !== 'bomb.zip')
  .map(({ parentPath, name }) => join(parentPath, name))

let bench: RunningWorkbench
beforeAll(async () => {
  bench = await startWorkbench()
})
afterAll(() => bench.close())

/** What a technician would answer. */
function answers({ needs, chargerIds }: ImportPreview): ImportChoices {
  return {
    ...(needs.identity && chargerIds.length !== 1 ? { identity: 'ASKED-1' } : {}),
    ...(needs.timeZone ? { timeZone: 'Europe/Berlin' } : {}),
    ...(needs.date ? { date: '2026-05-01' } : {}),
    ...(needs.columns ? { columns: needs.columns.guess } : {}),
  }
}

test.each(files.map((file) => [file.slice(folder.length + 1), file]))(
  '%s becomes a recording that can be looked at',
  async (_name, file) => {
    const { client, workbench } = bench
    const { id } = await workbench.imports.begin(basename(file), 0)
    await workbench.imports.append(id, readFileSync(file))
    const preview = await client.imports.preview({ id })
    const choices = answers(preview)
    const missing = Object.keys(choices)
    const refused = missing.length === 0 ? '' : await client.imports.start({ id, choices: {} }).catch(String)
    expect(refused).toMatch(new RegExp(missing.toReversed().join('|')))
    await client.imports.start({ id, choices })
    const [end] = (await collect(await client.imports.watch({ id }))).slice(-1)
    expect(end).toMatchObject({ state: 'done', problem: null })
    const recording = end?.recording
    if (!recording) throw new Error('there is no recording')

    const { entries } = await client.log.list({ recording: id, limit: 1_000 })
    expect(entries.length).toBe(recording.entries)
    expect(entries.filter(({ kind }) => kind === 'frame').length).toBeGreaterThan(0)
    expect(entries.filter(({ deviations }) => deviations.some(({ code }) => code === 'app-error'))).toEqual([])
    expect(recording.firstAt).toBe(Math.min(...entries.map(({ at }) => at)))
    expect(recording.chargers.length).toBeGreaterThan(0)
    for (const charger of recording.chargers) {
      expect(await client.chargers.get({ id: charger.id })).toMatchObject({ id: charger.id })
      const { extent } = await client.chargers.timeline({ id: charger.id, recording: id })
      expect(extent === null || extent.to <= (recording.lastAt ?? 0)).toBe(true)
    }
  },
)

test('a log that tells no times has no findings about how long things take, although its messages tell times', async () => {
  const { client, workbench } = bench
  const frames = [
    [2, '1', 'BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' }],
    [3, '1', { status: 'Accepted', currentTime: '2026-05-01T08:00:00Z', interval: 60 }],
    [2, '2', 'Heartbeat', {}],
    [3, '2', { currentTime: '2026-05-01T14:00:00Z' }],
  ]
  const { id } = await workbench.imports.begin('frames.txt', 0)
  await workbench.imports.append(id, Buffer.from(frames.map((frame) => JSON.stringify(frame)).join('\n')))
  await client.imports.preview({ id })
  await client.imports.start({ id, choices: { identity: 'TIMELESS' } })
  await collect(await client.imports.watch({ id }))
  expect((await client.log.list({ recording: id })).entries.at(0)?.at).toBe(Date.UTC(2026, 4, 1, 14))
  expect(await client.findings.list({ id: 'TIMELESS', recording: id })).toEqual([])
})

test('an archive that would fill the disk is refused by a sentence, and leaves nothing', async () => {
  const { id } = await bench.workbench.imports.begin('bomb.zip', 0)
  await bench.workbench.imports.append(id, readFileSync(join(folder, 'archives/bomb.zip')))
  await expect(bench.client.imports.preview({ id })).rejects.toThrow('times its size')
  const { dataDir } = await bench.client.app.info()
  expect(existsSync(join(dataDir, 'recordings', id))).toBe(false)
})
