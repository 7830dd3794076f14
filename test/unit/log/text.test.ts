import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOf, hexLines } from '../../../src/renderer/features/log/model/hex.ts'
import { jsonTokens } from '../../../src/renderer/features/log/model/json-tokens.ts'
import { visibleLine, visiblePieces } from '../../../src/renderer/features/log/model/visible-text.ts'

/** Texts made of what JSON is made of, mostly broken. */
const jsonLike = fc
  .array(fc.constantFrom('"', '\\', '{', '}', '[', ':', ' :', ',', '-', '1', '.5', 'e9', 'true', 'nul', '\n', 'ü', '\u2028', '\uD800'))
  .map((pieces) => pieces.join(''))

describe('colouring JSON', () => {
  test('loses no character of any text', () => {
    fc.assert(
      fc.property(jsonLike, (text) => {
        const joined = jsonTokens(text).map((token) => token.text)
        expect(joined.join('')).toBe(text)
      }),
    )
  })

  test('takes a text that never ends its strings as quickly as any other', () => {
    const text = `"${String.raw`\"`.repeat(50_000)}`
    expect(jsonTokens(text).length).toBeLessThan(10)
  })

  test('tells keys, texts, numbers and literals apart', () => {
    const kinds = jsonTokens('{"a": "b:", "n": -1.5e3, "t": true}').filter(({ kind }) => kind !== 'space' && kind !== 'punctuation')
    expect(kinds.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'key "a"',
      'string "b:"',
      'key "n"',
      'number -1.5e3',
      'key "t"',
      'literal true',
    ])
  })
})

describe('characters that cannot be seen', () => {
  test('become symbols, and each piece still knows what it stands for', () => {
    expect(visibleLine('a\u0000b\u001B[31m\u202Ec\uFEFF')).toBe('a␀b␛[31m⟨U+202E⟩c⟨U+FEFF⟩')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const joined = visiblePieces(raw).map(({ text, hidden }) => hidden ?? text)
        expect(joined.join('')).toBe(raw)
      }),
    )
  })
})

describe('bytes', () => {
  test('are dumped sixteen a line with what can be printed beside them', () => {
    const bytes = bytesOf(btoa('[2,"1"]\u00FF and some more text'))
    expect(hexLines(bytes)).toEqual([
      { offset: '000000', hex: '5b 32 2c 22 31 22 5d ff 20 61 6e 64 20 73 6f 6d', text: '[2,"1"]. and som' },
      { offset: '000010', hex: '65 20 6d 6f 72 65 20 74 65 78 74', text: 'e more text' },
    ])
  })
})
