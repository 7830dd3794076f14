/** The whole job as a technician does it, with an independent charger: connect, control, watch, log, export. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright/test'
import { boot, connectCharger, meter, status, type TestCharger } from '../support/charger.ts'
import { type App, expect, test } from './support/app.ts'

const id = 'GARAGE-07'
const action = (page: Page, name: string) => page.getByRole('toolbar', { name: 'Remote actions' }).getByRole('button', { name })
const dialog = (page: Page) => page.getByRole('dialog')
const taken = (page: Page, name: string) => page.getByRole('complementary', { name: 'Actions taken' }).getByRole('region', { name }).first()
const connector = (page: Page) => page.getByRole('region', { name: 'Connector 1', exact: true })
const now = (): string => new Date().toISOString()

/** The categories of the user's colours, written down here once more so that a mistake in the app's own table shows. */
const categoryOf: Record<string, string> = {
  BootNotification: 'state',
  Heartbeat: 'state',
  StatusNotification: 'state',
  Authorize: 'security',
}

/** A charger that obeys: what it is told, it does, and tells. */
async function plugIn(app: App): Promise<TestCharger> {
  const charger = await connectCharger(app.ocppUrl, id)
  let transactionId = 0
  const send = (name: string, params: Record<string, unknown>) => charger.call(name, params)
  charger.answer('GetConfiguration', () => ({
    configurationKey: [{ key: 'NumberOfConnectors', readonly: true, value: '1' }],
    unknownKey: [],
  }))
  /** Accepts, and then does what it has accepted. */
  const acceptAnd = (act: () => Promise<unknown>): { status: string } => {
    setImmediate(() => void act())
    return { status: 'Accepted' }
  }
  charger.answer('TriggerMessage', ({ requestedMessage }) =>
    acceptAnd(() => (requestedMessage === 'Heartbeat' ? send('Heartbeat', {}) : send('StatusNotification', status(1, 'Preparing')))),
  )
  charger.answer('RemoteStartTransaction', ({ idTag }) =>
    acceptAnd(async () => {
      await send('Authorize', { idTag })
      const started = await send('StartTransaction', { connectorId: 1, idTag, meterStart: 1_000, timestamp: now() })
      transactionId = started['transactionId'] as number
      await send('StatusNotification', status(1, 'Charging'))
      await send('MeterValues', meter(1, transactionId, 2_500, 7_200))
    }),
  )
  charger.answer('RemoteStopTransaction', (params) => {
    if (params['transactionId'] !== transactionId) return { status: 'Rejected' }
    return acceptAnd(async () => {
      await send('StopTransaction', { transactionId, meterStop: 4_000, timestamp: now(), reason: 'Remote' })
      await send('StatusNotification', status(1, 'Finishing'))
    })
  })
  charger.answer('Reset', () => ({ status: 'Accepted' }))
  await send('BootNotification', boot)
  await send('StatusNotification', status(0, 'Available'))
  await send('StatusNotification', status(1, 'Preparing'))
  return charger
}

