/** Finding one's way in a log: from hit to hit, along a thread, over time, with bookmarks and differences. */
import { once } from 'node:events'
import type { Page } from 'playwright/test'
import { WebSocket } from 'ws'
import { expect, test } from './support/app.ts'

const log = (page: Page) => page.getByRole('region', { name: 'Log' })
const rows = (page: Page) => log(page).locator('[data-seq]')
const selected = (page: Page) => log(page).locator('[aria-selected=true]')
const detail = (page: Page) => log(page).getByRole('region', { name: 'Entry' })
const count = (page: Page) => log(page).getByTestId('log-count')
const hits = (page: Page) => log(page).getByTestId('hits')

const heartbeat = (id: number) => `[2,"h${id}","Heartbeat",{}]`
const status = (id: string, connectorId: number, state: string) =>
  `[2,"${id}","StatusNotification",{"connectorId":${connectorId},"status":"${state}","errorCode":"NoError"}]`

/** Says frames one after the other, each when the one before has been answered, and goes. */
async function say(url: string, identity: string, frames: string[]): Promise<void> {
  const socket = new WebSocket(`${url}${identity}`, ['ocpp1.6'])
  await once(socket, 'open')
  for (const frame of frames) {
    const answered = once(socket, 'message')
    socket.send(frame)
    await answered
  }
  socket.close(1000)
  await once(socket, 'close')
}

async function openLog(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Log' }).click()
  await expect(log(page)).toBeVisible()
}

test('finds a text among all rows, goes from hit to hit, and shows only them when asked to', async ({ app }) => {
  const { page } = app
  const quiet = (from: number) => Array.from({ length: 30 }, (_none, each) => heartbeat(from + each))
  const frames = [status('s1', 1, 'SuspendedEV'), ...quiet(0), status('s2', 2, 'SuspendedEV'), ...quiet(100), status('s3', 1, 'Charging')]
  await say(app.ocppUrl, 'GARAGE-07', frames)
  await openLog(page)
  await expect(count(page)).toHaveText('128 entries')

  await page.keyboard.press('Control+f')
  await page.keyboard.type('suspendedev')
  await expect(hits(page)).toHaveText('1 of 3')
  await expect(selected(page).locator('mark')).toHaveText('SuspendedEV')
  await expect(selected(page)).toContainText('SuspendedEV → Charging')
  await expect(log(page).getByTestId('hit-marks')).toHaveAttribute('data-marks', /^[1-9]/)
  await page.keyboard.press('Enter')
  await expect(hits(page)).toHaveText('2 of 3')
  await expect(selected(page)).toContainText('Connector 2: SuspendedEV')
  await expect(selected(page)).toBeInViewport()
  await page.keyboard.press('Shift+Enter')
  await expect(hits(page)).toHaveText('1 of 3')
  await expect(count(page)).toHaveText('128 entries')

  // What comes in is counted on top.
  await say(app.ocppUrl, 'DEPOT-2', [status('s4', 1, 'SuspendedEV')])
  await expect(hits(page)).toHaveText('2 of 4')

  // A hit that is only in the message is shown in the row, and marked in the indented text.
  await page.keyboard.press('Control+f')
  await page.keyboard.type('"connectorId":2')
  await expect(hits(page)).toHaveText('1 of 1')
  await expect(selected(page).getByTestId('hit-in-message')).toContainText('{"connectorId":2')
  await log(page).getByRole('button', { name: 'Filter', exact: true }).click()
  await expect(count(page)).toHaveText('1 entry')
  await page.keyboard.press('Escape')
})

test('follows a thread from a row and comes back, with what is frequent hidden by a key', async ({ app }) => {
  const { page } = app
  await say(app.ocppUrl, 'GARAGE-07', [heartbeat(1), status('s1', 1, 'Preparing'), status('s2', 2, 'Available')])
  await say(app.ocppUrl, 'DEPOT-2', [heartbeat(2), status('s1', 1, 'Available')])
  await openLog(page)
  await expect(count(page)).toHaveText('14 entries')
  await page.keyboard.press('h')
  await expect(count(page)).toHaveText('10 entries')
  await log(page).getByRole('button', { name: 'Remove: Without Heartbeat' }).click()
  await expect(count(page)).toHaveText('14 entries')

  const row = rows(page).filter({ hasText: 'Connector 1: Preparing' })
  await row.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'This message and its answer' }).click()
  await expect(count(page)).toHaveText('2 entries')
  await expect(selected(page)).toContainText('Connector 1: Preparing')
  await page.goBack()
  await expect(count(page)).toHaveText('14 entries')
  await row.click()
  await detail(page).getByRole('button', { name: 'Show only: connection 1', exact: true }).click()
  await expect(count(page)).toHaveText('8 entries')
  await expect(page).toHaveURL(/connection=1/)
  await page.goBack()
  await detail(page).getByRole('button', { name: 'Show only: connector 1', exact: true }).click()
  await expect(count(page)).toHaveText('2 entries')
})

test('keeps bookmarks with notes, measures time between rows, and keeps a filter under a name', async ({ app }) => {
  const { page } = app
  await say(app.ocppUrl, 'GARAGE-07', [status('s1', 1, 'Charging'), status('s2', 1, 'SuspendedEV'), heartbeat(1)])
  await openLog(page)
  await rows(page).filter({ hasText: 'the car paused' }).click()
  await page.keyboard.press('b')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('Ask the driver')
  await page.keyboard.press('Enter')
  await expect(selected(page).getByRole('img', { name: 'Bookmark' })).toBeVisible()
  await expect(detail(page)).toContainText('Ask the driver')

  await page.keyboard.press('r')
  await page.keyboard.press('k')
  await expect(log(page).getByTestId('difference')).toContainText(/\+\d+\.\d{3} s/)
  await page.keyboard.press('Shift+R')
  await page.keyboard.press('Shift+R')
  await expect(rows(page).filter({ hasText: 'the car paused' })).toContainText('+0.000 s')
  await page.keyboard.press('Shift+R')

  await page.keyboard.press('Escape')
  await log(page).getByRole('button', { name: 'State', exact: true }).click()
  await log(page).getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Saved' }).click()
  await page.getByLabel('Name for this filter').fill('Only states')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Only states', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')

  await app.restart()
  await openLog(app.page)
  await log(app.page).getByRole('button', { name: 'More', exact: true }).click()
  await app.page.getByRole('button', { name: 'Saved' }).click()
  await app.page.getByRole('button', { name: 'Only states', exact: true }).click()
  await expect(count(app.page)).toHaveText('6 entries')
  await log(app.page).getByRole('button', { name: 'Bookmarks, 1' }).click()
  await app.page.getByRole('button', { name: /Ask the driver/ }).click()
  await expect(selected(app.page)).toContainText('the car paused')
})

test('narrows the log down to a stretch of time on the chart, with keys alone', async ({ app }) => {
  const { page } = app
  await say(app.ocppUrl, 'GARAGE-07', [status('s1', 1, 'Available'), heartbeat(1)])
  await openLog(page)
  const chart = log(page).getByTestId('log-histogram')
  await expect(chart).not.toHaveAttribute('aria-valuemax', '0')
  await chart.focus()
  await page.keyboard.press('Home')
  await expect(chart).toHaveAttribute('aria-valuetext', /1 Connection/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/from=.*to=/)
  await expect(rows(page).filter({ hasText: 'Connected' })).toBeVisible()
  await expect(rows(page).filter({ hasText: 'Disconnected' })).toHaveCount(0)
  await log(page).getByRole('button', { name: 'All times' }).click()
  await expect(count(page)).toHaveText('6 entries')
})
