import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sendBytes, shakeHands, upgrade } from '../../support/raw-handshake.ts'
import { until } from '../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

let bench: RunningWorkbench
beforeEach(async () => void (bench = await startWorkbench()))
afterEach(() => bench.close())

const entries = async () => (await bench.client.log.list({})).entries
const attempts = () => bench.client.handshakes.list()
/** A ClientHello as it begins: a TLS record of type handshake. */
const clientHello = Buffer.from('16030100b5010000b10303', 'hex')

describe('who is no charger with a WebSocket is recognised, answered and kept', () => {
  test.each([
    ['a browser', 'GET / HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n', 'web-page', '426', 'A browser'],
    [
      'a charger set to http',
      'GET /CP1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'not-a-websocket',
      '426',
      'ws:// instead of http://',
    ],
    [
      'a charger that speaks SOAP',
      'POST /CP1 HTTP/1.1\r\nHost: x\r\nContent-Type: application/soap+xml\r\nContent-Length: 4\r\nConnection: close\r\n\r\n<a/>',
      'soap',
      '426',
      'OCPP-J',
    ],
    ['a program that talks something else', 'HELO example\r\n\r\n', 'garbage', '400', 'neither HTTP nor TLS'],
    [
      'a WebSocket of another version',
      upgrade('/CP1', { 'Sec-WebSocket-Version': '7' }),
      'not-a-websocket',
      '400',
      'Not a WebSocket handshake',
    ],
  ])('%s', async (_name, bytes, code, status, words) => {
    const answer = (await sendBytes(bench.ocppUrl, bytes)).toString()
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toContain(words)
    expect(await attempts()).toMatchObject([{ outcome: 'refused', code, count: 1, remoteAddress: '127.0.0.1' }])
    expect(await entries()).toMatchObject([{ kind: 'refused', severity: 'warning' }])
  })

  test('TLS to the plain port is answered with an alert of TLS, and told in white', async () => {
    const answer = await sendBytes(bench.ocppUrl, clientHello)
    expect([...answer.subarray(0, 2)]).toEqual([0x15, 0x03])
    const [entry] = await entries()
    expect(entry).toMatchObject({ kind: 'refused', category: 'security' })
    expect(entry?.summary).toContain('wss://')
    expect(JSON.parse(entry?.raw ?? '')).toMatchObject({ code: 'tls-to-plain', firstBytes: clientHello.toString('hex') })
  })

  test('what a stranger sends is never markup in what it gets back', async () => {
    const answer = (await sendBytes(bench.ocppUrl, upgrade('/CP1', { 'Sec-WebSocket-Protocol': '<script>alert(1)</script>' }))).toString()
    expect(answer).toMatch(/content-type: text\/plain/i)
    expect(answer).toMatch(/x-content-type-options: nosniff/i)
  })
})

