import type { Page } from 'playwright/test'
import { connectCharger, type TestCharger } from '../support/charger.ts'
import { expect, test } from './support/app.ts'

test('a message is made in a form, checked while it is typed, sent, and found in the log', async ({ app }) => {
  const { page } = app
  const charger = await startedCharger(app.ocppUrl)
  charger.answer('ChangeConfiguration', () => ({ status: 'RebootRequired' }))
  await page.getByRole('navigation', { name: 'Main' }).getByText('GARAGE-07').click()
  await expect(page.getByRole('toolbar', { name: 'Remote actions' })).toBeVisible()
  await page.keyboard.press('c')
  await page.getByRole('textbox', { name: 'Find an operation' }).fill('one configuration key')
  await page.keyboard.press('Enter')

  const editor = page.getByRole('region', { name: 'ChangeConfiguration' })
  await expect(problems(editor)).toHaveText(['/key key is missing', '/value value is missing'])
  await editor.getByRole('textbox', { name: 'key' }).fill('HeartbeatInterval')
  await editor.getByRole('textbox', { name: 'value' }).fill('300')
  await expect(problems(editor)).toHaveCount(0)
  await send(page).click()
  await expect(page.getByRole('region', { name: 'Outcome' })).toContainText('RebootRequired')
  expect(charger.received).toEqual([{ action: 'ChangeConfiguration', params: { key: 'HeartbeatInterval', value: '300' } }])

  await page.getByRole('link', { name: 'Show its frames in the log' }).click()
  await expect(page.getByText('Composed by hand: ChangeConfiguration').first()).toBeVisible()
  await charger.close()
})

test('what is wrong on purpose needs a second click, and is marked', async ({ app }) => {
  const { page } = app
  const charger = await startedCharger(app.ocppUrl)
  await compose(page, 'Reset')
  await page.getByText('JSON', { exact: true }).click()
  const json = page.getByRole('textbox', { name: 'Payload as JSON' })
  await json.fill('{"type":"Soft",}')
  await expect(send(page)).toHaveAccessibleDescription(/This is no JSON.* send the frame as raw text/)
  await expect(page.getByRole('button', { name: 'Send anyway…' })).toHaveCount(0)
  await json.fill('{"type":"Medium"}')
  const editor = page.getByRole('region', { name: 'Reset' })
  await expect(problems(editor)).toHaveText(['/type type is "Medium"; allowed are Hard, Soft'])
  await expect(send(page)).toHaveAccessibleDescription(/allowed are Hard, Soft/)
  await page.getByRole('button', { name: 'Send anyway…' }).click()
  expect(charger.received).toEqual([])
  await page.getByRole('button', { name: 'Send it invalid' }).click()
  await expect(page.getByRole('region', { name: 'Outcome' })).toContainText('The charger answered with an error')

  const history = page.getByRole('complementary', { name: 'Earlier messages' })
  await expect(history.getByRole('article', { name: 'Reset' })).toContainText('invalid on purpose')
  await page.getByText('Form', { exact: true }).click()
  await expect(editor.getByText('type is "Medium"; allowed are Hard, Soft').first()).toBeVisible()
  await charger.close()
})

