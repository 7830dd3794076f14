import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect, type ConnectionOptions } from 'node:tls'
import { WebSocket } from 'ws'
import { createAuthority, createServerCertificate } from '../../src/main/core/certificates/authority.ts'
import { basic, sendBytes, shakeHands } from '../support/raw-handshake.ts'
import { boot, connectCharger } from '../support/charger.ts'
import { type App, expect, freePort, test } from './support/app.ts'

const offer = { 'Sec-WebSocket-Protocol': 'ocpp1.6' }

test('a stranger is refused where only known chargers may connect, and let in by a click', async ({ app }) => {
  const { page } = app
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await navigation.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('radiogroup', { name: 'New chargers' }).getByText('Known only').click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Nothing to save')).toBeVisible()

  const refused = await shakeHands(app.ocppUrl, '/DEPOT-2', offer)
  await refused.close()
  expect(refused.status).toBe(403)
  await expect(navigation.getByRole('link', { name: 'Connection attempts' })).toContainText('1')
  // Its entry in the log has the same buttons.
  await navigation.getByRole('link', { name: 'Log', exact: true }).click()
  await page.getByText('Refused: DEPOT-2 is not known here').click()
  const help = page.getByTestId('log-detail').getByRole('group', { name: 'What can be done' })
  await expect(help.getByRole('button', { name: 'Accept DEPOT-2' })).toBeVisible()
  await help.getByRole('link', { name: 'All connection attempts' }).click()
  await page.getByRole('button', { name: 'Accept DEPOT-2' }).click()
  await expect(page.getByText('dealt with', { exact: true })).toBeVisible()

  const charger = await connectCharger(app.ocppUrl, 'DEPOT-2')
  expect(await charger.call('BootNotification', boot)).toMatchObject({ status: 'Accepted' })
  await expect(page.getByRole('list', { name: 'Connection attempts' })).toContainText('Connected')
  await charger.close()
})

test('a password is set for a charger, a wrong one is refused, and the one that it sends is taken', async ({ app }) => {
  const { page } = app
  const first = await connectCharger(app.ocppUrl, 'GARAGE-07')
  await first.close()
  await page.getByRole('link', { name: 'GARAGE-07' }).first().click()
  await page.getByRole('button', { name: 'Details' }).click()
  await page.getByRole('button', { name: 'Set a password…' }).click()
  await page.getByLabel('Password of GARAGE-07').fill('what I typed')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('It has to send a password (Basic auth)')).toBeVisible()

  const authorization = { ...offer, Authorization: basic('GARAGE-07', 'what it sends') }
  const refused = await shakeHands(app.ocppUrl, '/GARAGE-07', authorization)
  await refused.close()
  expect(refused.status).toBe(401)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Connection attempts' }).click()
  const attempt = page.getByRole('listitem').filter({ hasText: 'a wrong password' })
  await attempt.getByRole('button', { name: 'The whole handshake' }).click()
  await expect(attempt).toContainText('Authorization: Basic GARAGE-07:••••••••')
  await expect(page.locator('body')).not.toContainText('what it sends')
  await attempt.getByRole('button', { name: 'Take the password that it sends' }).click()
  await expect(attempt.getByText('dealt with', { exact: true })).toBeVisible()

  const again = await shakeHands(app.ocppUrl, '/GARAGE-07', authorization)
  await again.close()
  expect(again.status).toBe(101)
})

test('approve first: a new charger waits on its page until it is accepted', async ({ app }) => {
  const { page } = app
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('radiogroup', { name: 'New chargers' }).getByText('Approve first').click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Nothing to save')).toBeVisible()
  const charger = await connectCharger(app.ocppUrl, 'NEW-1')
  charger.answer('TriggerMessage', () => ({ status: 'Accepted' }))
  expect(await charger.call('BootNotification', boot)).toMatchObject({ status: 'Pending' })
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Chargers' }).click()
  const waiting = page.getByRole('region', { name: 'Waiting to be accepted' })
  await expect(waiting.getByRole('button', { name: 'Accept NEW-1' })).toBeVisible()
  await waiting.getByRole('link', { name: 'NEW-1' }).click()
  await page.getByRole('button', { name: 'Accept this charger' }).click()
  await expect(page.getByRole('button', { name: 'Accept this charger' })).toBeHidden()
  expect(await charger.call('BootNotification', boot)).toMatchObject({ status: 'Accepted' })
  await charger.close()
})

test('what is no charger is shown with what it was', async ({ app }) => {
  const { page } = app
  await sendBytes(app.ocppUrl, Buffer.from('16030100b5010000b10303', 'hex'))
  await sendBytes(app.ocppUrl, 'GET / HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Connection attempts' }).click()
  await expect(page.getByText('The charger speaks TLS (wss://) to the plain port.')).toBeVisible()
  await expect(page.getByText('A browser opened the address that is meant for chargers.')).toBeVisible()
})

