import { expect, test } from 'vitest'
import { nodeProblem } from '../../../src/main/node-problem.ts'

test('a Node.js that is too old for SQLite is named, with what to do', () => {
  expect(nodeProblem('20.20.2')).toMatch(/needs Node\.js 22 or later, and this is 20\.20\.2\..*npm run serve/)
  expect(nodeProblem('8.0.0')).not.toBeNull()
})

test('one that is new enough is fine', () => {
  for (const version of ['22.0.0', '24.21.0', process.versions.node]) expect(nodeProblem(version)).toBeNull()
})
