import { describe, expect, test } from 'vitest'
import { checked, type Row } from '../../../tools/bench/measure.ts'
import { readOptions } from '../../../tools/bench/options.ts'
import { line, ratioOf } from '../../../tools/bench/table.ts'

const row: Row = { part: 'first page', unit: 'ms', figure: 3, baseline: 'a page of bare SQL', baselineFigure: 0.5 }

describe('figures', () => {
  test('stand beside what they are held against, with their ratio and which way is better', () => {
    expect(ratioOf(row)).toBe(6)
    expect(line(row)).toMatch(/^first page +3\.00 ms +a page of bare SQL +0\.50 ms +6\.00 ↓$/)
    expect(line({ ...row, unit: 'messages/s', figure: 12_345.6 })).toMatch(/12,346 messages\/s .*↑$/)
  })

  test('that are none are a failure, not a quick result', () => {
    expect(checked(row)).toBe(row)
    for (const nothing of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => checked({ ...row, figure: nothing })).toThrow(/Nothing was measured: first page/)
      expect(() => checked({ ...row, baselineFigure: nothing })).toThrow(/Nothing was measured: a page of bare SQL/)
    }
  })
})

describe('options', () => {
  test('measure everything at 1 and 5 million entries, unless they say otherwise', () => {
    expect(readOptions([])).toMatchObject({ only: null, json: null, sizes: { entries: [1_000_000, 5_000_000] } })
    expect(Math.max(...readOptions(['--quick']).sizes.entries)).toBeLessThan(200_000)
    expect(readOptions(['--entries', '2_000_000', '--entries', '50,000', '--only', 'reading', '--json', 'x.json'])).toMatchObject({
      only: ['reading'],
      json: 'x.json',
      sizes: { entries: [50_000, 2_000_000], transferred: 50_000 },
    })
  })

  test('that make no sense are refused', () => {
    expect(() => readOptions(['--entries', 'many'])).toThrow('--entries wants a number')
    expect(() => readOptions(['--fast'])).toThrow(/--fast/)
  })
})
