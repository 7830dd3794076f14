/** Field notes 14 to 18: what real chargers write into payloads. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connectRaw, type RawCharger } from '../../../support/raw-charger.ts'
import { type RunningServer, startServer } from '../../web/support.ts'

const id = 'FIELD-2'
let server: RunningServer
let charger: RawCharger
beforeAll(async () => void (server = await startServer()))
afterAll(() => server.close())
beforeEach(async () => void (charger = await connectRaw(server.bench.ocppUrl, id)))
afterEach(() => charger.socket.terminate())

const entryOf = async (raw: string) => {
  const { entries } = await server.bench.client.log.list({ charger: id, limit: 1000 })
  return entries.find((entry) => entry.raw === raw)
}
/** Every byte is in the log, something is said about it, and the next message is served as ever. */
const keptAndSaid = async (frame: string) => {
  const entry = await entryOf(frame)
  expect(entry).toMatchObject({ raw: frame, kind: 'frame' })
  expect(entry?.deviations.length).toBeGreaterThan(0)
  const before = charger.frames.length
  charger.say('[2,"alive","Heartbeat",{}]')
  await expect.poll(() => charger.frames.slice(before).some((text) => text.startsWith('[3,"alive"'))).toBe(true)
  return entry
}

test.each([
  ['a leading comma', '[2,"1","Heartbeat",{,"x":1}]'],
  ['a trailing comma', '[2,"1","Heartbeat",{"x":1,}]'],
  ['NaN', '[2,"1","MeterValues",{"connectorId":1,"meterValue":NaN}]'],
  [
    '\\x00 inside a string',
    '[2,"1","StatusNotification",{"connectorId":1,"status":"Available","errorCode":"NoError","info":"\u0000\u0000"}]',
  ],
  ['a truncated frame', '[2,"1","BootNotification",{"chargePointVendor":"V","chargePo'],
])('14: invalid JSON, %s: the call is told by its id, and the frame says that it is no OCPP', async (_name, frame) => {
  expect((await charger.ask(frame)).slice(0, 3)).toEqual([4, '1', 'FormationViolation'])
  expect(await keptAndSaid(frame)).toMatchObject({ severity: 'error', deviations: [{ code: 'malformed', coped: expect.any(String) }] })
})

test.each([
  ['single quotes', "[2,'1','Heartbeat',{}]"],
  ['two frames in one', '[3,"1",{}][3,"2",{}]'],
])('14: invalid JSON, %s, is kept and explained', async (_name, frame) => {
  charger.say(frame)
  await expect.poll(() => entryOf(frame)).toBeTruthy()
  await keptAndSaid(frame)
})

test('14: a BOM before a frame is skipped', async () => {
  const frame = '\uFEFF[2,"bom","Heartbeat",{}]'
  expect(await charger.ask(frame)).toMatchObject([3, 'bom', {}])
  expect(await keptAndSaid(frame)).toMatchObject({ deviations: [{ code: 'byte-order-mark' }] })
})

test.each([
  ['14: extra properties', '[2,"1","Heartbeat",{"colour":"red"}]', 'schema-additionalProperties'],
  ['14: numbers as strings', '[2,"1","StatusNotification",{"connectorId":"1","status":"Available","errorCode":"NoError"}]', 'schema-type'],
  [
    '14: strings as numbers (numeric value)',
    '[2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"2026-03-01T10:00:00Z","sampledValue":[{"value":7}]}]}]',
    'schema-type',
  ],
  ['15: errorCode "Error"', '[2,"1","StatusNotification",{"connectorId":1,"status":"Available","errorCode":"Error"}]', 'schema-enum'],
  [
    '15: unit Hz',
    '[2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"2026-03-01T10:00:00Z","sampledValue":[{"value":"50","measurand":"Frequency","unit":"Hz"}]}]}]',
    'schema-enum',
  ],
  [
    '15: an odd context',
    '[2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"2026-03-01T10:00:00Z","sampledValue":[{"value":"1","context":"Sample.Odd"}]}]}]',
    'schema-enum',
  ],
  [
    '15: an empty sampledValue',
    '[2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"2026-03-01T10:00:00Z","sampledValue":[]}]}]',
    'empty-meter-value',
  ],
])('%s is served and noted', async (_name, frame, code) => {
  expect(await charger.ask(frame)).toMatchObject([3, '1', {}])
  expect((await keptAndSaid(frame))?.deviations.map((deviation) => deviation.code)).toContain(code)
})

