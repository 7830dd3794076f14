import { readFile } from 'node:fs/promises'
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
    .locator('canvas[data-draw-ms]')
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
  const lanes = (await plot(page).locator('canvas[data-draw-ms]').boundingBox())!
  const track = (await page.getByTestId('track-powerW').locator('svg').first().boundingBox())!
  expect([track.x, track.width]).toEqual([lanes.x, lanes.width])
  await charger.close()
})

test('shows who paused and what was commanded, sums the session up, and is saved as a picture', async ({ app }) => {
  test.skip(app.api === null || app.host === 'standin', 'The stand-in has no REST API and cannot take downloads')
  const charger = await chargerAtWork(app)
  const { page, api } = app
  charger.answer('SetChargingProfile', () => ({ status: 'Accepted' }))
  const csChargingProfiles = {
    chargingProfileId: 1,
    stackLevel: 0,
    chargingProfilePurpose: 'TxDefaultProfile',
    chargingProfileKind: 'Absolute',
    chargingSchedule: { chargingRateUnit: 'W', chargingSchedulePeriod: [{ startPeriod: 0, limit: 4_200 }] },
  }
  const sent = await fetch(`${api!.base}/chargers/GARAGE-07/calls/SetChargingProfile`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api!.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ payload: { connectorId: 1, csChargingProfiles } }),
  })
  expect(await sent.json()).toMatchObject({ outcome: 'result' })
  await charger.call('Heartbeat', {})
  await expect(page.getByRole('button', { name: 'Paused by, connector 1' })).toBeVisible()
  await expect(page.getByTestId('reading-powerW')).toContainText('limit 4.2\u00A0kW', { timeout: 15_000 })
  await expect(page.getByTestId('limit-lines').locator('line')).toHaveCount(1)

  await page.getByRole('button', { name: 'Totals' }).click()
  const totals = page.getByTestId('timeline-totals')
  await expect(totals).toContainText('Suspended by the car')
  await totals.getByRole('row', { name: /ANNA/ }).getByRole('button').click()
  await expect.poll(() => page.url()).toMatch(/session=\d+/)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Save as a picture' }).click()
  const png = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: /^PNG/ }).click()
  expect((await png).suggestedFilename()).toMatch(/^GARAGE-07-timeline-\d{8}-\d{6}\.png$/)
  const bytes = await readFile(await (await png).path())
  expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
  await page.getByRole('button', { name: 'Save as a picture' }).click()
  const svg = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: /^SVG/ }).click()
  const drawing = await readFile(await (await svg).path(), 'utf8')
  for (const text of ['GARAGE-07', 'Paused by', 'Power 1', 'limit that was commanded']) expect(drawing).toContain(text)
  await charger.close()
})

test('shows how the clock of the charger ran', async ({ app }) => {
  const charger = await connectCharger(app.ocppUrl, 'GARAGE-07')
  await charger.call('BootNotification', boot)
  const { page } = app
  await page
    .getByRole('link', { name: /GARAGE-07/ })
    .first()
    .click()
  // Times tell of the clock once what was queued has had time to come.
  const ahead = (ms: number) => ({ ...status(1, 'Available'), timestamp: new Date(Date.now() + ms).toISOString() })
  const clock = page.getByRole('button', { name: /^clock/ })
  await expect(async () => {
    await charger.call('StatusNotification', ahead(90_000))
    await expect(clock).toContainText('clock +1 min', { timeout: 1_000 })
  }).toPass()
  await clock.click()
  const course = page.getByTestId('clock-course')
  await expect(course.getByRole('img', { name: /^From \+90 s/ })).toBeVisible()
  await expect(course).toContainText('above zero the charger is ahead')
  await charger.close()
})
