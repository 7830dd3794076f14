import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collect } from '../../support/collect.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

let bench: RunningWorkbench
beforeAll(async () => {
  bench = await startWorkbench()
})
afterAll(() => bench.close())

const day = (date: string) =>
  [1, 2, 3]
    .map((hour) => `2026-05-${date}T0${hour}:00:00Z INFO [chargeBoxId=CP-1, sessionId=x] Received: [2,"${date}-${hour}","Heartbeat",{}]`)
    .join('\n')

test('several files of one log become one recording, in the order of time, whatever the order in which they come', async () => {
  const { client } = bench
  const files: [string, Buffer][] = [
    ['ocpp.log', Buffer.from(day('03'))],
    ['ocpp.log.1', Buffer.from(`${day('02')}\nhalf a li`)],
    ['ocpp.log.2.gz', gzipSync(day('01'))],
  ]
  const bytes = files.reduce((sum, [, { length }]) => sum + length, 0)
  const { id } = await client.imports.begin({ fileName: 'ocpp.log', bytes })
  for (const [index, [fileName, content]] of files.entries()) {
    if (index > 0) await client.imports.next({ id, fileName })
    await client.imports.piece({ id, base64: content.toString('base64') })
  }
  const preview = await client.imports.preview({ id })
  expect(preview.files.map(({ name }) => name)).toEqual(['ocpp.log.2', 'ocpp.log.1', 'ocpp.log'])
  await client.imports.start({ id, choices: {} })
  const [end] = (await collect(await client.imports.watch({ id }))).slice(-1)
  expect(end).toMatchObject({ state: 'done', bytes, recording: { name: 'ocpp', fileName: 'ocpp.log and 2 more', entries: 10 } })
  expect(end?.recording?.unreadable).toMatchObject({ count: 1, examples: [{ file: 'ocpp.log.1', line: 4, text: 'half a li' }] })
  const { entries } = await client.log.list({ recording: id })
  expect(entries.toReversed().flatMap(({ messageId }) => messageId ?? [])).toEqual(
    ['01', '02', '03'].flatMap((date) => [1, 2, 3].map((hour) => `${date}-${hour}`)),
  )
})

test('a file that is seen to be no log before it is read is refused at once', async () => {
  const { client } = bench
  const open = async (content: string) => {
    const { id } = await client.imports.begin({ fileName: 'x', bytes: content.length })
    await client.imports.piece({ id, base64: Buffer.from(content).toString('base64') })
    return client.imports.preview({ id })
  }
  await expect(open('')).rejects.toThrow('The file is empty.')
  await expect(open('milk\nbread\n')).rejects.toThrow('no OCPP message')
  // Its beginning says nothing: it may yet come.
  const late = `${'nothing of interest\n'.repeat(20_000)}2026-05-01T01:00:00Z INFO [chargeBoxId=CP-1, sessionId=x] Received: [2,"1","Heartbeat",{}]`
  expect(await open(late)).toMatchObject({ format: 'unknown' })
})
