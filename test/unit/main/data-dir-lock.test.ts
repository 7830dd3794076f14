import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DataDirInUse, lockDataDir } from '../../../src/main/data-dir-lock.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'chargebench-lock-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const lockFile = () => join(dataDir, 'chargebench.lock')

test('a data folder is made where there is none, and has one user at a time', () => {
  const folder = join(dataDir, 'new/one')
  const unlock = lockDataDir(folder)
  expect(() => lockDataDir(folder)).toThrow(DataDirInUse)
  unlock()
  lockDataDir(folder)()
})

test('a process that is still running keeps its folder, and the sentence names it', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(other, 'spawn')
  writeFileSync(lockFile(), JSON.stringify({ pid: other.pid, startedAt: null }))
  expect(() => lockDataDir(dataDir)).toThrow(`Another Chargebench (process ${other.pid}) is already using the data folder ${dataDir}.`)
  const ended = once(other, 'exit')
  other.kill('SIGKILL')
  await ended
  lockDataDir(dataDir)()
})

test('a lock that a crash left half written does not count', () => {
  writeFileSync(lockFile(), '{"pid":')
  lockDataDir(dataDir)
  expect(JSON.parse(readFileSync(lockFile(), 'utf8'))).toMatchObject({ pid: process.pid })
})

test.runIf(process.platform === 'linux')('another process that was given the same pid later does not hold the lock', () => {
  writeFileSync(lockFile(), JSON.stringify({ pid: process.pid, startedAt: '1' }))
  expect(() => lockDataDir(dataDir)).not.toThrow()
})