test('the TLS port is turned on in the settings, and a charger that has the CA certificate connects to it', async ({ app }) => {
  const { page } = app
  const tlsPort = await freePort()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Listen with TLS too').click()
  await page.getByLabel('TLS port', { exact: true }).fill(String(tlsPort))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(`Listening with TLS on port ${tlsPort}.`)).toBeVisible()

  const ca = await readFile(await certificateOf(app))
  const socket = new WebSocket(`wss://127.0.0.1:${tlsPort}/GARAGE-07`, ['ocpp1.6'], { ca })
  await once(socket, 'open')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Connection attempts' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'GARAGE-07' }).getByText('TLSv1.3')).toBeVisible()
  socket.terminate()

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Make new ones…' }).click()
  await expect(page.getByText('New certificates', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Make new certificates' }).click()
  await expect(page.getByText('New certificates', { exact: true })).toBeVisible()
})

test('a charger that speaks only an old TLS is let in by a second click, and one that trusts nobody gets the CA certificate', async ({
  app,
}) => {
  const { page } = app
  const tlsPort = await freePort()
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await navigation.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Listen with TLS too').click()
  await page.getByLabel('TLS port', { exact: true }).fill(String(tlsPort))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(`Listening with TLS on port ${tlsPort}.`)).toBeVisible()

  await connectTls(tlsPort, { maxVersion: 'TLSv1.1' })
  await connectTls(tlsPort, { rejectUnauthorized: true })
  await navigation.getByRole('link', { name: 'Connection attempts' }).click()
  const attempts = page.getByRole('list', { name: 'Connection attempts' }).getByRole('listitem')
  const untrusting = attempts.filter({ hasText: 'CA certificate of Chargebench' })
  await expect(untrusting.getByRole('button', { name: 'Download the CA certificate' })).toBeVisible()
  await expect(untrusting.getByRole('link', { name: 'TLS settings' })).toBeVisible()

  const old = attempts.filter({ hasText: 'speaks only TLS 1.0 or 1.1' })
  await old.getByRole('button', { name: 'Allow old TLS versions…' }).click()
  await expect(page.getByText('whoever is on the network may read along')).toBeVisible()
  await page.getByRole('button', { name: 'Allow old TLS versions', exact: true }).click()
  await expect(old.getByText('dealt with', { exact: true })).toBeVisible()
  expect(await connectTls(tlsPort, { maxVersion: 'TLSv1.1' })).toBe('TLSv1.1')
})

test('an own certificate is imported for the TLS port, and a wrong key is refused in words', async ({ app }) => {
  const { page } = app
  const tlsPort = await freePort()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Listen with TLS too').click()
  await page.getByLabel('TLS port', { exact: true }).fill(String(tlsPort))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(`Listening with TLS on port ${tlsPort}.`)).toBeVisible()

  const company = await createAuthority(Date.now())
  const own = await createServerCertificate(company, ['127.0.0.1', 'bench.example'], Date.now())
  await page.getByRole('button', { name: 'Import own…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'own.pem', mimeType: 'text/plain', buffer: Buffer.from(own.certificate) })
  await expect(dialog.getByLabel(/^Certificate, with its chain/)).toHaveValue(own.certificate)
  await dialog.getByLabel(/^Private key/).fill(company.privateKey)
  await dialog.getByRole('button', { name: 'Import' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('The private key does not belong to this certificate.')
  await dialog.getByLabel(/^Private key/).fill(own.privateKey)
  await dialog.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByText('The TLS port shows an imported certificate for 127.0.0.1, bench.example')).toBeVisible()
  expect(await connectTls(tlsPort, { rejectUnauthorized: true, ca: company.certificate })).toBe('TLSv1.3')

  await page.getByRole('button', { name: 'Remove the imported one' }).click()
  await expect(page.getByRole('button', { name: 'Import own…' })).toBeVisible()
  expect(await connectTls(tlsPort, { rejectUnauthorized: true, ca: company.certificate })).toBeNull()
})

/** A charger's TLS handshake: the version that was agreed on, or null where it failed. */
async function connectTls(port: number, options: ConnectionOptions): Promise<string | null> {
  const old = options.maxVersion === 'TLSv1.1' ? ({ minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' } as const) : {}
  const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...old, ...options })
  const version = await new Promise<string | null>((resolve) => {
    socket.once('secureConnect', () => resolve(socket.getProtocol()))
    socket.once('error', () => resolve(null))
  })
  socket.destroy()
  return version
}

/** Path of the authority's certificate: as it is downloaded, but the stand-in cannot take downloads. */
async function certificateOf({ page, host, dataDir }: App): Promise<string> {
  const button = page.getByRole('button', { name: 'Download the CA certificate (PEM)' })
  await expect(button).toBeVisible()
  if (host === 'standin') return join(dataDir, 'certificates', 'ca.pem')
  const downloading = page.waitForEvent('download')
  await button.click()
  return (await downloading).path()
}
