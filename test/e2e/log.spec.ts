/** The log as a support engineer uses it: finding an entry among many, reading it in full, and following what happens. */
import { once } from 'node:events'
import type { Page } from 'playwright/test'
import { WebSocket } from 'ws'
import { expect, test } from './support/app.ts'

const log = (page: Page) => page.getByRole('region', { name: 'Log' })
const rows = (page: Page) => log(page).locator('[data-seq]')
const detail = (page: Page) => log(page).getByRole('region', { name: 'Entry' })
const count = (page: Page) => log(page).getByTestId('log-count')

async function openLog(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Log' }).click()
  await expect(log(page)).toBeVisible()
}

/** A charger that may say anything: frames go out as they are given, and each answer is awaited. */
async function connectRaw(url: string, identity: string) {
  const socket = new WebSocket(`${url}${identity}`, ['ocpp1.6'])
  await once(socket, 'open')
  return {
    say: async (...frames: string[]) => {
      for (const frame of frames) {
        const answered = once(socket, 'message')
        socket.send(frame)
        await answered
      }
    },
    /** Says something that gets no answer. */
    mutter: (frame: string) => socket.send(frame),
    close: async () => {
      socket.close(1000)
      await once(socket, 'close')
    },
  }
}

const heartbeat = (id: number | string) => `[2,"${id}","Heartbeat",{}]`
const status = (id: string, state: string) => `[2,"${id}","StatusNotification",{"connectorId":1,"status":"${state}","errorCode":"NoError"}]`

test('says in plain words what a charger said, and opens a row to every byte of it', async ({ app }) => {
  const { page } = app
  const charger = await connectRaw(app.ocppUrl, 'GARAGE-07')
  await charger.say(status('1', 'Charging'), status('2', 'SuspendedEV'), heartbeat(3))
  await charger.close()
  await openLog(page)

  await expect(rows(page).first()).toContainText('Disconnect')
  await expect(rows(page).first()).toHaveAttribute('data-category', 'connection')
  await expect(rows(page).last()).toContainText('Connect')
  await rows(page).filter({ hasText: 'the car paused' }).click()
  await expect(detail(page).getByLabel('Message as JSON').first()).toContainText('"status": "SuspendedEV"')
  await detail(page).getByText('Raw', { exact: true }).first().click()
  await expect(detail(page).getByLabel('Raw text')).toHaveText(status('2', 'SuspendedEV'))

  await detail(page).getByRole('button', { name: 'Go to the answer' }).click()
  await expect(log(page).locator('[aria-selected=true]')).toContainText('answer')
  await expect(detail(page)).toContainText('after its request')
  await page.keyboard.press('Escape')
  await expect(detail(page)).toBeHidden()
})

test('keeps the filter in the address, so that a link shows the same rows', async ({ app }) => {
  const { page } = app
  const charger = await connectRaw(app.ocppUrl, 'GARAGE-07')
  await charger.say(status('1', 'Available'), heartbeat(2), '[2,"3","Authorize",{"idTag":"ANNA"}]')
  await openLog(page)
  await expect(count(page)).toHaveText('7 entries')

  await log(page).getByRole('button', { name: 'Security', exact: true }).click()
  await expect(count(page)).toHaveText('2 entries')
  await log(page).getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'From the charger', exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(count(page)).toHaveText('1 entry')
  await expect(rows(page)).toContainText('ANNA')
  await expect(page).toHaveURL(/category=security/)

  await page.goBack()
  await page.goForward()
  await expect(count(page)).toHaveText('1 entry')
  await log(page).getByRole('button', { name: 'Clear filters' }).click()
  await expect(count(page)).toHaveText('7 entries')

  await page.keyboard.press('/')
  await page.keyboard.type('no such thing')
  await expect(log(page).getByText('No entry matches the filter')).toBeVisible()
  await log(page).getByRole('button', { name: 'Remove: Contains “no such thing”' }).click()
  await expect(count(page)).toHaveText('7 entries')
  await charger.close()
})