test('a charger is connected, controlled by the five remote actions, watched, logged and exported', async ({ app }) => {
  test.setTimeout(120_000)
  const { page } = app
  const wire: TestCharger['wire'] = []
  let charger = await plugIn(app)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: id }).click()

  await test.step('run a check', async () => {
    await action(page, 'Run a check').click()
    await expect(taken(page, 'Run a check').getByTestId('verdict')).toContainText('Preparing')
  })

  await test.step('start charge', async () => {
    await action(page, 'Start charge').click()
    await dialog(page).getByLabel('User ID').fill('TAG-1')
    await dialog(page).getByRole('button', { name: 'Start charge' }).click()
    await expect(connector(page)).toContainText('7.2 kW')
    await expect(connector(page)).toContainText('1.50 kWh')
  })

  const { transactionId } = charger.wire.map(({ raw }) => JSON.parse(raw)[2]).findLast((payload) => payload?.transactionId) as {
    transactionId: number
  }
  await test.step('the car pauses, the charger pauses, and it goes on', async () => {
    for (const state of ['SuspendedEV', 'SuspendedEVSE', 'Charging']) {
      await charger.call('StatusNotification', status(1, state))
      await charger.call('MeterValues', meter(1, transactionId, 3_000, state === 'Charging' ? 7_000 : 0))
    }
    await expect(page.getByText('Connector 1: Charging → SuspendedEV, the car paused')).toBeAttached()
  })

  await test.step('stop charge', async () => {
    await action(page, 'Stop charge').click()
    await expect(taken(page, 'Stop charge')).toContainText('has ended')
    await expect(connector(page)).toContainText('Finishing')
  })

  await test.step('reboot: the charger leaves and comes back', async () => {
    await action(page, 'Reboot charge point').click()
    await dialog(page).getByRole('button', { name: 'Reboot' }).click()
    await expect(taken(page, 'Reboot charge point')).toContainText('Accepted')
    await charger.close()
    await expect(page.getByText(/^lost .* ago$/).first()).toBeVisible()
    wire.push(...charger.wire)
    charger = await plugIn(app)
    await expect(taken(page, 'Reboot charge point')).toContainText('is back')
  })

  await test.step('force stop of a session that the charger does not want to end', async () => {
    const started = await charger.call('StartTransaction', { connectorId: 1, idTag: 'TAG-2', meterStart: 4_000, timestamp: now() })
    await action(page, 'Force stop charging').click()
    await expect(dialog(page)).toContainText('The payment for this charge will be taken away')
    await dialog(page).getByRole('button', { name: 'Force stop, and take the payment away' }).click()
    await expect(taken(page, 'Force stop charging')).toContainText('ended on our side')
    expect(charger.received.at(-1)).toEqual({ action: 'RemoteStopTransaction', params: { transactionId: started['transactionId'] } })
  })
  await charger.close()
  await expect(page.getByText(/^lost .* ago$/).first()).toBeVisible()
  wire.push(...charger.wire)
  expect(charger.complaints).toEqual([])

  await test.step('the sessions are charged and voided', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Sessions' }).click()
    await expect(page.getByRole('row', { name: /TAG-1/ })).toContainText('Charged')
    await expect(page.getByRole('row', { name: /TAG-1/ })).toContainText('3.00 kWh')
    await expect(page.getByRole('row', { name: /TAG-2/ })).toContainText('Voided')
  })

  const inOrder = (direction: string) => wire.filter((frame) => frame.direction === direction).map(({ raw }) => raw)
  /** The entries of a file against what went over the wire: each frame once, in the order of its direction, with its category. */
  const compare = (rows: { direction: string; kind: string; raw: string; action: string; category: string }[]): void => {
    const frames = rows.filter(({ kind }) => kind === 'frame')
    for (const direction of ['in', 'out'])
      expect(frames.filter((row) => row.direction === direction).map(({ raw }) => raw)).toEqual(inOrder(direction))
    for (const row of frames) expect([row.raw, row.category]).toEqual([row.raw, categoryOf[row.action] ?? 'transaction'])
    const events = rows.filter(({ kind }) => kind !== 'frame' && kind !== 'action' && kind !== 'terms')
    expect(events.map(({ kind, category }) => [kind, category])).toEqual(
      ['connect', 'disconnect', 'connect', 'disconnect'].map((kind) => [kind, 'connection']),
    )
  }

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Log' }).click()
  const file = async (label: string): Promise<string> => {
    await page.getByRole('region', { name: 'Log' }).getByRole('button', { name: 'Export', exact: true }).click()
    await dialog(page).getByRole('radio', { name: label }).check()
    await dialog(page).getByRole('button', { name: 'Export', exact: true }).click()
    const path = (await dialog(page).getByTestId('export-path').textContent()) ?? ''
    await dialog(page).getByRole('button', { name: 'Done' }).click()
    await expect(dialog(page)).toBeHidden()
    return path
  }

  await test.step('exported as JSONL', async () => {
    compare(
      readFileSync(await file('Data (JSONL)'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    )
  })

  await test.step('exported as CSV', async () => {
    compare(parse(readFileSync(await file('CSV'), 'utf8'), { bom: true, columns: true }))
  })

  await test.step('exported as plain text', async () => {
    const lines = readFileSync(await file('Plain text'), 'utf8').split('\n')
    const raws = new Set(wire.map(({ raw }) => raw))
    const found = lines.map((line) => line.trim()).filter((line) => raws.has(line))
    expect(found.toSorted()).toEqual(wire.map(({ raw }) => raw).toSorted())
    expect(found.filter((raw) => inOrder('in').includes(raw))).toEqual(inOrder('in'))
    expect(lines.filter((line) => / {2}Connection {2}/.test(line) && line.includes(id)).length).toBe(4)
  })

  await test.step('exported as HTML, and opened as the reader of a ticket opens it', async () => {
    const path = await file('HTML')
    const reader = await page.context().browser()?.newPage()
    // Electron gives no second page: its own is enough to show the file's text.
    if (!reader) {
      const text = readFileSync(path, 'utf8')
      expect(text.match(/<details class="/g)).toHaveLength(await entriesOf(page))
      return
    }
    await reader.goto(`file://${path}`)
    const shown = await reader.locator('pre.raw').allTextContents()
    expect(shown.filter((raw) => inOrder('in').includes(raw))).toEqual(inOrder('in'))
    expect(shown.filter((raw) => inOrder('out').includes(raw))).toEqual(inOrder('out'))
    await expect(reader.locator('details.connection')).toHaveCount(4)
    await expect(reader.locator('details.security').first()).toContainText('Security')
    await reader.close()
  })
})

async function entriesOf(page: Page): Promise<number> {
  const text =
    (await page
      .getByText(/^[\d,]+ entries$/)
      .first()
      .textContent()) ?? ''
  return Number(text.replace(/\D/g, ''))
}
