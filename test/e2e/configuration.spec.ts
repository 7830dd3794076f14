import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { boot, connectCharger, type TestCharger } from '../support/charger.ts'
import { expect, test } from './support/app.ts'

const row = (page: Page, key: string) => page.getByRole('table', { name: 'Settings' }).getByRole('row', { name: key, exact: true })
const snapshots = (page: Page) => page.getByRole('complementary', { name: 'Snapshots' })
const dialog = (page: Page) => page.getByRole('dialog')

/** A charger that holds settings, some read-only, one a vendor's own that needs a reboot. */
async function chargerWith(ocppUrl: string, identity: string, settings: Map<string, string>): Promise<TestCharger> {
  const charger = await connectCharger(ocppUrl, identity)
  const readonly = (key: string) => key === 'NumberOfConnectors'
  charger.answer('GetConfiguration', ({ key }) => {
    const wanted = (key as string[] | undefined) ?? [...settings.keys()]
    const known = wanted.filter((each) => settings.has(each))
    return { configurationKey: known.map((each) => ({ key: each, readonly: readonly(each), value: settings.get(each) ?? '' })) }
  })
  charger.answer('ChangeConfiguration', ({ key, value }) => {
    if (readonly(String(key)) || value === '0') return { status: 'Rejected' }
    settings.set(String(key), String(value))
    return { status: key === 'AcmeMode' ? 'RebootRequired' : 'Accepted' }
  })
  charger.answer('Reset', () => ({ status: 'Accepted' }))
  await charger.call('BootNotification', boot)
  return charger
}

const usual = () =>
  new Map([
    ['HeartbeatInterval', '300'],
    ['NumberOfConnectors', '2'],
    ['LocalPreAuthorize', 'false'],
    ['AuthorizationKey', 'hunter2-hunter2-'],
    ['AcmeMode', 'eco'],
  ])

async function open(page: Page, identity: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: identity }).click()
  await page.getByRole('link', { name: 'Configuration' }).click()
  await expect(page.getByRole('heading', { name: 'Configuration' })).toBeVisible()
}

