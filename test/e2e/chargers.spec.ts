import type { Page } from 'playwright/test'
import { boot, connectCharger, status, type TestCharger } from '../support/charger.ts'
import { expect, test } from './support/app.ts'

const remoteActions = (page: Page) => page.getByRole('toolbar', { name: 'Remote actions' })
const button = (page: Page, name: string) => remoteActions(page).getByRole('button', { name })
const dialog = (page: Page) => page.getByRole('dialog')
const connector = (page: Page, id: number) => page.getByRole('region', { name: `Connector ${id}`, exact: true })
const taken = (page: Page) => page.getByRole('complementary', { name: 'Actions taken' })
const goTo = (page: Page, link: string) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: link }).click()

/** Opens the command palette, types, and takes the first thing found. */
async function command(page: Page, text: string): Promise<void> {
  const search = page.getByPlaceholder('Go to a charger, do something…')
  await page.keyboard.press('Control+k')
  await expect(search).toBeFocused()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await expect(search).toBeHidden()
}

async function startedCharger(ocppUrl: string, identity: string): Promise<TestCharger> {
  const charger = await connectCharger(ocppUrl, identity)
  await charger.call('BootNotification', boot)
  await charger.call('StatusNotification', status(1, 'Available'))
  await charger.call('StatusNotification', status(2, 'Available'))
  return charger
}

/** Runs a session at connector 1, as after a card at the reader. */
async function chargeAt(charger: TestCharger, idTag = 'TAG-1'): Promise<number> {
  const timestamp = new Date().toISOString()
  const { transactionId } = await charger.call('StartTransaction', { connectorId: 1, idTag, meterStart: 0, timestamp })
  await charger.call('StatusNotification', status(1, 'Charging'))
  return Number(transactionId)
}

test('shows a charger that connects: what it is, and what each connector does', async ({ app }) => {
  const { page } = app
  const charger = await startedCharger(app.ocppUrl, 'GARAGE-07')
  await charger.call('StatusNotification', { ...status(2, 'Faulted', 'GroundFailure'), info: 'Relay 3' })

  const row = page.getByRole('row', { name: /GARAGE-07/ })
  await expect(row).toContainText('Vendor X1')
  await expect(row).toContainText('connected')
  await expect(row).toContainText('Faulted')

  await row.getByRole('link', { name: 'GARAGE-07', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'GARAGE-07' })).toBeVisible()
  await expect(page.getByText('fw 3.2.1')).toBeVisible()
  await expect(connector(page, 1)).toContainText('Available')
  await expect(connector(page, 2)).toContainText('The earth-fault protection has tripped. “Relay 3” (GroundFailure)')

  await charger.close()
  await expect(page.getByText(/^lost .* ago$/).first()).toBeVisible()
  await expect(connector(page, 1)).toContainText('last known')
})

test('says why a remote action cannot be used, to the keyboard too', async ({ app }) => {
  const { page } = app
  const charger = await startedCharger(app.ocppUrl, 'GARAGE-07')
  await goTo(page, 'GARAGE-07')

  const stop = button(page, 'Stop charge')
  await expect(stop).toHaveAccessibleDescription('No session is running on this charger.')
  await button(page, 'Start charge').focus()
  await page.keyboard.press('Tab')
  await expect(stop).toBeFocused()
  await expect(page.getByRole('tooltip')).toHaveText('No session is running on this charger.')
  await page.keyboard.press('Enter')
  await expect(taken(page)).toBeHidden()

  await charger.close()
  await expect(button(page, 'Start charge')).toHaveAccessibleDescription(/^The charger is not connected\./)
})

