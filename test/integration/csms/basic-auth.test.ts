import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { basic, shakeHands } from '../../support/raw-handshake.ts'
import { until } from '../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

let bench: RunningWorkbench
beforeEach(async () => void (bench = await startWorkbench()))
afterEach(() => bench.close())

const secret = 'correct horse battery'
const offer = { 'Sec-WebSocket-Protocol': 'ocpp1.6' }
const setPassword = (basicAuthPassword: string | null) => bench.client.chargers.changeSettings({ id: 'CP1', basicAuthPassword })
const knock = async (authorization?: string) => {
  const answer = await shakeHands(bench.ocppUrl, '/CP1', {
    ...offer,
    ...(authorization === undefined ? {} : { Authorization: authorization }),
  })
  await answer.close()
  return answer
}
const entries = async () => (await bench.client.log.list({ charger: 'CP1' })).entries
/** The entry of the connection; it may be committed after the handshake is answered. */
const connected = () => until(async () => (await entries()).find(({ kind }) => kind === 'connect'))
const hex = '00FF10A0B1C2D3E4F5061728394A5B6C7D8E9FA0'

describe('a charger with a password gets in', () => {
  test.each([
    ['with its text', secret, secret],
    ['with the bytes of the hex that was set', hex, Buffer.from(hex, 'hex')],
    ['with the hex itself', hex, hex],
    ['with the hex of the text, 42 characters', secret, Buffer.from(secret).toString('hex')],
    ['with the hex in small letters', hex, hex.toLowerCase()],
    ['with a binary password that is no UTF-8', 'fffe00', Buffer.from([0xff, 0xfe, 0x00])],
    ['with a colon in it', 'a:b:c', 'a:b:c'],
    ['with an empty one that was set so', '', ''],
  ])('%s', async (_name, set, sent) => {
    await setPassword(set)
    expect((await knock(basic('CP1', sent))).status).toBe(101)
    expect(await connected()).toMatchObject({ severity: set === sent ? 'none' : 'notice' })
  })

  test('with another user name than its identity, which is noted', async () => {
    await setPassword(secret)
    expect((await knock(basic('admin', secret))).status).toBe(101)
    expect(await connected()).toMatchObject({ severity: 'notice', deviations: [{ code: 'handshake' }] })
  })

  test('with a password although none is set here, which is noted', async () => {
    expect((await knock(basic('CP1', secret))).status).toBe(101)
    expect((await connected()).deviations[0]?.text).toContain('none is set')
  })
})

describe('a charger is refused with 401, in white, and told how to come in', () => {
  test.each([
    ['without a password', undefined, 'sends no password'],
    ['with a wrong one', basic('CP1', 'wrong'), 'a wrong password'],
    ['with an empty one', basic('CP1', ''), 'an empty password'],
    ['with the right one and something behind it', basic('CP1', `${secret}\0`), 'a wrong password'],
    ['with a token', 'Bearer abc', 'not Basic auth'],
    ['with a header that cannot be read', 'Basic !!!', 'not Basic auth'],
  ])('%s', async (_name, header, words) => {
    await setPassword(secret)
    const answer = await knock(header)
    expect(answer.status).toBe(401)
    expect(answer.text).toMatch(/^www-authenticate: Basic realm=/im)
    const [refused] = await entries()
    expect(refused).toMatchObject({ kind: 'refused', category: 'security', severity: 'warning' })
    expect(refused?.summary).toContain(words)
    expect(JSON.parse(refused?.raw ?? '{}')).toMatchObject({ security: true, whatToDo: expect.stringContaining('assword') })
  })

  test('with another user name than its identity, where the settings say so', async () => {
    await setPassword(secret)
    await bench.client.settings.change({ basicAuthUser: 'refuse' })
    expect((await knock(basic('admin', secret))).status).toBe(401)
    expect((await knock(basic('CP1', secret))).status).toBe(101)
  })
})

test('no password, right or wrong, is in the log, in the inspector or in the settings that are shown', async () => {
  const wrong = 'w0ng-passw0rd'
  await setPassword(secret)
  await knock(basic('CP1', wrong))
  await knock(basic('CP1', secret))
  const shown = JSON.stringify([
    await entries(),
    await bench.client.handshakes.list(),
    await bench.client.chargers.settings({ id: 'CP1' }),
    await setPassword(secret),
  ])
  for (const text of [wrong, secret, basic('CP1', wrong).slice(6), basic('CP1', secret).slice(6)]) expect(shown).not.toContain(text)
  expect(await bench.client.chargers.settings({ id: 'CP1' })).toMatchObject({ basicAuthPasswordSet: true })
})

test('the password that a refused charger sends can be taken over, and removed again', async () => {
  await setPassword('typed wrong here')
  await knock(basic('CP1', Buffer.from([1, 2, 0xff])))
  const [attempt] = await bench.client.handshakes.list()
  expect(attempt).toMatchObject({ code: 'password-wrong', ways: ['take-password', 'remove-password'], settled: false })
  await bench.client.handshakes.solve({ id: attempt?.id ?? 0, way: 'take-password' })
  expect((await knock(basic('CP1', Buffer.from([1, 2, 0xff])))).status).toBe(101)
  expect((await knock()).status).toBe(401)
  await setPassword(null)
  expect((await knock()).status).toBe(101)
  expect((await bench.client.handshakes.list()).every(({ settled }) => settled)).toBe(true)
})