test('shows every setting with what it means, and finds them by words and by kind', async ({ app }) => {
  const { page } = app
  const charger = await chargerWith(app.ocppUrl, 'GARAGE-07', usual())
  await open(page, 'GARAGE-07')
  await expect(row(page, 'HeartbeatInterval')).toContainText('300 s')
  await expect(row(page, 'HeartbeatInterval')).toContainText('before it sends a Heartbeat')
  await expect(row(page, 'NumberOfConnectors')).toContainText('read-only')
  await expect(row(page, 'AcmeMode')).toContainText('vendor’s own')
  await expect(row(page, 'AuthorizationKey')).toContainText('••••')
  await expect(page.getByText('hunter2')).toHaveCount(0)

  await page.keyboard.press('/')
  await page.keyboard.type('heartbeat silent')
  await expect(page.getByText('1 of 5 settings')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Vendor’s own' }).click()
  await expect(row(page, 'AcmeMode')).toBeVisible()
  await expect(row(page, 'HeartbeatInterval')).toBeHidden()

  await charger.close()
  await expect(page.getByText('nothing can be changed now')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change AcmeMode' })).toHaveAttribute('aria-disabled', 'true')
})

test('changes a setting in place by keyboard, warns of what is odd, and tells the charger’s answer', async ({ app }) => {
  const { page } = app
  const settings = usual()
  const charger = await chargerWith(app.ocppUrl, 'GARAGE-07', settings)
  await open(page, 'GARAGE-07')
  await page.getByRole('button', { name: 'Change HeartbeatInterval' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('1 min')
  await expect(row(page, 'HeartbeatInterval')).toContainText('whole number')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Change HeartbeatInterval' })).toBeVisible()

  await page.getByRole('button', { name: 'Change HeartbeatInterval' }).press('Enter')
  await page.getByLabel('New value of HeartbeatInterval').fill('60')
  await page.keyboard.press('Enter')
  await expect(row(page, 'HeartbeatInterval')).toContainText('took the value (Accepted)')
  await expect(row(page, 'HeartbeatInterval')).toContainText('60 s')
  expect(settings.get('HeartbeatInterval')).toBe('60')

  await page.getByRole('button', { name: 'Change LocalPreAuthorize' }).click()
  await page.getByRole('combobox', { name: 'New value of LocalPreAuthorize' }).fill('0')
  await row(page, 'LocalPreAuthorize').getByRole('button', { name: 'Send' }).click()
  await expect(row(page, 'LocalPreAuthorize')).toContainText('refuses the value (Rejected)')

  await row(page, 'HeartbeatInterval').getByRole('link', { name: 'Show its frames in the log' }).click()
  await expect(page.getByText('Configuration: change a setting').first()).toBeVisible()
  await charger.close()
})

test('sets a secret without showing it, and offers the reboot that a setting needs', async ({ app }) => {
  const { page } = app
  const settings = usual()
  const charger = await chargerWith(app.ocppUrl, 'GARAGE-07', settings)
  await open(page, 'GARAGE-07')
  await page.getByRole('button', { name: 'Change AuthorizationKey' }).click()
  await page.getByLabel('New value of AuthorizationKey').fill('another-secret-16')
  await page.keyboard.press('Enter')
  await expect(row(page, 'AuthorizationKey')).toContainText('took the value')
  await expect(page.getByText('another-secret')).toHaveCount(0)
  expect(settings.get('AuthorizationKey')).toBe('another-secret-16')

  await page.getByRole('button', { name: 'Change AcmeMode' }).click()
  await page.getByLabel('New value of AcmeMode').fill('boost')
  await page.keyboard.press('Enter')
  await expect(page.getByText('AcmeMode works only after a reboot')).toBeVisible()
  await page.getByRole('button', { name: 'Reboot…' }).click()
  await dialog(page).getByRole('button', { name: 'Reboot', exact: true }).click()
  await expect(dialog(page)).toBeHidden()
  expect(charger.received.at(-1)?.action).toBe('Reset')
  await charger.call('BootNotification', boot)
  await expect(page.getByText('AcmeMode works only after a reboot')).toBeHidden()
  await charger.close()
})

test('keeps a snapshot, compares it, and restores it as a reviewed list of changes', async ({ app }) => {
  const { page } = app
  const settings = usual()
  const charger = await chargerWith(app.ocppUrl, 'GARAGE-07', settings)
  await open(page, 'GARAGE-07')
  await page.getByLabel('Name of the snapshot').fill('Before update')
  await page.keyboard.press('Enter')
  const kept = snapshots(page).getByRole('listitem', { name: 'Before update' })
  await expect(kept).toContainText('5 settings')
  settings.set('HeartbeatInterval', '1')
  settings.set('AcmeMode', 'boost')
  await page.getByRole('button', { name: 'Read again' }).click()
  await expect(row(page, 'HeartbeatInterval')).toContainText('1 s')

  await kept.getByRole('button', { name: 'What to do with Before update' }).click()
  await page.getByRole('menuitem', { name: 'Compare with this charger' }).click()
  await expect(dialog(page)).toContainText('2 of 5 settings differ')
  await expect(dialog(page).getByRole('row', { name: /AcmeMode/ })).toContainText('differs')
  await dialog(page).getByRole('switch', { name: 'Show what is the same too' }).check()
  await expect(dialog(page).getByRole('row', { name: /AuthorizationKey/ })).toContainText('not compared: a secret')
  await page.keyboard.press('Escape')

  await kept.getByRole('button', { name: 'What to do with Before update' }).click()
  await page.getByRole('menuitem', { name: 'Restore to this charger…' }).click()
  await expect(dialog(page).getByRole('checkbox', { name: 'Restore AuthorizationKey' })).toBeDisabled()
  await dialog(page).getByRole('checkbox', { name: 'Restore AcmeMode' }).uncheck()
  await dialog(page).getByRole('button', { name: 'Restore one setting' }).click()
  await expect(dialog(page)).toContainText('1 of 1 taken.')
  await dialog(page).getByRole('button', { name: 'Close', exact: true }).last().click()
  await expect(row(page, 'HeartbeatInterval')).toContainText('300 s')
  expect([settings.get('HeartbeatInterval'), settings.get('AcmeMode')]).toEqual(['300', 'boost'])

  await kept.getByRole('button', { name: 'What to do with Before update' }).click()
  await page.getByRole('menuitem', { name: 'Remove…' }).click()
  await dialog(page).getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(kept).toBeHidden()
  await charger.close()
})

test('a configuration is saved as a file and imported again, and a wrong file is refused in words', async ({ app }) => {
  test.skip(app.host === 'standin', 'The stand-in cannot take downloads')
  const { page } = app
  const charger = await chargerWith(app.ocppUrl, 'GARAGE-07', usual())
  await open(page, 'GARAGE-07')
  await page.getByRole('button', { name: 'Export' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Export as JSON' }).click()
  const file = await (await downloading).path()
  const text = await readFile(file, 'utf8')
  expect(text).toContain('"HeartbeatInterval"')
  expect(text).not.toContain('hunter2')

  await page.locator('input[type=file]').setInputFiles({ name: 'wrong.json', mimeType: 'application/json', buffer: Buffer.from('[]') })
  await expect(snapshots(page).getByRole('alert')).toContainText('not a configuration')
  await page.locator('input[type=file]').setInputFiles({ name: 'right.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await expect(snapshots(page).getByRole('listitem', { name: 'GARAGE-07' })).toContainText('imported')
  await charger.close()
})