test('starts a charge for a known user on chosen terms, and the session keeps them', async ({ app }) => {
  const { page } = app
  const charger = await startedCharger(app.ocppUrl, 'GARAGE-07')
  charger.answer('RemoteStartTransaction', () => {
    setTimeout(() => void chargeAt(charger, 'ANNA-01'), 50)
    return { status: 'Accepted' }
  })

  await goTo(page, 'Users & prices')
  await page.getByRole('button', { name: 'Add a user' }).click()
  await dialog(page).getByLabel('User ID').fill('ANNA-01')
  await dialog(page).getByLabel('Name').fill('Anna')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /ANNA-01/ })).toContainText('Accepted')

  await goTo(page, 'GARAGE-07')
  await button(page, 'Start charge').click()
  await dialog(page).getByRole('button', { name: 'Start charge' }).click()
  await expect(dialog(page)).toContainText('Type or pick the User ID who starts.')
  await dialog(page).getByLabel('User ID').fill('anna')
  await page.getByRole('option', { name: /ANNA-01/ }).click()
  await dialog(page).getByRole('combobox', { name: 'Payment method' }).click()
  await page.getByRole('option', { name: 'Invoice' }).click()
  await dialog(page).getByRole('combobox', { name: 'Price group' }).click()
  await page.getByRole('option', { name: 'Standard' }).click()
  await dialog(page).getByRole('button', { name: 'Start charge' }).click()

  await expect(taken(page).getByRole('region', { name: 'Start charge' })).toContainText('Done')
  await expect(connector(page, 1)).toContainText('ANNA-01')
  expect(charger.received.find(({ action }) => action === 'RemoteStartTransaction')?.params).toMatchObject({
    connectorId: 1,
    idTag: 'ANNA-01',
  })

  await goTo(page, 'Sessions')
  const session = page.getByRole('row', { name: /ANNA-01/ })
  await expect(session).toContainText('Open')
  await expect(session).toContainText('Invoice, Standard')
  await charger.close()
})

test('tells in words when the charger refuses to start', async ({ app }) => {
  const { page } = app
  const charger = await startedCharger(app.ocppUrl, 'GARAGE-07')
  charger.answer('RemoteStartTransaction', () => ({ status: 'Rejected' }))
  await goTo(page, 'GARAGE-07')
  await button(page, 'Start charge').click()
  await dialog(page).getByLabel('User ID').fill('SOMEBODY')
  await dialog(page).getByRole('button', { name: 'Start charge' }).click()
  const run = taken(page).getByRole('region', { name: 'Start charge' })
  await expect(run).toContainText('Refused')
  await expect(run).toContainText('Rejected')
  await charger.close()
})

test('force stop says before that the payment is taken away, and voids it even if the charger refuses', async ({ app }) => {
  const { page } = app
  const charger = await startedCharger(app.ocppUrl, 'GARAGE-07')
  const transactionId = await chargeAt(charger)
  charger.answer('RemoteStopTransaction', () => ({ status: 'Rejected' }))
  await goTo(page, 'GARAGE-07')
  await button(page, 'Force stop charging').click()
  await expect(dialog(page)).toContainText('The payment for this charge will be taken away')
  await expect(dialog(page)).toContainText(`RemoteStopTransaction for transaction ${transactionId}`)
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog(page)).toBeHidden()
  expect(charger.received.some(({ action }) => action === 'RemoteStopTransaction')).toBe(false)

  await button(page, 'Force stop charging').click()
  await dialog(page).getByRole('button', { name: 'Force stop, and take the payment away' }).click()
  await expect(taken(page).getByRole('region', { name: 'Force stop charging' })).toContainText('payment')
  await expect(button(page, 'Stop charge')).toHaveAccessibleDescription('No session is running on this charger.')
  expect(charger.received.find(({ action }) => action === 'RemoteStopTransaction')?.params).toEqual({ transactionId })

  await goTo(page, 'Sessions')
  await expect(page.getByRole('row', { name: /TAG-1/ })).toContainText('Voided')
  await charger.close()
})

test('reboots softly or hard, as chosen', async ({ app }) => {
  const { page } = app
  const charger = await startedCharger(app.ocppUrl, 'GARAGE-07')
  charger.answer('Reset', () => ({ status: 'Accepted' }))
  await goTo(page, 'GARAGE-07')
  await button(page, 'Reboot charge point').click()
  await dialog(page).getByRole('radio', { name: 'Hard' }).check()
  await dialog(page).getByRole('button', { name: 'Reboot' }).click()
  await expect.poll(() => charger.received).toContainEqual({ action: 'Reset', params: { type: 'Hard' } })
  await charger.close()
})

