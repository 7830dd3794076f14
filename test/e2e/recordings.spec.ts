import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileChooser, Page } from 'playwright/test'
import { WebSocket } from 'ws'
import { expect, test } from './support/app.ts'

const fixtures = join(import.meta.dirname, '../fixtures')
const keba = join(fixtures, 'recordings/sap--CS-KEBA-00001.jsonl')

async function choose(page: Page, files: Parameters<FileChooser['setFiles']>[0]): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Recordings' }).click()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Open log' }).first().click()])
  await chooser.setFiles(files)
}

/** Drops a file on the window as the system would. */
async function drop(page: Page, file: string, name: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ text, fileName }) => {
      const data = new DataTransfer()
      data.items.add(new File([text], fileName))
      return data
    },
    { text: readFileSync(file, 'utf8'), fileName: name },
  )
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer })
  await expect(page.getByText('Drop to open as a log')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await expect(page.getByText('Drop to open as a log')).toBeHidden()
}

const dialog = (page: Page) => page.getByRole('dialog', { name: /^Open log/ })
const banner = (page: Page) => page.getByTestId('recording-banner')

test("somebody's log is dropped on the window, shown as it will be read, and looked at like a live charger", async ({ app }) => {
  const { page } = app
  await drop(page, keba, 'ticket-4711.jsonl')
  await expect(dialog(page).getByText('CS-KEBA-00001').first()).toBeVisible()
  await expect(dialog(page).getByRole('row').filter({ hasText: 'BootNotification' }).first()).toContainText('Keba AG')
  await dialog(page).getByRole('button', { name: 'Open', exact: true }).click()
  await dialog(page).getByRole('button', { name: 'Show it' }).click()

  await expect(banner(page)).toContainText('ticket-4711')
  await expect(page.getByRole('heading', { name: 'CS-KEBA-00001' })).toBeVisible()
  await expect(page.getByTestId('timeline')).toContainText('Connector 1')
  await expect(page.getByTestId('log-count')).not.toHaveText('0 entries')
  await expect(page.getByRole('button', { name: /Reboot|Start charge|Run a check/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Configuration' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Following' })).toHaveCount(0)

  // Not even where a charger of the same identity is connected.
  const live = new WebSocket(`${app.ocppUrl}CS-KEBA-00001`, ['ocpp1.6'])
  await once(live, 'open')
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /CS-KEBA-00001/ })).toBeVisible()
  await page.keyboard.press('c')
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('Go to a charger')).toBeVisible()
  await expect(page.getByText('Go to: Recordings')).toBeVisible()
  await expect(page.getByText(/(Reboot|Compose a message|Configuration).*: CS-KEBA-00001/)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/#\/recordings\/1\/chargers/)
  live.close()

  await page
    .getByRole('button', { name: /^Quirks/ })
    .or(page.getByRole('link', { name: /^Quirks/ }))
    .click()
  await expect(page.getByRole('heading', { name: 'Quirks of CS-KEBA-00001' })).toBeVisible()
  await expect(banner(page)).toBeVisible()
  await banner(page).getByRole('link', { name: 'Sessions' }).click()
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page).toHaveURL(/#\/recordings\/1\/chargers\/CS-KEBA-00001\?.*session=/)
  await banner(page).getByRole('link', { name: 'Whole log' }).click()
  await page.getByRole('textbox', { name: /filter/i }).fill('BootNotification')
  await expect(page).toHaveURL(/#\/recordings\/1\/log\?.*text=BootNotification/)
  await expect(page.getByTestId('log-count')).toHaveText(/^[1-9]\d? entr/)
})