test('follows what happens, stops for somebody who reads, and comes back', async ({ app }) => {
  const { page } = app
  const charger = await connectRaw(app.ocppUrl, 'GARAGE-07')
  for (let each = 0; each < 40; each += 1) await charger.say(heartbeat(each))
  await openLog(page)
  const follow = log(page).getByRole('button', { name: 'Following' })
  await follow.click()
  await expect(follow).toHaveAttribute('aria-pressed', 'true')
  await charger.say(status('a', 'Preparing'))
  await expect(rows(page).filter({ hasText: 'Preparing' })).toBeInViewport()
  for (const height of [700, 760, 820]) {
    await page.setViewportSize({ width: 1280, height })
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    await expect(follow).toHaveAttribute('aria-pressed', 'true')
    await expect(rows(page).filter({ hasText: 'Preparing' })).toBeInViewport()
  }

  await rows(page).last().hover()
  await page.mouse.wheel(0, -400)
  await expect(log(page).getByRole('button', { name: 'Paused' })).toBeVisible()
  await charger.say(status('b', 'Charging'), heartbeat('c'))
  const newer = log(page).getByRole('button', { name: '4 new' })
  await expect(newer).toBeVisible()
  await newer.click()
  await expect(rows(page).filter({ hasText: 'Preparing → Charging' })).toBeInViewport()
  await expect(follow).toHaveAttribute('aria-pressed', 'true')
  await charger.close()
})

test('is used with the keyboard alone', async ({ app }) => {
  const { page } = app
  const charger = await connectRaw(app.ocppUrl, 'GARAGE-07')
  await charger.say(heartbeat(1), status('2', 'Available'))
  await openLog(page)
  await expect(rows(page)).toHaveCount(5)
  const selected = log(page).locator('[aria-selected=true]')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(selected).toContainText('Connector 1: Available')
  await page.keyboard.press('ArrowUp')
  await expect(selected).toContainText('answer')
  await page.keyboard.press('Enter')
  await expect(detail(page)).toContainText('Request')
  await page.keyboard.press('k')
  await page.keyboard.press('G')
  await page.keyboard.press('Enter')
  await expect(detail(page)).toBeHidden()
  await page.keyboard.press('e')
  await expect(page.getByRole('dialog')).toContainText('Export the log')
  await charger.close()
})

test('treats what a charger writes as text: markup is shown, control characters are seen, secrets are masked', async ({ app }) => {
  const { page } = app
  const charger = await connectRaw(app.ocppUrl, 'GARAGE-07')
  const hostile = '<img src=x onerror=alert(1)>'
  charger.mutter('[3,"nobody",{"configurationKey":[{"key":"AuthorizationKey","readonly":false,"value":"hunter2hunter2"}]}]')
  await charger.say(`[2,"1","DataTransfer",{"vendorId":"V","data":"${hostile}\\u0007"}]`, '[2,"2",,]')
  await openLog(page)

  await rows(page).filter({ hasText: 'DataTransfer' }).last().click()
  await expect(detail(page).getByLabel('Message as JSON').first()).toContainText(hostile)
  expect(await page.locator('img[src=x]').count()).toBe(0)

  await rows(page).filter({ hasText: 'Unreadable frame' }).click()
  await expect(detail(page).getByLabel('Raw text').first()).toHaveText('[2,"2",,]')
  await expect(detail(page).getByLabel('What is unusual')).toContainText('not valid JSON')

  await page.keyboard.press('/')
  await page.keyboard.type('configurationKey')
  await expect(count(page)).toHaveText('1 entry')
  await rows(page).click()
  const shown = detail(page).getByLabel('Message as JSON')
  await expect(shown).toContainText('"AuthorizationKey"')
  await expect(shown).not.toContainText('hunter2')
  await detail(page).getByRole('button', { name: 'Show secrets' }).click()
  await expect(shown).toContainText('hunter2hunter2')
  await charger.close()
})

test('reaches both ends of a long log, and keeps only a part of it in the page', async ({ app }) => {
  const { page } = app
  const charger = await connectRaw(app.ocppUrl, 'GARAGE-07')
  await charger.say(status('first', 'Available'))
  await Promise.all(Array.from({ length: 3 }, async () => charger.say(...Array.from({ length: 500 }, (_, id) => heartbeat(id)))))
  await charger.say(status('last', 'Unavailable'))
  await openLog(page)
  await expect(rows(page).filter({ hasText: 'Available → Unavailable' })).toBeInViewport()
  await page.keyboard.press('G')
  await expect(rows(page).last()).toContainText('Connected')
  await expect(rows(page).last()).toBeInViewport()
  expect(await rows(page).count()).toBeLessThan(100)
  await page.keyboard.press('g')
  await expect(rows(page).filter({ hasText: 'Available → Unavailable' })).toBeInViewport()
  await charger.close()
})