test('a form offers enums to pick, optional parts to add, and numbers with every digit', async ({ app }) => {
  const { page } = app
  const charger = await startedCharger(app.ocppUrl)
  charger.answer('RemoteStopTransaction', () => ({ status: 'Rejected' }))
  await compose(page, 'RemoteStopTransaction')
  await page.getByRole('textbox', { name: 'transactionId' }).fill('9007199254740993')
  await page.getByText('JSON', { exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Payload as JSON' })).toHaveValue(/"transactionId": 9007199254740993/)

  await compose(page, 'RemoteStartTransaction')
  const optional = page.getByRole('group', { name: 'chargingProfile', exact: true })
  await optional.getByRole('button', { name: 'Add' }).click()
  await optional.getByRole('textbox', { name: 'stackLevel' }).fill('3')
  await expect(optional).toContainText('chargingProfile.chargingProfileId is missing')
  await optional.getByRole('button', { name: 'Leave out' }).first().click()
  await expect(optional.getByRole('textbox')).toHaveCount(0)

  await compose(page, 'SetChargingProfile')
  const profile = page.getByRole('group', { name: 'csChargingProfiles', exact: true })
  await profile.getByRole('combobox', { name: 'chargingProfilePurpose' }).click()
  await page.getByRole('option', { name: 'ChargePointMaxProfile' }).click()
  await page
    .getByRole('group', { name: /^chargingSchedulePeriod/ })
    .getByRole('button', { name: 'Add an item' })
    .click()
  await expect(page.getByRole('textbox', { name: 'startPeriod' })).toHaveCount(2)
  await page.getByRole('button', { name: 'Remove item 2' }).click()
  charger.answer('SetChargingProfile', () => ({ status: 'Accepted' }))
  await send(page).click()
  await expect(page.getByRole('region', { name: 'Outcome' })).toContainText('Accepted')
  expect(charger.received.at(-1)).toMatchObject({
    action: 'SetChargingProfile',
    params: { csChargingProfiles: { chargingProfilePurpose: 'ChargePointMaxProfile' } },
  })
  await charger.close()
})

test('a message is kept as a favourite, and an earlier one is sent again', async ({ app }) => {
  const { page } = app
  const charger = await startedCharger(app.ocppUrl)
  charger.answer('Reset', () => ({ status: 'Rejected' }))
  await compose(page, 'Reset')
  await page.getByRole('combobox', { name: 'type' }).click()
  await page.getByRole('option', { name: 'Hard' }).click()
  await page.getByRole('button', { name: 'Keep as favourite' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Reboot hard')
  await page.getByRole('button', { name: 'Save' }).click()
  await send(page).click()
  const side = page.getByRole('complementary', { name: 'Earlier messages' })
  await side.getByRole('button', { name: 'Resend' }).click()
  await expect(side.getByRole('article')).toHaveCount(2)
  expect(charger.received.map(({ params }) => params)).toEqual([{ type: 'Hard' }, { type: 'Hard' }])

  await compose(page, 'ClearCache')
  await side.getByText('Favourites').click()
  await side.getByText('Reboot hard').click()
  await expect(page.getByRole('region', { name: 'Reset' }).getByRole('combobox', { name: 'type' })).toHaveValue('Hard')

  await charger.close()
  await expect(send(page)).toHaveAccessibleDescription('The charger is not connected, so nothing can be sent to it.')
})

test('an expert sends a raw text as it is', async ({ app }) => {
  const { page } = app
  const charger = await startedCharger(app.ocppUrl)
  charger.answer('ClearCache', () => ({ status: 'Accepted' }))
  await open(page)
  await page.getByRole('switch', { name: 'Expert: raw text' }).click()
  await page.getByRole('textbox', { name: 'Raw text' }).fill('[2,"by-hand","ClearCache", {}]')
  await page.getByRole('button', { name: 'Send as it is' }).click()
  await expect(page.getByRole('region', { name: 'Outcome' })).toContainText('The text was sent as it is.')
  await expect.poll(() => charger.received).toEqual([{ action: 'ClearCache', params: {} }])
  expect(charger.wire.map(({ raw }) => raw)).toContain('[2,"by-hand","ClearCache", {}]')
  await charger.close()
})

test('what was begun is still there after a look at another page, until it is sent or begun afresh', async ({ app }) => {
  const { page } = app
  const charger = await startedCharger(app.ocppUrl)
  charger.answer('ChangeConfiguration', () => ({ status: 'Accepted' }))
  await compose(page, 'ChangeConfiguration')
  const key = page.getByRole('region', { name: 'ChangeConfiguration' }).getByRole('textbox', { name: 'key' })
  await key.fill('HeartbeatInterval')
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await navigation.getByRole('link', { name: 'Settings' }).click()
  await open(page)
  await expect(key).toHaveValue('HeartbeatInterval')
  await expect(page.getByText('As you left it, not sent yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Start afresh' }).click()
  await expect(key).toHaveValue('')

  await key.fill('HeartbeatInterval')
  await page.getByRole('textbox', { name: 'value' }).fill('60')
  await send(page).click()
  await expect(page.getByRole('region', { name: 'Outcome' })).toContainText('Accepted')
  await navigation.getByRole('link', { name: 'Settings' }).click()
  await open(page)
  await expect(page.getByText('Choose an operation on the left.')).toBeVisible()
  await charger.close()
})

async function startedCharger(ocppUrl: string): Promise<TestCharger> {
  const charger = await connectCharger(ocppUrl, 'GARAGE-07')
  await charger.call('BootNotification', { chargePointVendor: 'Vendor', chargePointModel: 'X1' })
  return charger
}

async function open(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByText('GARAGE-07').click()
  await page.getByRole('link', { name: 'Compose…' }).click()
}

async function compose(page: Page, action: string): Promise<void> {
  if (!(await page.getByRole('navigation', { name: 'Operations' }).isVisible())) await open(page)
  await page.getByRole('navigation', { name: 'Operations' }).getByRole('button', { name: action }).first().click()
}

const send = (page: Page) => page.getByRole('button', { name: /^Send\b(?! anyway| it| as)/ })
const problems = (editor: ReturnType<Page['getByRole']>) => editor.getByRole('list', { name: 'What is wrong' }).getByRole('listitem')
