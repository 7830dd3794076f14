import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { deviationCodes, deviationKind, harmlessCodes } from '../../../src/shared/ocpp/deviations.ts'

const sources = globSync('src/{main/core/interpret,main/core/project,shared/ocpp}/**/*.ts').map((file) => readFileSync(file, 'utf8'))
const used = new Set(
  sources.flatMap((text) => [...text.matchAll(/(?:\bcode: |\bnote\(\s*)'([a-z][\w.-]*)'/g)].map(([, code]) => code ?? '')),
)

test('every code that a reading gives has its rule, its place in the standard, and what was done about it', () => {
  expect(used.size).toBeGreaterThan(25)
  expect([...used].filter((code) => deviationKind(code) === null)).toEqual([])
})

test('every broken JSON Schema has a rule, whatever its keyword', () => {
  expect(deviationKind('schema-enum')?.title).toBe('Value that is not in the list')
  expect(deviationKind('schema-uniqueItems')?.rule).toContain('JSON Schema')
  expect(deviationKind('made-up')).toBeNull()
  expect(deviationKind('constructor')).toBeNull()
})

test('each rule says where it stands, and each entry is a sentence', () => {
  const kinds = deviationCodes.map((code) => deviationKind(code)!)
  expect(kinds.map(({ title }) => title).filter((title) => title.endsWith('.'))).toEqual([])
  expect(kinds.flatMap(({ rule, coped }) => [rule, coped]).filter((text) => !/^\p{Lu}.*\.$/u.test(text))).toEqual([])
  const blamed = kinds.filter(({ quirk }) => quirk)
  expect(blamed.filter(({ rule }) => !/OCPP|RFC|JSON Schema/.test(rule))).toEqual([])
  expect(harmlessCodes).toContain('late')
})
