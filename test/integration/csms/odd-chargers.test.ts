import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { until } from '../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

let bench: RunningWorkbench
beforeEach(async () => void (bench = await startWorkbench()))
afterEach(() => bench.close())

/** A charger that sends any bytes. */
async function connectRaw(path: string, protocols: string[] = ['ocpp1.6']) {
  const socket = new WebSocket(bench.ocppUrl.replace(/\/$/, '') + path, protocols)
  const frames: string[] = []
  socket.on('message', (data) => frames.push((data as Buffer).toString()))
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
    socket.once('unexpected-response', (_request, response) => reject(new Error(`HTTP ${response.statusCode}`)))
  })
  return {
    socket,
    frames,
    /** Sends a frame and resolves with the next frame that comes. */
    ask: async (frame: string | Buffer) => {
      const before = frames.length
      socket.send(frame)
      await until(() => frames.length > before)
      return JSON.parse(frames[before] ?? '') as unknown[]
    },
  }
}

const heartbeat = '[2,"beat","Heartbeat",{}]'

describe('frames that break the rules are kept as they came, answered rightly, and the connection stays up', () => {
  test.each([
    ['an unknown action', '[2,"a","MakeCoffee",{}]', ['a', 'NotImplemented']],
    ['a call that is not valid JSON but shows its id', '[2,"b","Heartbeat",{"x":}]', ['b', 'FormationViolation']],
    ['a payload that is no object', '[2,"c","Heartbeat",[1]]', ['c', 'FormationViolation']],
    [
      'a status without connector',
      '[2,"d","StatusNotification",{"status":"Available","errorCode":"NoError"}]',
      ['d', 'OccurenceConstraintViolation'],
    ],
    [
      'a status that does not exist',
      '[2,"e","StatusNotification",{"connectorId":1,"status":"Dancing","errorCode":"NoError"}]',
      ['e', 'PropertyConstraintViolation'],
    ],
    [
      'a connector that is a text',
      '[2,"f","StatusNotification",{"connectorId":{},"status":"Available","errorCode":"NoError"}]',
      ['f', 'TypeConstraintViolation'],
    ],
  ])('%s', async (_name, frame, [id, code]) => {
    const charger = await connectRaw('/ODD')
    expect((await charger.ask(frame)).slice(0, 3)).toEqual([4, id, code])
    expect(await charger.ask(heartbeat)).toMatchObject([3, 'beat', {}])
    const { entries } = await bench.client.log.list({ direction: 'in' })
    expect(entries[1]).toMatchObject({ raw: frame })
    expect(entries[1]?.deviations.length).toBeGreaterThan(0)
    charger.socket.close()
  })

  test.each([
    ['no JSON at all', 'hello'],
    ['an empty frame', ''],
    ['an object', '{"a":1}'],
    ['an unknown message type', '[9,"x",{}]'],
    ['an answer that nobody asked for', '[3,"nobody",{}]'],
    ['an error with the id -1', '[4,"-1"]'],
    ['two frames in one', '[2,"1","Heartbeat",{}][2,"2","Heartbeat",{}]'],
    ['nested a thousand deep', '['.repeat(1000)],
  ])('%s gets no answer that would confuse the charger', async (_name, frame) => {
    const charger = await connectRaw('/ODD')
    charger.socket.send(frame)
    // Either nothing or an error with the id that the frame shows comes first; the heartbeat is answered all the same.
    charger.socket.send(heartbeat)
    await until(() => charger.frames.some((text) => text.startsWith('[3,"beat"')))
    const { entries } = await bench.client.log.list({ direction: 'in' })
    expect(entries[1]).toMatchObject({ raw: frame, kind: 'frame' })
    expect(entries[1]?.deviations.length).toBeGreaterThan(0)
    charger.socket.close()
  })
})

