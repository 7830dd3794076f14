import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recognise } from '../../../src/main/core/import/recognise.ts'
import { UnreadableLog } from '../../../src/main/core/import/types.ts'
import { itemsOf, logFixture, shown, textSource } from '../../support/imported.ts'

const log = readFileSync(new URL('../../fixtures/logs/evcc/compose.log', import.meta.url), 'utf8')
const plain = (await itemsOf(textSource(log))).map(shown)

test('a gzip is read like what is in it, also one of several parts', async () => {
  const half = log.indexOf('\n') + 1
  const parts = Buffer.concat([gzipSync(log.slice(0, half)), gzipSync(log.slice(half))])
  expect((await itemsOf(textSource(gzipSync(log)))).map(shown)).toEqual(plain)
  expect((await itemsOf(textSource(parts, 'x.log.gz', 7))).map(shown)).toEqual(plain)
})

test('of a gzip that ends too early everything is read that is there, and the rest is told', async () => {
  const long = Array.from({ length: 3000 }, (_, index) => log.replaceAll('"11"', `"${index}"`)).join('')
  const items = await itemsOf(textSource(gzipSync(long).subarray(0, -2000)))
  expect(items.filter(({ kind }) => kind === 'frame').length).toBeGreaterThan(1000)
  expect(items.at(-1)).toMatchObject({ kind: 'text', why: 'the file is damaged', text: expect.stringContaining('damaged or incomplete') })
})

test.each([
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${log}`)],
  ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${log}`, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(`\uFEFF${log}`, 'utf16le').swap16()],
  ['UTF-16 without a mark', Buffer.from(log, 'utf16le')],
  ['line ends of Windows', Buffer.from(log.replaceAll('\n', '\r\n'))],
])('%s makes no difference', async (_, bytes) => {
  for (const chunk of [1, 3, 1000]) expect((await itemsOf(textSource(bytes, 'x', chunk))).map(shown)).toEqual(plain)
})

test('a line that is no UTF-8 is read as Latin-1, and the lines around it are not', async () => {
  const bytes = Buffer.concat([Buffer.from('größer\n'), Buffer.from('größer\n', 'latin1'), Buffer.from(log)])
  const items = await itemsOf(textSource(bytes))
  expect(items[0]).toMatchObject({ kind: 'text', text: 'größer\ngrößer' })
})

test('what unpacks to hundreds of times its size is refused, from its list or while it is unpacked', async () => {
  const sentence = /unpacks to more than 500 times its size/
  await expect(itemsOf(logFixture('archives/bomb.zip'))).rejects.toThrow(sentence)
  await expect(recognise(logFixture('archives/bomb.zip'))).rejects.toThrow(UnreadableLog)
  await expect(itemsOf(textSource(gzipSync(Buffer.alloc(80 * 1024 * 1024, '\n'))))).rejects.toThrow(sentence)
}, 60_000)

test('an archive without its end says so and what to do', async () => {
  const bytes = readFileSync(new URL('../../fixtures/logs/archives/nested.zip', import.meta.url))
  const read = itemsOf(textSource(bytes.subarray(0, -60), 'incident.zip'))
  await expect(read).rejects.toThrow('“incident.zip” is an archive whose end is missing or damaged. Get it once more from where it came.')
})

test('other ways of packing are named as what cannot be read', async () => {
  await expect(itemsOf(textSource(Buffer.from('377abcaf271c0004', 'hex'), 'a.7z'))).rejects.toThrow(/Unpack it/)
})

test('an empty file, a picture and a text without messages are recognised as nothing', async () => {
  for (const bytes of ['', 'hello\nworld\n', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')]) {
    expect(await recognise(textSource(bytes))).toMatchObject({
      format: 'unknown',
      confidence: 0,
      needs: { identity: false, timeZone: false },
    })
  }
  expect(await itemsOf(textSource('hello\nworld\n'))).toMatchObject([{ kind: 'text', text: 'hello\nworld' }])
})

test('an archive with wrong bytes in it gives what can be read, or a sentence', async () => {
  const bytes = readFileSync(new URL('../../fixtures/logs/archives/nested.zip', import.meta.url))
  const outcome = async (at: number, value: number): Promise<unknown> => {
    const broken = Buffer.from(bytes)
    broken[at] = value
    const problem: unknown = await itemsOf(textSource(broken)).catch((error: unknown) => error)
    return Array.isArray(problem) || problem instanceof UnreadableLog ? 'as it should be' : problem
  }
  expect.hasAssertions()
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, value) => {
      expect(await outcome(at, value)).toBe('as it should be')
    }),
    { numRuns: 400 },
  )
}, 60_000)

test('a line or record of many megabytes that never ends is cut, and nothing of it is lost', async () => {
  for (const start of ['[2,"1","DataTransfer",{"data":"', '[{"data":"', '{"data":"', '<tr class="SYS">', 'x', 'a,"b']) {
    const text = start + 'x'.repeat(20_000_000)
    const items = await itemsOf(textSource(text))
    expect(items.reduce((length, { source }) => length + source.replaceAll('\n', '').length, 0)).toBe(text.length)
    expect(items.length).toBeGreaterThan(100)
  }
}, 60_000)
