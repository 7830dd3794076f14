import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { protocols } from '../../../src/shared/ocpp/protocol.ts'
import { coverageDocument, coverageOf, readTests } from '../../../tools/coverage/table.ts'

const tests = readTests()

test.each([...protocols])('every action of %s is sent or answered, shown in words, and tested', (protocol) => {
  const rows = coverageOf(protocol, tests)
  expect(rows.length).toBeGreaterThan(35)
  expect(rows.filter(({ sent, answered, taken }) => !sent && !answered && !taken)).toEqual([])
  expect(rows.filter(({ shown }) => shown === null)).toEqual([])
  expect(rows.filter(({ tested }) => !tested).map(({ action }) => action)).toEqual([])
})

test('the table in the documentation is what the code does; `npm run coverage` writes it', () => {
  // The formatter pads the table.
  const plain = (text: string): string => text.replaceAll(/-{3,}/g, '---').replaceAll(/ +/g, ' ').trim()
  expect(plain(readFileSync('docs/ocpp-coverage.md', 'utf8'))).toBe(plain(coverageDocument(tests)))
})
