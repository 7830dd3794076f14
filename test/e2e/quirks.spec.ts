/** What a charger does against the standard, as a support engineer reads it and sends it to the vendor. */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { expect, test } from './support/app.ts'

test('lists what a charger does against the standard, leads to the entries, and makes a text for its vendor', async ({ app }) => {
  const { page } = app
  const socket = new WebSocket(`${app.ocppUrl}ODD-1`, ['ocpp1.6'])
  await once(socket, 'open')
  for (const frame of [
    '[2,"0","BootNotification",{"chargePointVendor":"Acme","chargePointModel":"X1"}]',
    '[2,1,"Heartbeat",{}]',
    '[2,2,"Heartbeat",{}]',
    '[2,"3","StatusNotification",{"connectorId":1,"status":"Available","errorCode":"Error"}]',
  ]) {
    const answered = once(socket, 'message')
    socket.send(frame)
    await answered
  }
  await page.getByRole('link', { name: 'ODD-1' }).first().click()
  await page.getByRole('link', { name: 'Quirks (2)' }).click()
  await expect(page.getByRole('heading', { name: 'Quirks of ODD-1' })).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'Message id as a number' })
  await expect(row).toContainText('OCPP-J 1.6 §4.1.4')
  await expect(row).toContainText('[2,2,"Heartbeat",{}]')

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy for a ticket to the vendor' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const ticket = await page.evaluate(() => navigator.clipboard.readText())
  expect(ticket).toContain('# Deviations from OCPP of charger `ODD-1`')
  expect(ticket).toContain('## 1. Message id as a number (2 times)')

  await row.getByRole('link', { name: '2', exact: true }).click()
  const log = page.getByRole('region', { name: 'Log' })
  await expect(log.getByTestId('log-count')).toHaveText('2 entries')
  await expect(log).toContainText('Unusual: Message id as a number')
  await log.getByRole('button', { name: 'Remove: Unusual: Message id as a number' }).click()
  await expect(log.getByTestId('log-count')).toHaveText('9 entries')
  socket.close()
})
