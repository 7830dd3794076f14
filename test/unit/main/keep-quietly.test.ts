import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepQuietly } from '../../../src/main/electron/keep-quietly.ts'

test('what cannot be written is a warning, and closing goes on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chargebench-test-'))
  const warnings: string[] = []
  const log = { info: () => {}, warn: (message: string) => warnings.push(message), error: () => {} }
  keepQuietly(join(folder, 'window.json'), { x: 1 }, log)
  expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toEqual({ x: 1 })
  expect(warnings).toEqual([])
  // A folder cannot be written like a file, not even by root.
  keepQuietly(folder, { x: 1 }, log)
  keepQuietly(join(folder, 'gone', 'window.json'), { x: 1 }, log)
  expect(warnings).toHaveLength(2)
  rmSync(folder, { recursive: true })
})