describe('a handshake is kept whole', () => {
  const offer16 = { 'Sec-WebSocket-Protocol': 'ocpp1.6' }

  test('headers in their order and spelling, secrets masked, subprotocols, address and URL', async () => {
    const { close } = await shakeHands(bench.ocppUrl, '/CP1?token=abc123', {
      'Sec-WebSocket-Protocol': 'ocpp1.6, ocpp1.5',
      'X-FIRMWARE': '3.2.1',
      Cookie: 'session=verysecret',
    })
    await close()
    const [attempt] = await attempts()
    expect(attempt).toMatchObject({
      outcome: 'connected',
      chargerId: 'CP1',
      protocol: 'ocpp1.6',
      subprotocols: ['ocpp1.6', 'ocpp1.5'],
      tls: null,
    })
    expect(attempt?.headers).toContainEqual(['X-FIRMWARE', '3.2.1'])
    expect(JSON.stringify([attempt, await entries()])).not.toMatch(/verysecret|abc123/)
  })

  test.each([
    ['/CP1', {}, ['names no version']],
    ['/ws://192.168.1.5:9000/steve/CP1', offer16, ['a whole address']],
    ['//CP1', offer16, ['two slashes']],
    ['/ocpp//CP1/', {}, ['two slashes', 'ends in a slash', 'names no version']],
    ['/CP%1', offer16, ['a % that encodes nothing']],
    ['/vendor/CP1?key=1', offer16, []],
  ])('what was unusual about %s is told, and how it was read', async (path, headers, words) => {
    const { status, close } = await shakeHands(bench.ocppUrl, path, headers)
    await close()
    expect(status).toBe(101)
    const [attempt] = await attempts()
    expect(attempt?.notes).toEqual(words.map((word) => expect.stringContaining(word)))
    expect(attempt?.reason).toBe(words.length === 0 ? 'Connected.' : 'Connected, with something unusual.')
    const connected = await until(async () => (await entries()).find(({ kind }) => kind === 'connect'))
    expect(connected.deviations.map(({ text }) => text)).toEqual(attempt?.notes)
  })

  test('a charger that offers only an unknown subprotocol is let in after a click, with or without it', async () => {
    const offer = { 'Sec-WebSocket-Protocol': 'ocpp1.2j, vendor' }
    const refused = await shakeHands(bench.ocppUrl, '/CP1', offer)
    await refused.close()
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('ocpp1.2j')
    const [attempt] = await attempts()
    expect(attempt?.ways).toEqual(['echo-subprotocol', 'omit-subprotocol'])
    await bench.client.handshakes.solve({ id: attempt?.id ?? 0, way: 'echo-subprotocol' })
    const echoed = await shakeHands(bench.ocppUrl, '/CP1', offer)
    await echoed.close()
    expect(echoed.status).toBe(101)
    expect(echoed.text).toMatch(/sec-websocket-protocol: ocpp1.2j\r\n/i)
    await bench.client.chargers.changeSettings({ id: 'CP1', unknownSubprotocol: 'omit' })
    const omitted = await shakeHands(bench.ocppUrl, '/CP1', offer)
    await omitted.close()
    expect(omitted.status).toBe(101)
    expect(omitted.text).not.toMatch(/sec-websocket-protocol/i)
  })

  test('an identity in the query of a URL without path is taken after a click', async () => {
    const first = await shakeHands(bench.ocppUrl, '/?station=CP%207', { 'Sec-WebSocket-Protocol': 'ocpp1.6' })
    await first.close()
    expect(first.status).toBe(404)
    const [attempt] = await attempts()
    expect(attempt).toMatchObject({ chargerId: null, ways: ['identity-from-query'], queryName: 'station' })
    await bench.client.handshakes.solve({ id: attempt?.id ?? 0, way: 'identity-from-query' })
    const second = await shakeHands(bench.ocppUrl, '/?station=CP%207', { 'Sec-WebSocket-Protocol': 'ocpp1.6' })
    await second.close()
    expect(second.status).toBe(101)
    expect((await bench.client.chargers.list()).map(({ id }) => id)).toContain('CP 7')
  })
})

test('a refused charger that loops is one entry and one attempt with a count', async () => {
  for (let round = 0; round < 25; round++) await (await shakeHands(bench.ocppUrl, '/', {})).close()
  expect(await attempts()).toMatchObject([{ code: 'no-identity', count: 25 }])
  expect(await entries()).toHaveLength(1)
})

test('the answer to the handshake proves that the key was read', async () => {
  const { text, close } = await shakeHands(bench.ocppUrl, '/CP1', { 'Sec-WebSocket-Protocol': 'ocpp1.6' })
  const proof = createHash('sha1').update('dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest('base64')
  expect(text).toContain(`Sec-WebSocket-Accept: ${proof}`)
  await close()
})

test('closing does not wait for those who say nothing, or do not hang up after they were refused', async () => {
  const other = await startWorkbench()
  const { hostname, port } = new URL(other.ocppUrl)
  const lingering = [0, 1].map(() => connect({ host: hostname, port: Number(port), allowHalfOpen: true }).on('error', () => {}))
  await Promise.all(lingering.map((socket) => once(socket, 'connect')))
  lingering[0]?.write(upgrade('/'))
  await until(() => other.client.handshakes.list().then(({ length }) => length === 1))
  await other.close()
  await expect(fetch(other.ocppUrl.replace('ws', 'http'))).rejects.toThrow('fetch failed')
  for (const socket of lingering) socket.destroy()
})