describe('what a charger would break on is tolerated', () => {
  test.each([
    ['extra properties', '[2,"1","BootNotification",{"chargePointVendor":"V","chargePointModel":"M","colour":"red"}]'],
    ['a boot without a model', '[2,"1","BootNotification",{"chargePointVendor":"V"}]'],
    ['an unknown error code', '[2,"1","StatusNotification",{"connectorId":1,"status":"Available","errorCode":"Error"}]'],
    [
      'an empty sampledValue',
      '[2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"2026-01-01T00:00:00Z","sampledValue":[]}]}]',
    ],
    [
      'a stop of a transaction that nobody knows',
      '[2,"1","StopTransaction",{"transactionId":-1,"meterStop":0,"timestamp":"0000-00-00T00:00:00"}]',
    ],
    ['a message type that is a text', '["2","1","Heartbeat",{}]'],
    ['an element too many', '[2,"1","Heartbeat",{},"more"]'],
    ['a byte order mark', '\uFEFF[2,"1","Heartbeat",{}]'],
  ])('%s', async (_name, frame) => {
    const charger = await connectRaw('/ODD')
    expect((await charger.ask(frame)).slice(0, 2)).toEqual([3, '1'])
    const { entries } = await bench.client.log.list({ direction: 'in' })
    expect(entries[0]).toMatchObject({ raw: frame })
    expect(entries[0]?.deviations.length).toBeGreaterThan(0)
    charger.socket.close()
  })

  test('binary frames and bytes that are no UTF-8 are kept byte by byte', async () => {
    const charger = await connectRaw('/ODD')
    const bytes = Buffer.concat([Buffer.from('[2,"1","DataTransfer",{"vendorId":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}]')])
    expect((await charger.ask(bytes)).slice(0, 2)).toEqual([3, '1'])
    const { entries } = await bench.client.log.list({ direction: 'in' })
    expect(Buffer.from(entries[0]?.rawBase64 ?? '', 'base64')).toEqual(bytes)
    expect(entries[0]?.deviations).toMatchObject([{ code: 'invalid-utf8', text: expect.stringContaining('not valid UTF-8') }])
    expect((await charger.ask(Buffer.from('[2,"2","Heartbeat",{}]'))).slice(0, 2)).toEqual([3, '2'])
    const [binary] = (await bench.client.log.list({ direction: 'in' })).entries
    expect(binary?.deviations).toMatchObject([{ code: 'invalid-utf8', text: expect.stringContaining('binary frame') }])
    charger.socket.close()
  })
})

describe('identities', () => {
  test('without identity, too long, or with another version only, the charger is refused in words', async () => {
    await expect(connectRaw('/')).rejects.toThrow('HTTP 404')
    await expect(connectRaw(`/${'x'.repeat(1001)}`)).rejects.toThrow('HTTP 404')
    await expect(connectRaw('/CP1', ['ocpp1.2'])).rejects.toThrow('HTTP 400')
    const { entries } = await bench.client.log.list({})
    expect(entries.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused'])
    expect(entries[0]?.summary).toContain('ocpp1.2')
  })
})

test('a message id that is a number is answered as one, because a charger may not know the text again', async () => {
  const charger = await connectRaw('/ODD')
  expect((await charger.ask('[2,7,"Heartbeat",{}]')).slice(0, 2)).toEqual([3, 7])
  expect((await charger.ask('[2,8,"MakeCoffee",{}]')).slice(0, 3)).toEqual([4, 8, 'NotImplemented'])
  charger.socket.close()
})

test('a 64-bit transaction id keeps its digits in the log', async () => {
  const charger = await connectRaw('/ODD')
  const frame = '[2,"1","MeterValues",{"connectorId":1,"transactionId":9223372036854766666,"meterValue":[]}]'
  await charger.ask(frame)
  const { entries } = await bench.client.log.list({ direction: 'in' })
  expect(entries[0]).toMatchObject({ transactionId: '9223372036854766666', raw: frame })
  charger.socket.close()
})
