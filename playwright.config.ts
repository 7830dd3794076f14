import { existsSync } from 'node:fs'
import { defineConfig } from 'playwright/test'
import { findChromium } from './tools/browser.ts'
import type { HostOptions } from './test/e2e/support/app.ts'

// For the stand-in too, which would otherwise look for it again at each start.
const chromium = await findChromium()
if (chromium) process.env['CHROMIUM_PATH'] = chromium

const hasElectron = existsSync('node_modules/electron/path.txt') && existsSync('node_modules/electron/dist')

export default defineConfig<HostOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results/artifacts',
  // Each test starts an app of its own; more at once than there are cores only makes them wait for each other.
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: hasElectron ? 'electron' : 'standin', use: { host: hasElectron ? 'electron' : 'standin' } },
    { name: 'serve', use: { host: 'serve' } },
  ],
})
