/** What stands out in a charger's log, as a support engineer reads it, follows it and puts it into a ticket. */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { expect, test } from './support/app.ts'

const now = new Date().toISOString()
const fault = { connectorId: 1, status: 'Faulted', errorCode: 'GroundFailure', info: 'RCD <b>DC</b>' }
const frames: [string, object][] = [
  ['BootNotification', { chargePointVendor: 'Acme', chargePointModel: 'X1' }],
  ['StatusNotification', fault],
  ['Heartbeat', { extra: 1 }],
  ['Heartbeat', { extra: 2 }],
  ['StartTransaction', { connectorId: 2, idTag: 'TAG', meterStart: 10, timestamp: now }],
]

test('shows what was found, with its evidence and what to do, by severity and by session, and copies it for a ticket', async ({ app }) => {
  const { page } = app
  const socket = new WebSocket(`${app.ocppUrl}SICK-1`, ['ocpp1.6'])
  await once(socket, 'open')
  const call = async (action: string, payload: object): Promise<Record<string, unknown>> => {
    const answered = once(socket, 'message')
    socket.send(JSON.stringify([2, crypto.randomUUID(), action, payload]))
    const [data] = (await answered) as [Buffer]
    return (JSON.parse(data.toString()) as [number, string, Record<string, unknown>])[2]
  }
  let answer: Record<string, unknown> = {}
  for (const [action, payload] of frames) answer = await call(action, payload)
  const stop = { transactionId: answer['transactionId'], meterStop: 900, timestamp: now }
  await call('StopTransaction', stop)
  await call('StopTransaction', stop)

  await page.getByRole('link', { name: 'SICK-1' }).first().click()
  await page.getByRole('link', { name: /^Findings/ }).click()
  await expect(page.getByRole('heading', { name: 'Findings of SICK-1' })).toBeVisible()
  const findings = page.getByRole('list', { name: 'Findings' })
  await expect(findings.getByRole('listitem')).toHaveCount(3)
  const ground = findings.getByRole('listitem', { name: 'Fault: GroundFailure' })
  await expect(ground).toContainText('Connector 1 reports GroundFailure: the residual-current protection has tripped')
  await expect(ground).toContainText('RCD <b>DC</b>')
  await expect(ground).toContainText('still so')
  await expect(ground).toContainText('OCPP 1.6 §4.9')
  await expect(findings.getByRole('listitem').first()).toContainText('GroundFailure')
  await expect(findings).toContainText('2 times')

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy for a ticket' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const ticket = await page.evaluate(() => navigator.clipboard.readText())
  expect(ticket).toContain('# Findings of charger SICK-1')
  expect(ticket).toContain('## 1. Fault: GroundFailure (error)')
  expect(ticket).not.toContain('<b>')

  await page.getByText('Error 1', { exact: true }).click()
  await expect(findings.getByRole('listitem')).toHaveCount(1)
  await page.getByText('All 3', { exact: true }).click()
  await page.getByRole('combobox', { name: 'Session' }).click()
  await page.getByRole('option').first().click()
  await expect(findings.getByRole('listitem')).toHaveCount(1)
  await expect(findings).toContainText('A session was ended twice')

  await findings.getByRole('link', { name: /^#/ }).last().click()
  await expect(page.getByRole('region', { name: 'Log' })).toContainText('StopTransaction')

  await page.getByRole('link', { name: 'Sessions' }).click()
  await page.getByRole('link', { name: '1 finding in this session' }).click()
  await expect(findings.getByRole('listitem')).toHaveCount(1)
  socket.close()
})

test('says so where nothing stands out', async ({ app }) => {
  const { page } = app
  const socket = new WebSocket(`${app.ocppUrl}FINE-1`, ['ocpp1.6'])
  await once(socket, 'open')
  const answered = once(socket, 'message')
  socket.send(JSON.stringify([2, 'a', 'BootNotification', { chargePointVendor: 'Acme', chargePointModel: 'X1' }]))
  await answered
  await page.getByRole('link', { name: 'FINE-1' }).first().click()
  await page.getByRole('link', { name: /^Findings/ }).click()
  await expect(page.getByText(/Nothing found so far in \d+ entries/)).toBeVisible()
  socket.close()
})
