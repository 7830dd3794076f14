// `npm test`: everything, from whatever is there. Its last line says how many tests passed and failed.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bin, ensureBuilt, root } from './build.ts'
import { ensureChromium } from './browser.ts'
import { type Tally, readPlaywright, readVitest } from './test-results.ts'

const results = join(root, 'test-results')
const vitestFile = join(results, 'vitest.json')
const playwrightFile = join(results, 'e2e.json')
rmSync(results, { recursive: true, force: true })
mkdirSync(results)

ensureBuilt()
const chromium = await ensureChromium()

const vitestOk = run('vitest', 'vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestFile}`])
const tallies: Tally[] = readVitest(vitestFile, ['unit', 'integration'])
let sound = vitestOk
if (chromium) {
  process.env['CHROMIUM_PATH'] = chromium
  sound = run('playwright', 'cli.js', ['test']) && sound
  tallies.push(...readPlaywright(playwrightFile))
} else {
  console.error('The tests in a real window did not run: install Chromium, or say where it is with CHROMIUM_PATH.')
  tallies.push({ suite: 'e2e', passed: 0, failed: 0, skipped: 0 })
}

console.log('')
for (const { suite, passed, failed, skipped } of tallies) {
  console.log(`${suite}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
}
const empty = tallies.filter(({ passed, failed }) => passed + failed === 0)
for (const { suite } of empty) console.log(`Not one test of ${suite} ran, which counts as a failure.`)
const failed = sum(tallies, 'failed')
if (!sound && failed === 0) console.log('A test runner ended with an error that belongs to no test: see above.')
console.log(`${sum(tallies, 'passed')} passed, ${failed} failed`)
process.exitCode = sound && failed === 0 && empty.length === 0 ? 0 : 1

function run(name: string, script: string, args: string[]): boolean {
  return spawnSync(process.execPath, [bin(name, script), ...args], { cwd: root, stdio: 'inherit' }).status === 0
}

function sum(of: Tally[], what: 'passed' | 'failed'): number {
  return of.reduce((total, tally) => total + tally[what], 0)
}