test('a recording is renamed, outlives a restart, and is deleted', async ({ app }) => {
  await choose(app.page, keba)
  await dialog(app.page).getByRole('textbox', { name: 'Name of the recording' }).fill('Garage')
  await dialog(app.page).getByRole('button', { name: 'Open', exact: true }).click()
  await dialog(app.page).getByRole('button', { name: 'Close', exact: true }).last().click()
  await app.page.getByRole('button', { name: 'More of Garage' }).click()
  await app.page.getByRole('menuitem', { name: 'Rename' }).click()
  await app.page.getByRole('textbox', { name: 'Name' }).fill('Basement')
  await app.page.getByRole('button', { name: 'Rename', exact: true }).click()
  await expect(app.page.getByRole('link', { name: 'Basement' })).toBeVisible()

  await app.restart()
  const { page } = app
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Recordings' }).click()
  await page.getByRole('link', { name: 'Basement' }).click()
  await expect(banner(page)).toContainText('Basement')
  await expect(page.getByTestId('log-count')).not.toHaveText('0 entries')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Recordings' }).click()
  await page.getByRole('button', { name: 'More of Basement' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByRole('heading', { name: "Open somebody's log" })).toBeVisible()
})

test('what a file leaves open is asked before it is read, and what is no message is shown', async ({ app }) => {
  const { page } = app
  await choose(page, join(fixtures, 'logs/bare-frames/frames.txt'))
  await expect(dialog(page).getByRole('button', { name: 'Open', exact: true })).toBeDisabled()
  await dialog(page).getByRole('combobox', { name: 'Identity of the charger' }).fill('BARE-1')
  await dialog(page).getByRole('button', { name: 'Open', exact: true }).click()
  await expect(dialog(page).getByRole('table', { name: 'What could not be read' })).toContainText('line')
  await dialog(page).getByRole('button', { name: 'Show it' }).click()
  await expect(page.getByRole('heading', { name: 'BARE-1' })).toBeVisible()

  await choose(page, join(fixtures, 'logs/csv/unclear.csv'))
  await expect(dialog(page).getByText('What is in which column?')).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Open', exact: true })).toBeDisabled()
  await dialog(page).getByRole('combobox', { name: 'Charger', exact: true }).click()
  await page.getByRole('option', { name: 'b', exact: true }).click()
  await dialog(page).getByRole('button', { name: 'Open', exact: true }).click()
  await dialog(page).getByRole('button', { name: 'Show it' }).click()
  await expect(page.getByRole('heading', { name: 'X1' })).toBeVisible()
})

const at = (second: number) => new Date(Date.UTC(2026, 4, 1, 12, 0, second)).toISOString()
const line = (timestamp: string, direction: 'in' | 'out', message: unknown[]) =>
  JSON.stringify({ timestamp, chargePointId: 'MERGE-1', direction, message })
const logFile = (name: string, lines: string[]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n')) })

test("the charger's and the backend's log are opened together and merged, and each row says which log has it", async ({ app }) => {
  const { page } = app
  const beat = (id: string): unknown[] => [2, `beat-${id}`, 'Heartbeat', {}]
  await choose(page, [
    logFile('backend.jsonl', [line(at(10), 'in', beat('1')), line(at(20), 'in', beat('2'))]),
    // Its clock is 7 s ahead, and one of its messages never arrived.
    logFile('charger.jsonl', [line(at(17), 'in', beat('1')), line(at(22), 'in', beat('lost')), line(at(27), 'in', beat('2'))]),
  ])
  await page.getByRole('button', { name: 'A recording of each' }).click()
  await expect(page.getByRole('dialog', { name: '2 of 2 logs were opened' })).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).last().click()

  await page.getByRole('button', { name: 'Merge two logs' }).click()
  const merging = page.getByRole('dialog', { name: 'Merge two logs of one incident' })
  await merging.getByRole('combobox', { name: 'Log whose times are kept' }).click()
  await page.getByRole('option', { name: /^backend/ }).click()
  await expect(merging.getByRole('combobox', { name: 'Log that is put in' })).toHaveValue(/^charger/)
  await merging.getByRole('button', { name: 'Merge', exact: true }).click()
  await merging.getByRole('button', { name: 'Show it' }).click()

  await expect(page.getByTestId('merged-line')).toContainText('Clock of charger 7.000 s ahead of that of backend')
  await expect(page.getByTestId('merged-line')).toContainText('2 entries in both')
  await page.getByTestId('merged-line').getByRole('link', { name: '1 only in charger' }).click()
  await expect(page.getByTestId('log-count')).toHaveText('1 entry')
  const row = page.getByRole('region', { name: 'Log' }).getByRole('row').filter({ hasText: 'Heartbeat' })
  await expect(row).toContainText('charger')
  await row.dblclick()
  await expect(page.getByTestId('entry-origin')).toContainText(/Only in charger\s*at 2026-05-01/)
})

test('a file that is no log is refused by a sentence', async ({ app }) => {
  const { page } = app
  await choose(page, join(fixtures, 'logs/archives/bomb.zip'))
  await expect(dialog(page).getByRole('alert')).toContainText('times its size')
  await dialog(page).getByRole('button', { name: 'Close', exact: true }).last().click()
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByRole('heading', { name: "Open somebody's log" })).toBeVisible()
})
