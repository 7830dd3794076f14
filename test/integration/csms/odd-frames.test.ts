import { once } from 'node:events'
import { connect as connectSecurely } from 'node:tls'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shakeHands, upgrade } from '../../support/raw-handshake.ts'
import { until } from '../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'
import { packed, wsFrame } from '../../support/ws-frames.ts'

let bench: RunningWorkbench
beforeEach(async () => void (bench = await startWorkbench()))
afterEach(() => bench.close())

const heartbeat = (id: string): string => `[2,"${id}","Heartbeat",{}]`
const entries = async () => (await bench.client.log.list({})).entries

/** Sends bytes over an open WebSocket, and then a heartbeat that is right; resolves when that was answered. */
async function speak(socket: Socket, bytes: Uint8Array): Promise<string> {
  let heard = ''
  socket.on('data', (data: Buffer) => (heard += data.toString('latin1')))
  socket.write(bytes)
  socket.write(wsFrame({ payload: heartbeat('last') }))
  await until(() => heard.includes('[3,"last"'))
  return heard
}

const shake = async () => (await shakeHands(bench.ocppUrl, '/CP1', { 'Sec-WebSocket-Protocol': 'ocpp1.6' })).socket

describe('a frame against RFC 6455 is answered, kept with its bytes, and told, and the connection goes on', () => {
  const text = heartbeat('odd')
  test.each([
    ['without mask', wsFrame({ payload: text, mask: null }), 'unmasked-frame', 'without a mask', text],
    [
      'compressed without agreement',
      wsFrame({ payload: packed(text), reserved: 0x40 }),
      'compressed-frame',
      'it was unpacked',
      packed(text),
    ],
    ['with other reserved bits', wsFrame({ payload: text, reserved: 0x20 }), 'reserved-bits', 'Reserved bits', text],
    ['of an unknown type', wsFrame({ payload: text, opcode: 3 }), 'unknown-opcode', 'unknown type 3', text],
    ['that continues nothing', wsFrame({ payload: text, opcode: 0 }), 'broken-fragments', 'without a beginning', text],
  ])('%s', async (_name, bytes, code, words, payload) => {
    const socket = await shake()
    expect(await speak(socket, bytes)).toContain('[3,"odd",{"currentTime"')
    const entry = (await entries()).find(({ messageId, direction }) => messageId === 'odd' && direction === 'in')
    expect(entry).toMatchObject({ raw: text, action: 'Heartbeat', severity: 'notice', deviations: [{ code }] })
    expect(entry?.deviations[0]?.text).toContain(words)
    expect(Buffer.from(entry?.rawBase64 ?? '', 'base64').subarray(10)).toEqual(Buffer.from(payload))
    expect((await bench.client.chargers.quirks({ id: 'CP1' })).map((quirk) => quirk.code)).toEqual([code])
    expect((await bench.client.chargers.get({ id: 'CP1' })).connected).toBe(true)
    socket.destroy()
  })

  test('compressed by its own word only: the bytes are kept, and the text is read as it stands', async () => {
    const socket = await shake()
    expect(await speak(socket, wsFrame({ payload: text, reserved: 0x40 }))).toContain('[3,"odd"')
    const entry = (await entries()).find(({ messageId, direction }) => messageId === 'odd' && direction === 'in')
    expect(entry?.deviations).toMatchObject([{ code: 'compressed-frame', text: expect.stringContaining('could not be unpacked') }])
    socket.destroy()
  })

  test('too long: its beginning is kept, and the rest skipped', { timeout: 60_000 }, async () => {
    const socket = await shake()
    const length = 17 * 1024 * 1024
    await speak(socket, wsFrame({ payload: `[2,"big","DataTransfer",{"data":"${'x'.repeat(length)}"}]` }))
    const entry = (await entries()).find(({ deviations }) => deviations.some(({ code }) => code === 'frame-too-long'))
    expect(entry?.raw).toMatch(/^\[2,"big","DataTransfer",\{"data":"x+$/)
    expect(entry?.raw).toHaveLength(64 * 1024)
    expect(entry).toMatchObject({ kind: 'frame', direction: 'in', severity: 'error' })
    expect(entry?.deviations.map((deviation) => deviation.text).join(' ')).toMatch(/\(178\d{5} bytes were announced\)/)
    socket.destroy()
  })

  test('too long in many fragments: the same', { timeout: 60_000 }, async () => {
    const socket = await shake()
    const fragments = Array.from({ length: 18 }, (_unused, index) =>
      wsFrame({ payload: 'y'.repeat(1024 * 1024), opcode: index === 0 ? 1 : 0, fin: index === 17 }),
    )
    await speak(socket, Buffer.concat(fragments))
    const entry = (await entries()).find(({ deviations }) => deviations.some(({ code }) => code === 'frame-too-long'))
    expect(entry?.raw).toBe('y'.repeat(64 * 1024))
    socket.destroy()
  })

  test('too long and cut off by the end of the connection: what has come is kept', async () => {
    const socket = await shake()
    socket.end(wsFrame({ payload: 'the beginning', length: 2 ** 40 }))
    const entry = await until(async () => (await entries()).find(({ kind }) => kind === 'frame'))
    expect(entry).toMatchObject({
      raw: 'the beginning',
      deviations: expect.arrayContaining([expect.objectContaining({ code: 'frame-too-long' })]),
    })
  })

  test('a control frame of an unknown type is skipped, with an entry that has its bytes', async () => {
    const socket = await shake()
    await speak(socket, wsFrame({ payload: 'what', opcode: 12 }))
    const entry = (await entries()).find(({ kind }) => kind === 'notice')
    expect(entry?.summary).toContain('unknown type 12')
    expect(Buffer.from(entry?.rawBase64 ?? '', 'base64').toString('latin1')).toMatch(/what$/)
    socket.destroy()
  })
})

test('a binary frame with JSON in it is read like text', async () => {
  const socket = await shake()
  expect(await speak(socket, wsFrame({ payload: heartbeat('1'), opcode: 2 }))).toContain('[3,"1",{"currentTime"')
  socket.destroy()
})

test('a frame that comes together with the handshake is taken like any other', async () => {
  const { hostname, port } = new URL(bench.ocppUrl)
  const socket = connect({ host: hostname, port: Number(port) })
  await once(socket, 'connect')
  let heard = ''
  socket.on('data', (data: Buffer) => (heard += data.toString('latin1')))
  const handshake = Buffer.from(upgrade('/CP1', { 'Sec-WebSocket-Protocol': 'ocpp1.6' }))
  socket.write(Buffer.concat([handshake, wsFrame({ payload: heartbeat('early'), mask: null }), wsFrame({ payload: heartbeat('next') })]))
  await until(() => heard.includes('[3,"next"'))
  expect(heard).toContain('[3,"early"')
  const { entries: frames } = await bench.client.log.list({ direction: 'in' })
  expect(frames.map(({ messageId, deviations }) => [messageId, deviations.map(({ code }) => code)])).toEqual([
    ['next', []],
    ['early', ['unmasked-frame']],
  ])
  socket.destroy()
})

test('a close frame with a code that does not exist ends the connection, and the log says so', async () => {
  const socket = await shake()
  socket.write(wsFrame({ payload: Buffer.from([0, 1]), opcode: 8, mask: null }))
  const gone = await until(async () => (await entries()).find(({ kind }) => kind === 'disconnect'))
  expect(JSON.parse(gone.raw)).toMatchObject({ errorCode: 'WS_ERR_INVALID_CLOSE_CODE' })
  expect(gone.severity).toBe('warning')
  socket.destroy()
})

test('the same holds under TLS', async () => {
  await bench.client.settings.change({ tlsPort: 0 })
  const { secure } = await bench.client.server.status()
  const port = Number(new URL(secure?.urls[0] ?? '').port)
  const socket = connectSecurely({ host: '127.0.0.1', port, rejectUnauthorized: false })
  await once(socket, 'secureConnect')
  socket.write(upgrade('/CP1', { 'Sec-WebSocket-Protocol': 'ocpp1.6' }))
  await once(socket, 'data')
  expect(await speak(socket, wsFrame({ payload: heartbeat('odd'), mask: null }))).toContain('[3,"odd"')
  expect((await entries()).flatMap(({ deviations }) => deviations.map(({ code }) => code))).toEqual(['unmasked-frame'])
  socket.destroy()
})
