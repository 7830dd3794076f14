import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shapeOf } from '../../../src/main/core/import/structure/shape.ts'
import { decode } from '../../../src/main/core/import/text/decode.ts'
import { itemsOf, textSource } from '../../support/imported.ts'
import { fixtures } from './fixtures.ts'

/** Lines of every kind of log, and what breaks them. */
const texts = fixtures
  .filter(({ path }) => !path.endsWith('.zip'))
  .map(({ path }) => readFileSync(new URL(`../../fixtures/logs/${path}`, import.meta.url), 'utf8'))
const lines = texts.flatMap((one) => one.split('\n'))
const brokenPieces = [
  '[',
  ']',
  '{"a":',
  '}',
  '"',
  '[2,"x',
  '[3,"1",{',
  '\r',
  '',
  '   ',
  ',',
  '[2,"1","Heartbeat",{}] [3,"1",{}]',
  '\u001b[31m',
  '<tr class="SYS">',
]

const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...lines) },
  { weight: 2, arbitrary: fc.constantFrom(...brokenPieces) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...lines), fc.nat(200)).map(([text, at]) => text.slice(0, at)) },
)
const anyLines = fc.array(line, { maxLength: 40 }).map((all) => all.join('\n'))
/** A log of one kind with something else in its middle, or without its end. */
const disturbed = fc
  .tuple(fc.constantFrom(...texts), fc.nat(3000), fc.nat(3000), anyLines)
  .map(([log, from, to, other]) => `${log.slice(0, from)}${other}${log.slice(to)}`)
const text = fc.oneof(anyLines, disturbed)

const withoutSpace = (all: string): string => all.replace(/\s+/g, '')

test('no character of any text is lost, whatever it is taken for', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const reader = shapeOf('file', whole, true, {}).reader()
      const drafts = [...reader.push(whole), ...reader.end()]
      expect(withoutSpace(drafts.map(({ source }) => source).join(''))).toBe(withoutSpace(whole))
    }),
    { numRuns: 1500 },
  )
}, 60_000)

test('a file gives the same items in whatever pieces it comes', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 97 }), async (whole, chunk) => {
      expect(await itemsOf(textSource(whole, 'file', chunk))).toEqual(await itemsOf(textSource(whole)))
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('bytes become the same text in whatever pieces they come, and none is lost', async () => {
  const bytes = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 30 }),
      fc.string({ unit: 'grapheme' }).map((one) => new TextEncoder().encode(one)),
    ),
  )
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 13 }), async (parts, chunk) => {
      const whole = Buffer.concat([Buffer.from('log\n'), ...parts])
      const decoded = await textOf(whole, chunk)
      expect(decoded).toBe(await textOf(whole, whole.length))
      expect(decoded.includes('\uFFFD') && !whole.toString('utf8').includes('\uFFFD')).toBe(false)
      const back = decoded.split('\n').map((one, index) => (isLatin(whole, index) ? Buffer.from(one, 'latin1') : Buffer.from(one)))
      expect(Buffer.concat(back.flatMap((one, index) => (index === 0 ? [one] : [Buffer.from('\n'), one])))).toEqual(whole)
    }),
  )
})

/** Whether the line with this number is no valid UTF-8. */
function isLatin(bytes: Buffer, index: number): boolean {
  return !isUtf8(Buffer.from(bytes.toString('latin1').split('\n')[index] ?? '', 'latin1'))
}

async function textOf(bytes: Buffer, chunk: number): Promise<string> {
  const pieces: string[] = []
  for await (const piece of decode(textSource(bytes, 'file', chunk).open())) pieces.push(piece)
  return pieces.join('')
}
