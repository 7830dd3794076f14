import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { redactionClasses } from '../../../src/shared/domain/redaction.ts'
import { collect } from '../../support/collect.ts'
import { personalValues, remaining } from '../../support/personal.ts'
import { loadRecording, recordings } from '../../support/recording.ts'
import { unzipped } from '../../support/unzipped.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

const folder = join(import.meta.dirname, '../../fixtures/recordings')

let bench: RunningWorkbench
beforeAll(async () => {
  bench = await startWorkbench()
})
afterAll(() => bench.close())

async function taken(name: string): Promise<string> {
  const { workbench, client } = bench
  const { id } = await workbench.imports.begin(`${name}.jsonl`, 0)
  await workbench.imports.append(id, readFileSync(join(folder, `${name}.jsonl`)))
  await client.imports.preview({ id })
  await client.imports.start({ id, choices: {} })
  const [end] = (await collect(await client.imports.watch({ id }))).slice(-1)
  return end!.recording!.id
}

const wholeBundle = async (recording: string, redact: (typeof redactionClasses)[number][]) =>
  unzipped((await bench.workbench.streamExport({ recording }, { format: 'zip', redact, ansi: false })).chunks)

test.each(recordings)('no value of %s that is to be masked is left in any file of its bundle, in any spelling', async (name) => {
  const entries = loadRecording(name)
  const values = personalValues(entries.map(({ raw }) => raw))
  for (const { chargerId } of entries) values.add(chargerId)
  const recording = await taken(name)

  const { files } = await wholeBundle(recording, [...redactionClasses])
  for (const [file, text] of files) expect([file, remaining(file + text, values)]).toEqual([file, []])

  // And that is no wonder of these files: without masks every one of them is there.
  const plain = [...(await wholeBundle(recording, [])).files.values()].join('\n')
  expect([...values].filter((value) => remaining(plain, [value]).length === 0)).toEqual([])
  expect(values.size).toBeGreaterThan(1)
})
