/** A log that becomes a ticket: what will be masked is seen before, and one key makes the bundle. */
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { WebSocket } from 'ws'
import { unzipped } from '../support/unzipped.ts'
import { expect, test } from './support/app.ts'

test('shows what will be masked and as what, and packs a bundle for a ticket with one key', async ({ app }) => {
  const { page } = app
  const socket = new WebSocket(`${app.ocppUrl}GARAGE-07`, ['ocpp1.6'])
  await once(socket, 'open')
  for (const [action, payload] of [
    ['BootNotification', { chargePointVendor: 'Acme', chargePointModel: 'X1', chargePointSerialNumber: 'SN-4711' }],
    ['Authorize', { idTag: '04A1B2C3' }],
  ] as const) {
    const answered = once(socket, 'message')
    socket.send(JSON.stringify([2, crypto.randomUUID(), action, payload]))
    await answered
  }
  socket.close()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Log' }).click()
  await expect(page.getByRole('region', { name: 'Log' })).toContainText('Disconnect')

  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Export the log' })
  await expect(dialog.getByRole('radio', { name: /Ticket bundle/ })).toBeChecked()
  const masks = dialog.getByRole('group', { name: 'Mask' })
  await expect(masks).toContainText('04A1B2C3→USER-1')
  await expect(masks).toContainText('SN-4711→SERIAL-1')
  await expect(masks.getByRole('checkbox', { name: 'Identities of chargers' })).not.toBeChecked()
  await masks.getByRole('checkbox', { name: 'Serial numbers' }).uncheck()
  await expect(masks).toContainText('SN-4711→shown')
  await dialog.getByRole('button', { name: 'Export', exact: true }).press('Enter')

  const path = (await dialog.getByTestId('export-path').textContent()) ?? ''
  expect(path).toMatch(/chargebench-all-[\d-]+\.zip$/)
  const { files } = await unzipped(createReadStream(path) as AsyncIterable<Uint8Array>)
  expect(files.get('log.jsonl')).toContain('SN-4711')
  expect([...files.values()].join('\n')).not.toContain('04A1B2C3')
})
