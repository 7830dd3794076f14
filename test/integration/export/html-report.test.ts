import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../../../src/shared/domain/entry.ts'
import { chromiumFlags, findChromium } from '../../../tools/browser.ts'
import { entriesOfAllKinds, entry, hostile } from '../../support/entries.ts'
import { exported, request } from '../../support/export-settings.ts'

const executablePath = await findChromium()

describe.skipIf(executablePath === undefined)('the HTML report in a browser', () => {
  const entries = entriesOfAllKinds()
  let browser: Browser
  let dir: string

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'chargebench-report-'))
    browser = await chromium.launch({ executablePath: executablePath!, args: chromiumFlags })
  })
  afterAll(async () => {
    await browser?.close()
    await rm(dir, { recursive: true, force: true })
  })

  /** A report opened as a reader does, without any network; what it asked for and complained of is kept. */
  async function open(shown: Entry[], options: BrowserContextOptions & { change?: (html: string) => string } = {}) {
    const { change = (html: string) => html, ...contextOptions } = options
    const file = join(dir, `report-${Math.random().toString(36).slice(2)}.html`)
    await writeFile(file, change(await exported(shown, request('html', { filter: { charger: hostile.markup } }))))
    const context = await browser.newContext({ offline: true, ...contextOptions })
    const page = await context.newPage()
    const requests: string[] = []
    const complaints: string[] = []
    page.on('request', (asked) => requests.push(asked.url()))
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('dialog', (dialog) => {
      complaints.push(dialog.message())
      void dialog.dismiss()
    })
    await page.goto(pathToFileURL(file).href)
    return { page, requests, complaints, url: pathToFileURL(file).href }
  }

  const rows = (page: Page) => page.locator('main details:visible')
  const counted = (page: Page) => page.getByRole('status')
  const hacked = (page: Page) => page.evaluate(() => 'hacked' in globalThis)

  test('it executes nothing of what a charger wrote, loads nothing, and shows all of it', async () => {
    const { page, requests, complaints, url } = await open(entries)
    for (const row of await rows(page).all()) await row.locator('summary').click()
    expect(await hacked(page)).toBe(false)
    expect(requests).toEqual([url])
    expect(complaints).toEqual([])
    expect(await page.locator('main img, main script').count()).toBe(0)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(hostile.markup)
    const frames = await page.locator('pre.raw').allTextContents()
    expect(frames.filter((raw) => raw.startsWith('['))).toEqual(
      entries
        .map(({ raw }) => raw)
        .filter((raw) => raw.startsWith('['))
        .map(seen),
    )
  })

  test('its policy stops a script even if one slipped in', async () => {
    const { page, complaints } = await open(entries, {
      change: (html) => html.replace('<header>', '<header onclick="hacked=1"><script>hacked=1</script><img src="x" onerror="hacked=1">'),
    })
    await page.locator('header').click()
    expect(await hacked(page)).toBe(false)
    expect(complaints.filter((complaint) => complaint.includes('Content Security Policy')).length).toBeGreaterThan(1)
  })

  test('the search finds rows by any of their text, offline, and counts them', async () => {
    const { page } = await open(entries)
    await expect.poll(() => counted(page).textContent()).toBe(`${entries.length} entries`)
    await page.keyboard.press('/')
    await page.keyboard.type('metERstart 12345')
    await expect.poll(() => counted(page).textContent()).toBe(`1 of ${entries.length} entries`)
    expect(await rows(page).locator('.what').allTextContents()).toEqual(['StartTransaction'])
    await page.keyboard.press('Control+A')
    await page.keyboard.type('nowhere to be found')
    await expect.poll(() => page.getByText('No entry fits the search.').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => rows(page).count()).toBe(entries.length)
  })

  test('categories and unmarked entries can be hidden', async () => {
    const { page } = await open(entries)
    await page.getByRole('checkbox', { name: 'Transaction' }).uncheck()
    const left = entries.filter(({ category }) => category !== 'transaction')
    await expect.poll(() => rows(page).count()).toBe(left.length)
    await page.getByRole('checkbox', { name: 'Only marked entries' }).check()
    const marked = left.filter(({ severity }) => severity !== 'none')
    await expect.poll(() => rows(page).locator('.says').allTextContents()).toHaveLength(marked.length)
    expect(await rows(page).locator('.cat').allTextContents()).not.toContain('Transaction')
  })

  test('without scripts, as in a preview, every row is there and opens', async () => {
    const { page } = await open(entries, { javaScriptEnabled: false })
    expect(await rows(page).count()).toBe(entries.length)
    expect(await page.getByRole('searchbox').isVisible()).toBe(false)
    await rows(page).nth(1).locator('summary').click()
    expect(await rows(page).nth(1).locator('.json').isVisible()).toBe(true)
  })

  test('a row of a large report is formatted when it is opened, with all its digits', async () => {
    const raw = '[2,"1","RemoteStopTransaction",{"transactionId":9223372036854766666,"a":[],"b":[1.50,{"c":"x\\"{,"}]}]'
    const { page } = await open(Array.from({ length: 5_001 }, (_, index) => entry(index + 1, { raw })))
    const first = rows(page).first()
    expect(await first.locator('.json').count()).toBe(0)
    await first.locator('summary').click()
    await expect
      .poll(() => first.locator('.json').textContent())
      .toBe(
        [
          '[',
          '  2,',
          '  "1",',
          '  "RemoteStopTransaction",',
          '  {',
          '    "transactionId": 9223372036854766666,',
          '    "a": [],',
          '    "b": [',
          '      1.50,',
          '      {',
          '        "c": "x\\"{,"',
          '      }',
          '    ]',
          '  }',
          ']',
        ].join('\n'),
      )
  })

  test('it prints: the raw text of every row, no search bar, colours kept', async () => {
    const { page } = await open(entries)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('searchbox').isVisible()).toBe(false)
    expect(await page.locator('pre.raw').first().isVisible()).toBe(true)
    expect(await page.locator('pre.json').first().isVisible()).toBe(false)
    expect(
      await page
        .locator('main details')
        .first()
        .evaluate((row) => getComputedStyle(row).printColorAdjust),
    ).toBe('exact')
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.startsWith('%PDF')).toBe(true)
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(0)
  })

  test('it follows the reader’s dark or light system, with a border around the white of security', async () => {
    const ground = async (colorScheme: 'dark' | 'light') => {
      const { page } = await open(entries, { colorScheme })
      const swatch = page.locator('.legend .security .swatch')
      const style = await swatch.evaluate((element) => ({
        fill: getComputedStyle(element).backgroundColor,
        edge: getComputedStyle(element).borderColor,
      }))
      expect(style.fill).toBe('rgb(255, 255, 255)')
      expect(style.edge).not.toBe(style.fill)
      return page.locator('main').evaluate((element) => getComputedStyle(element).backgroundColor)
    }
    expect(await ground('light')).toBe('rgb(255, 255, 255)')
    expect(await ground('dark')).toBe('rgb(22, 26, 32)')
  })
})

/** A frame's text as it is shown: no entry here but the malformed one holds a bare control character, and C1 and marks are named. */
function seen(raw: string): string {
  return raw.replace(
    /[\u007f-\u009f\u200b\u2028\u2029\u202e]/g,
    (character) => `‹U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`,
  )
}
