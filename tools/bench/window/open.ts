import { chromium, type CDPSession, type Page } from 'playwright'
import { chromiumFlags, findChromium } from '../../browser.ts'
import { expect } from '../measure.ts'

export interface OpenWindow {
  page: Page
  /** How long the page's main thread has worked so far, ms: scripts, layout and painting. */
  workMs: () => Promise<number>
  /** Memory of the page's scripts after what is not needed has been thrown away, MB. */
  heapMB: () => Promise<number>
  close: () => Promise<void>
}

/** A real browser with the app's page. */
export async function openWindow(url: string): Promise<OpenWindow> {
  const executablePath = await findChromium()
  expect(executablePath !== undefined, 'there is no Chromium (CHROMIUM_PATH names one).')
  const browser = await chromium.launch({ executablePath, args: chromiumFlags })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(url)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  return {
    page,
    workMs: async () => (await metric(devtools, 'TaskDuration')) * 1_000,
    heapMB: async () => {
      await devtools.send('HeapProfiler.collectGarbage')
      return (await metric(devtools, 'JSHeapUsedSize')) / 1e6
    },
    close: () => browser.close(),
  }
}

async function metric(devtools: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
}