test('14: "readonly":"true" in a GetConfiguration answer is read', async () => {
  const asked = server.bench.client.chargers.call({ id, action: 'GetConfiguration', payload: {} })
  const call = await charger.called('GetConfiguration')
  const answer = `[3,"${call.id}",{"configurationKey":[{"key":"HeartbeatInterval","readonly":"true","value":300}]}]`
  charger.say(answer)
  expect(await asked).toMatchObject({ outcome: 'result', payload: { configurationKey: [{ key: 'HeartbeatInterval' }] } })
  expect(await keptAndSaid(answer)).toMatchObject({ summary: expect.stringContaining('HeartbeatInterval = 300') })
})

test('15: status "" is refused by its code and changes nothing', async () => {
  const frame = '[2,"1","StatusNotification",{"connectorId":1,"status":"","errorCode":"NoError"}]'
  expect((await charger.ask(frame)).slice(0, 3)).toEqual([4, '1', 'PropertyConstraintViolation'])
  await keptAndSaid(frame)
})

describe('16: a transaction id beyond 2^53 keeps its digits', () => {
  const transactionId = '9223372036854766666'
  const frame = `[2,"1","MeterValues",{"connectorId":1,"transactionId":${transactionId},"meterValue":[{"timestamp":"2026-03-01T10:00:00Z","sampledValue":[{"value":"1"}]}]}]`

  test('in the log, in REST and in every export', async () => {
    expect(await charger.ask(frame)).toEqual([3, '1', {}])
    expect(await entryOf(frame)).toMatchObject({ transactionId })
    expect(await (await server.api('/log?action=MeterValues')).text()).toContain(`"transactionId":"${transactionId}"`)
    for (const format of ['jsonl', 'csv', 'txt', 'html']) {
      expect(await (await server.api(`/export?format=${format}`)).text()).toContain(transactionId)
    }
  })

  test('in a RemoteStopTransaction that a script sends, and in its summary', async () => {
    const asked = server.api(`/chargers/${id}/calls/RemoteStopTransaction`, {
      method: 'POST',
      body: `{"payload":{"transactionId":${transactionId}}}`,
    })
    const call = await charger.called('RemoteStopTransaction')
    expect(call.raw).toContain(`{"transactionId":${transactionId}}`)
    charger.say(`[3,"${call.id}",{"status":"Accepted"}]`)
    expect(await (await asked).json()).toMatchObject({ outcome: 'result', payload: { status: 'Accepted' } })
    expect(await entryOf(call.raw)).toMatchObject({ summary: `Stop session ${transactionId}` })
  })
})

test('17: the state in an evbStatusNotification of EVBox is read', async () => {
  const data = '2,SuspendedEV,NoError,No error.,0,Yellow,1,{20,8016,10},{0,0},{B,11904,8380,12224},0,0,420,2026-03-01T10:00:00Z,1,3'
  const frame = `[2,"1","DataTransfer",{"vendorId":"EV-BOX","messageId":"evbStatusNotification","data":"${data}"}]`
  expect(await charger.ask(frame)).toEqual([3, '1', { status: 'Accepted' }])
  expect(await keptAndSaid(frame)).toMatchObject({ deviations: [{ code: 'vendor-status', text: expect.stringContaining('connector 2') }] })
  const { connectors } = await server.bench.client.chargers.get({ id })
  expect(connectors.find((connector) => connector.id === 2)).toMatchObject({ status: 'SuspendedEV', errorCode: 'NoError' })
  expect(await charger.ask('[2,"2","DataTransfer",{"vendorId":"Acme"}]')).toEqual([3, '2', { status: 'UnknownVendorId' }])
})

test('18: WiFi and authorization keys in a GetConfiguration answer are in no export and no summary', async () => {
  const asked = server.bench.client.chargers.call({
    id,
    action: 'GetConfiguration',
    payload: { key: ['AuthorizationKey', 'WiFiPassword'] },
  })
  const call = await charger.called('GetConfiguration')
  const answer = `[3,"${call.id}",{"configurationKey":[{"key":"AuthorizationKey","readonly":false,"value":"hunter2"},{"key":"WiFiPassword","readonly":false,"value":"h0use"}]}]`
  charger.say(answer)
  await asked
  expect((await entryOf(answer))?.summary).not.toMatch(/hunter2|h0use/)
  for (const format of ['jsonl', 'csv', 'txt', 'html']) {
    expect(await (await server.api(`/export?format=${format}`)).text()).not.toMatch(/hunter2|h0use/)
  }
})
