import type { Page } from 'playwright/test'
import { connectCharger } from '../support/charger.ts'
import { boot2, reading, status2, transaction } from '../support/charger2.ts'
import { expect, test } from './support/app.ts'

const remoteActions = (page: Page) => page.getByRole('toolbar', { name: 'Remote actions' })
const dialog = (page: Page) => page.getByRole('dialog')
const id = 'GARAGE-20'

test('a charger of 2.0.1 is started and stopped from the same buttons, and its connector shows the same states', async ({ app }) => {
  const { page } = app
  const charger = await connectCharger(app.ocppUrl, id, ['ocpp2.0.1'])
  charger.answer('RequestStartTransaction', () => ({ status: 'Accepted' }))
  charger.answer('RequestStopTransaction', () => ({ status: 'Accepted' }))
  await charger.call('BootNotification', boot2)
  await charger.call('StatusNotification', status2(1, 'Occupied'))
  await page
    .getByRole('row', { name: new RegExp(id) })
    .getByRole('link')
    .click()
  const connector = page.getByRole('region', { name: 'Connector 1', exact: true })
  await expect(connector).toContainText('Preparing')

  await remoteActions(page).getByRole('button', { name: 'Start charge' }).click()
  await dialog(page).getByRole('combobox', { name: 'User ID' }).fill('TAG-1')
  await dialog(page).getByRole('button', { name: 'Start charge' }).click()
  await expect.poll(() => charger.received.map(({ action }) => action)).toEqual(['RequestStartTransaction'])
  const { remoteStartId } = charger.received[0]?.params ?? {}
  const event = transaction('T-1')
  const say = (...what: Parameters<typeof event>) => charger.call('TransactionEvent', event(...what))
  await say('Started', 'RemoteStart', { chargingState: 'Charging', remoteStartId }, reading(0, 0))
  await say('Updated', 'MeterValuePeriodic', { chargingState: 'Charging' }, reading(1_500, 11_000))
  await expect(connector).toContainText('Charging')
  await expect(connector).toContainText('TAG-1')
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/charging.png`, fullPage: true })

  await remoteActions(page).getByRole('button', { name: 'Stop charge', exact: true }).click()
  await expect.poll(() => charger.received.at(-1)).toEqual({ action: 'RequestStopTransaction', params: { transactionId: 'T-1' } })
  await say('Ended', 'RemoteStop', { stoppedReason: 'Remote' }, reading(2_000, 0))
  await expect(connector).toContainText('Finishing')
  await charger.close()
})

test('the versions that may be spoken with a charger are chosen on its page, and count when it next connects', async ({ app }) => {
  const { page } = app
  const before = await connectCharger(app.ocppUrl, id, ['ocpp1.6', 'ocpp2.0.1'])
  expect(before.client.protocol).toBe('ocpp2.0.1')
  await page
    .getByRole('row', { name: new RegExp(id) })
    .getByRole('link')
    .click()
  await page.getByRole('button', { name: 'Details' }).click()
  const settings = page.getByRole('region', { name: 'Charger settings' })
  for (const version of ['OCPP 2.0.1', 'OCPP 2.1']) {
    await settings.getByRole('checkbox', { name: version }).click()
    await expect(settings.getByRole('checkbox', { name: version })).not.toBeChecked()
  }
  await expect(settings.getByRole('checkbox', { name: 'OCPP 1.6J' })).toBeDisabled()
  await settings.scrollIntoViewIfNeeded()
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/versions.png` })
  await before.close()
  const after = await connectCharger(app.ocppUrl, id, ['ocpp1.6', 'ocpp2.0.1'])
  expect(after.client.protocol).toBe('ocpp1.6')
  await after.close()
})
