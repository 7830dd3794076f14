import type { Page } from 'playwright'
import { ensureBuilt } from '../../build.ts'
import { steady } from '../load/steady.ts'
import { expect, type Measure } from '../measure.ts'
import { type App, startApp } from '../programs/app.ts'
import { framesWhile } from '../window/frames.ts'
import { openWindow, type OpenWindow } from '../window/open.ts'

/** Entries of the log that the memory of a window on a long one is held against. */
const FEW = 10_000
/** Each message is answered: 500 entries a second. */
const live = { connections: 20, perSecond: 250 }

const scroller = '[data-testid="log-grid"] [role="rowgroup"][tabindex="-1"]'
const rows = '[data-testid="log-grid"] [role="row"][data-seq]'

async function openLog(app: App): Promise<OpenWindow> {
  const window = await openWindow(app.ui)
  await window.page.getByRole('link', { name: /^Log/ }).first().click()
  await window.page.waitForSelector(rows)
  return window
}

/** The newest entry that is drawn. */
const newestShown = (page: Page): Promise<number> =>
  page.evaluate(
    (which) => Math.max(...Array.from(document.querySelectorAll<HTMLElement>(which), (row) => Number(row.dataset['seq']))),
    rows,
  )

async function scroll(page: Page, ms: number): Promise<void> {
  await page.locator(scroller).hover()
  for (const end = performance.now() + ms; performance.now() < end;) {
    for (let step = 0; step < 10; step++) await page.mouse.wheel(0, 700)
    for (let step = 0; step < 9; step++) await page.mouse.wheel(0, -700)
  }
}

/** Looks at many places of the log, its ends among them. */
async function wander(page: Page): Promise<void> {
  const places = 40
  const seen = new Set<number>()
  for (let place = 0; place <= places; place++) {
    await page.evaluate(
      ([which, share]) => {
        const box = document.querySelector(which)!
        box.scrollTop = share * box.scrollHeight
      },
      [scroller, place / places] as const,
    )
    await page.waitForTimeout(60)
    await page.waitForSelector(rows)
    seen.add(await newestShown(page))
  }
  expect(seen.size > places / 2, 'the log did not scroll.')
}

async function memoryOn(dataDir: string): Promise<number> {
  const app = await startApp(dataDir)
  const window = await openLog(app)
  try {
    await wander(window.page)
    return await window.heapMB()
  } finally {
    await window.close()
    await app.stop()
  }
}

export const window: Measure = {
  name: 'window',
  about: 'scrolling a long log, following a live one, and the memory of the window, in a real browser',
  async *run(sizes, place) {
    ensureBuilt()
    const few = await memoryOn(await place.site(FEW))
    for (const entries of sizes.entries) {
      const dataDir = await place.site(entries)
      const many = entries.toLocaleString('en')
      const baseline = `the window on ${FEW.toLocaleString('en')} entries`
      yield {
        part: `memory after looking around, ${many} entries`,
        unit: 'MB',
        figure: await memoryOn(dataDir),
        baseline,
        baselineFigure: few,
      }
      const app = await startApp(dataDir)
      const log = await openLog(app)
      try {
        const { page } = log
        const idle = {
          baseline: 'the same page, idle',
          baselineFigure: (await framesWhile(page, () => page.waitForTimeout(2_000))).perSecond,
        }
        const first = await newestShown(page)
        const scrolled = await framesWhile(page, () => scroll(page, sizes.loadMs))
        yield { part: `scrolling, ${many} entries`, unit: 'frames/s', figure: scrolled.perSecond, ...idle }
        expect((await newestShown(page)) !== first, 'the log did not scroll.')
        await page.reload()
        await page.waitForSelector(rows)
        const before = await newestShown(page)
        const chargers = await steady(app.ocppUrl, live)
        const followed = await framesWhile(page, () => page.waitForTimeout(sizes.loadMs))
        const arrived = (await newestShown(page)) - before
        chargers.close()
        expect(arrived > (live.perSecond * sizes.loadMs) / 2_000, `the window showed only ${arrived} new entries.`)
        yield { part: `following 500 entries a second, ${many} entries`, unit: 'frames/s', figure: followed.perSecond, ...idle }
      } finally {
        await log.close()
        await app.stop()
      }
    }
  },
}
