import type { Page } from 'playwright/test'
import { stateStyle } from '../../src/shared/domain/state.ts'
import { boot, connectCharger, meter, status, type TestCharger } from '../support/charger.ts'
import { type App, expect, test } from './support/app.ts'

const plot = (page: Page) => page.getByTestId('timeline-plot')
const sums = (page: Page) => page.getByTestId('timeline-durations').getByRole('listitem')
const reading = (page: Page) => page.getByTestId('timeline-reading')

/** Connects a charger that has gone through a few states, and opens its page. */
async function chargerAtWork(app: App): Promise<TestCharger> {
  const charger = await connectCharger(app.ocppUrl, 'GARAGE-07')
  await charger.call('BootNotification', boot)
  await charger.call('StatusNotification', status(1, 'Available'))
  await charger.call('StatusNotification', status(1, 'Preparing'))
  const started = await charger.call('StartTransaction', {
    connectorId: 1,
    idTag: 'ANNA',
    meterStart: 1_000,
    timestamp: new Date().toISOString(),
  })
  await charger.call('StatusNotification', status(1, 'Charging'))
  await charger.call('MeterValues', meter(1, started['transactionId'] as number, 1_500, 7_200))
  await charger.call('StatusNotification', status(1, 'SuspendedEV'))
  await app.page
    .getByRole('link', { name: /GARAGE-07/ })
    .first()
    .click()
  await expect(plot(app.page)).toBeVisible()
  return charger
}

/** How many pixels of the lanes have a colour, given in hex. */
async function pixelsOf(page: Page, hex: string): Promise<number> {
  return plot(page)
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement, colour) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      const [red, green, blue] = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16))
      let count = 0
      for (let i = 0; i < data.length; i += 4) {
        if (data[i] === red && data[i + 1] === green && data[i + 2] === blue && data[i + 3] === 255) count++
      }
      return count
    }, hex)
}

test('draws what the charger does, in the colours of its states, and goes on by itself', async ({ app }) => {
  const charger = await chargerAtWork(app)
  await expect.poll(() => pixelsOf(app.page, stateStyle.SuspendedEV.dark)).toBeGreaterThan(0)
  expect(await pixelsOf(app.page, stateStyle.Faulted.dark)).toBe(0)

  await charger.call('StatusNotification', status(1, 'Faulted', 'GroundFailure'))
  await expect.poll(() => pixelsOf(app.page, stateStyle.Faulted.dark)).toBeGreaterThan(20)
  await expect(sums(app.page).filter({ hasText: stateStyle.Faulted.label })).toBeVisible()

  await charger.close()
  await expect(sums(app.page).filter({ hasText: stateStyle.Disconnected.label })).toBeVisible()
})

test('walks over the segments by keyboard, reads them out, and opens the log where one begins', async ({ app }) => {
  const charger = await chargerAtWork(app)
  const { page } = app
  await page.keyboard.press('t')
  await expect(plot(page)).toBeFocused()
  await page.keyboard.press('n')
  await expect(reading(page)).toContainText('Connector 1: Suspended by the car (SuspendedEV, the car paused)')
  await page.keyboard.press('p')
  await expect(reading(page)).toContainText('Connector 1: Charging')
  await page.keyboard.press('ArrowUp')
  await expect(reading(page)).toContainText('Connection: Connected')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toMatch(/seq=\d+/)
  await charger.close()
})

test('stops following when it is panned away, and comes back to the live edge', async ({ app }) => {
  const charger = await chargerAtWork(app)
  const { page } = app
  const following = page.getByText('following', { exact: true })
  await expect(following).toBeVisible()
  const box = (await plot(page).boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + 60]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 150, y, { steps: 4 })
  await page.mouse.up()
  await expect(following).toBeHidden()
  await page.getByRole('button', { name: 'Back to live' }).click()
  await expect(following).toBeVisible()

  await page.mouse.move(x, y)
  await page.mouse.wheel(0, -400)
  await expect(following).toBeHidden()
  await plot(page).press('l')
  await expect(following).toBeVisible()
  await charger.close()
})

test('says what is under the pointer, and selects a stretch of time for the log', async ({ app }) => {
  const charger = await chargerAtWork(app)
  const { page } = app
  const box = (await plot(page).boundingBox())!
  // The live edge lies at 98 % of the width; what lasts there is the last state that was reported.
  await plot(page).press('0')
  await page.mouse.move(box.x + box.width * 0.978, box.y + 70)
  await expect(page.getByTestId('timeline-tooltip')).toContainText('SuspendedEV, the car paused')
  await expect(page.getByTestId('timeline-tooltip')).toContainText('now, it lasts')

  await page.keyboard.down('Shift')
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.5, box.y + 70, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect(page.getByTestId('timeline-selection')).toBeVisible()
  await expect.poll(() => page.url()).toMatch(/from=\d+&to=\d+/)
  await charger.close()
})

test('meter tracks have the lanes’ width, and read the value out', async ({ app }) => {
  const charger = await chargerAtWork(app)
  const { page } = app
  await expect(page.getByTestId('reading-powerW')).toContainText('7.2\u00A0kW')
  await page.getByRole('button', { name: 'Meter', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Energy' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('reading-energyWh')).toContainText('1.50\u00A0kWh')
  const lanes = (await plot(page).locator('canvas').boundingBox())!
  const track = (await page.getByTestId('track-powerW').locator('svg').first().boundingBox())!
  expect([track.x, track.width]).toEqual([lanes.x, lanes.width])
  await charger.close()
})