test('a check ends in a verdict that can be read, and leads to its own frames in the log', async ({ app }) => {
  const { page } = app
  const charger = await startedCharger(app.ocppUrl, 'GARAGE-07')
  charger.answer('GetConfiguration', () => ({ configurationKey: [], unknownKey: [] }))
  await goTo(page, 'GARAGE-07')
  await button(page, 'Run a check').click()
  const run = taken(page).getByRole('region', { name: 'Run a check' })
  await expect(run.getByTestId('verdict')).toContainText('Connector 1')
  await expect(run.getByTestId('verdict')).toContainText('3.2.1')
  await run.getByRole('link', { name: 'Show its frames in the log' }).click()
  await expect(page).toHaveURL(/run=/)
  await charger.close()
})

test('a virtual charger does what it is told, goes offline, comes back, and can be removed', async ({ app }) => {
  const { page } = app
  await page.getByRole('button', { name: 'Add a virtual charger' }).click()
  await dialog(page).getByLabel('Identity').fill('not an identity!')
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog(page)).toContainText('Up to 20 letters, digits, - and _.')
  await dialog(page).getByLabel('Identity').fill('BENCH-1')
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'BENCH-1' })).toBeVisible()

  const at = page.getByRole('group', { name: 'Virtual connector 1' })
  await at.getByRole('button', { name: 'Plug in a car' }).click()
  await expect(connector(page, 1)).toContainText('Preparing')
  await at.getByRole('button', { name: 'Start charging' }).click()
  await expect(connector(page, 1)).toContainText('Charging')
  await at.getByRole('button', { name: 'Car pauses' }).click()
  await expect(connector(page, 1)).toContainText('Suspended by the car')

  const virtual = page.getByRole('region', { name: 'Virtual charger' })
  await virtual.getByRole('button', { name: 'Go offline' }).click()
  await expect(connector(page, 1)).toContainText('last known')
  await virtual.getByRole('button', { name: 'Come back' }).click()
  await expect(connector(page, 1)).not.toContainText('last known')

  await virtual.getByRole('button', { name: 'Remove…' }).click()
  await page.getByRole('button', { name: 'Remove BENCH-1' }).click()
  await expect(page.getByRole('row', { name: /BENCH-1/ })).toContainText('lost')
})

test('what a charger calls itself is text, never markup', async ({ app }) => {
  const { page } = app
  const hostile = '<img src=x onerror=document.title="broken">'
  const charger = await connectCharger(app.ocppUrl, 'CP"><b>1')
  await charger.call('BootNotification', { chargePointVendor: '<b>bold</b>', chargePointModel: '<i>X</i>' })
  await charger.call('StatusNotification', { ...status(1, 'Faulted', 'OtherError'), info: hostile })
  await page.getByRole('row', { name: /CP">/ }).getByRole('link', { name: 'CP"><b>1', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'CP"><b>1' })).toBeVisible()
  await expect(page.getByText('<b>bold</b> <i>X</i>', { exact: false }).first()).toBeVisible()
  await expect(connector(page, 1)).toContainText(hostile)
  await expect(page).toHaveTitle('Chargebench')
  await charger.close()
})

test('everything has a keyboard way: the palette goes to a charger and uses its actions, and ? lists the keys', async ({ app }) => {
  const { page } = app
  const charger = await startedCharger(app.ocppUrl, 'GARAGE-07')
  await expect(page.getByRole('row', { name: /GARAGE-07/ })).toBeVisible()
  await page.keyboard.press('?')
  await expect(dialog(page)).toContainText('Command palette')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()

  await command(page, 'garage')
  await expect(page.getByRole('heading', { name: 'GARAGE-07' })).toBeVisible()
  await command(page, 'reboot')
  await expect(page.getByRole('dialog', { name: 'Reboot charge point: GARAGE-07' })).toBeVisible()
  await expect(dialog(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await command(page, '#/log?action=BootNotification')
  await expect(page).toHaveURL(/#\/log\?action=BootNotification$/)
  await expect(page.getByTestId('log-count')).toHaveText('2 entries')
  await charger.close()
})
