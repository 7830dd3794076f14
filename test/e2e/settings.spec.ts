import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import type { Page } from 'playwright/test'
import { boot, connectCharger } from '../support/charger.ts'
import { expect, test } from './support/app.ts'

const goTo = (page: Page, link: string) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: link }).click()
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')
const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Nothing to save')).toBeVisible()
}

test('the theme applies at once and is still there after a restart', async ({ app }) => {
  await goTo(app.page, 'Settings')
  await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await section(app.page, 'Theme').getByText('Light').click()
  await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light')
  await app.restart()
  await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light')
})

test('the heartbeat interval that is set is what a charger is told when it boots', async ({ app }) => {
  const { page } = app
  await goTo(page, 'Settings')
  await page.getByLabel('Heartbeat interval').fill('77')
  await save(page)
  const charger = await connectCharger(app.ocppUrl, 'GARAGE-07')
  expect(await charger.call('BootNotification', boot)).toMatchObject({ status: 'Accepted', interval: 77 })
  await charger.close()
})

test('a value that cannot be is refused with a sentence at its field, and nothing is saved', async ({ app }) => {
  const { page } = app
  await goTo(page, 'Settings')
  await page.getByLabel('Call timeout').fill('')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByLabel('Call timeout')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('This has to be a number.')).toBeVisible()
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await expect(page.getByLabel('Call timeout')).toHaveValue('30 s')
})

test('a port in use is said in words, and the next free one is offered and taken', async ({ app }) => {
  const { page } = app
  const taken = createServer().listen(0, '0.0.0.0')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const before = await connectCharger(app.ocppUrl, 'DEPOT-2')

  await goTo(page, 'Settings')
  await page.getByLabel('Port', { exact: true }).fill(String(port))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const offer = page.getByRole('button', { name: /^Use port \d+ instead$/ })
  await expect(page.getByRole('contentinfo').getByRole('alert')).toContainText(String(port))
  const free = Number(/\d+/.exec((await offer.textContent()) ?? '')?.[0])
  await offer.click()
  await expect(page.getByRole('contentinfo').getByRole('alert')).toBeHidden()
  await expect(page.getByRole('contentinfo')).toContainText(`:${free}/`)

  const charger = await connectCharger(`ws://127.0.0.1:${free}/`, 'GARAGE-07')
  await expect(page.getByRole('contentinfo')).toContainText('2 connected')
  await Promise.all([before.close(), charger.close()])
  taken.close()
})

test('unknown User IDs are refused when the settings say so, and known ones are not', async ({ app }) => {
  const { page } = app
  await goTo(page, 'Users & prices')
  await page.getByRole('button', { name: 'Add a user' }).click()
  await dialog(page).getByLabel('User ID').fill('KNOWN-1')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /KNOWN-1/ })).toBeVisible()

  await goTo(page, 'Settings')
  await page.getByRole('radiogroup', { name: 'Unknown User IDs' }).getByText('Refuse').click()
  await save(page)
  const charger = await connectCharger(app.ocppUrl, 'GARAGE-07')
  expect(await charger.call('Authorize', { idTag: 'STRANGER' })).toMatchObject({ idTagInfo: { status: 'Invalid' } })
  expect(await charger.call('Authorize', { idTag: 'known-1' })).toMatchObject({ idTagInfo: { status: 'Accepted' } })
  await charger.close()
})

test('users can be added, changed and removed, and stay over a restart', async ({ app }) => {
  await goTo(app.page, 'Users & prices')
  const users = () => section(app.page, 'Users')
  await users().getByRole('button', { name: 'Add a user' }).click()
  await dialog(app.page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(app.page)).toContainText('A User ID cannot be empty.')
  await dialog(app.page).getByLabel('User ID').fill('CARD-1')
  await dialog(app.page).getByLabel('Name').fill('Anna')
  await dialog(app.page).getByRole('button', { name: 'Save' }).click()

  await users().getByRole('button', { name: 'Edit CARD-1' }).click()
  await dialog(app.page).getByRole('combobox', { name: 'Status' }).click()
  await app.page.getByRole('option', { name: 'Blocked' }).click()
  await dialog(app.page).getByRole('button', { name: 'Save' }).click()
  await expect(users().getByRole('row', { name: /CARD-1/ })).toContainText('Blocked')

  await app.restart()
  await goTo(app.page, 'Users & prices')
  await expect(users().getByRole('row', { name: /CARD-1/ })).toContainText('Anna')
  await users().getByRole('button', { name: 'Remove CARD-1' }).click()
  await dialog(app.page).getByRole('button', { name: 'Remove' }).click()
  await expect(users().getByText('None yet.')).toBeVisible()
})

test('price groups and payment methods get ids of their own and are offered as defaults', async ({ app }) => {
  const { page } = app
  await goTo(page, 'Users & prices')
  await page.getByRole('button', { name: 'Add a price group' }).click()
  await dialog(page).getByLabel('Name').fill('Night rate')
  await dialog(page).getByLabel('Currency').fill('eu')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page)).toContainText('A currency is three capital letters, such as EUR.')
  await dialog(page).getByLabel('Currency').fill('eur')
  await dialog(page).getByLabel('Per kWh').fill('0.21')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /Night rate/ })).toContainText('0.21 EUR')

  await page.getByRole('button', { name: 'Add a payment method' }).click()
  await dialog(page).getByLabel('Name').fill('Fleet card')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /Fleet card/ })).toBeVisible()

  await goTo(page, 'Settings')
  await page.getByRole('combobox', { name: 'Default price group' }).click()
  await page.getByRole('option', { name: 'Night rate' }).click()
  await save(page)
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Default price group' })).toHaveValue('Night rate')
})

test('what the REST API changes is on the screen at once, and what is being edited there stays', async ({ app }) => {
  const { api, page } = app
  test.skip(api === null, 'Electron serves no HTTP')
  await goTo(page, 'Settings')
  await page.getByLabel('Call timeout').fill('44')
  const answer = await fetch(`${api?.base}/settings`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${api?.token}` },
    body: JSON.stringify({ heartbeatIntervalS: 123, theme: 'light' }),
  })
  expect(answer.status).toBe(200)
  await expect(page.getByLabel('Heartbeat interval')).toHaveValue('123 s')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light')
  await expect(page.getByLabel('Call timeout')).toHaveValue('44 s')
  await save(page)
  await page.reload()
  await expect(page.getByLabel('Call timeout')).toHaveValue('44 s')
  await expect(page.getByLabel('Heartbeat interval')).toHaveValue('123 s')
})

test('a second price group of the same name is refused with a sentence', async ({ app }) => {
  const { page } = app
  await goTo(page, 'Users & prices')
  await page.getByRole('button', { name: 'Add a price group' }).click()
  await dialog(page).getByLabel('Name').fill('standard')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page)).toContainText('There is a price group named Standard already; give this one another name.')
})
