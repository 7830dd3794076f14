/** Field notes 9 to 13: the bytes that real chargers send around boot and calls. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectRaw, type RawCharger } from '../../../support/raw-charger.ts'
import { until } from '../../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../../support/workbench.ts'

const id = 'FIELD-1'
let bench: RunningWorkbench
let charger: RawCharger
beforeEach(async () => {
  bench = await startWorkbench()
  charger = await connectRaw(bench.ocppUrl, id)
})
afterEach(async () => {
  charger.socket.terminate()
  await bench.close()
})

const entryOf = async (raw: string) => {
  const { entries } = await bench.client.log.list({ direction: 'in', limit: 1000 })
  return entries.find((entry) => entry.raw === raw)
}
const codesOf = async (raw: string) => (await entryOf(raw))?.deviations.map(({ code }) => code)
const call = (action: string, payload: Record<string, unknown> = {}) => bench.client.chargers.call({ id, action, payload })
const works = async () => expect(await charger.ask('[2,"alive","Heartbeat",{}]')).toMatchObject([3, 'alive', {}])

test('9: without a BootNotification on connect the charger is served all the same, and one can be triggered', async () => {
  expect(await charger.ask('[2,"1","StatusNotification",{"connectorId":1,"status":"Available","errorCode":"NoError"}]')).toEqual([
    3,
    '1',
    {},
  ])
  expect(await bench.client.chargers.get({ id })).toMatchObject({ bootInfo: null, connectors: [{ id: 1, status: 'Available' }] })
  const triggered = call('TriggerMessage', { requestedMessage: 'BootNotification' })
  const { id: messageId } = await charger.called('TriggerMessage')
  charger.say(`[3,"${messageId}",{"status":"Accepted"}]`)
  expect(await triggered).toMatchObject({ outcome: 'result', payload: { status: 'Accepted' } })
})

test('10: calls that cross in flight are each answered, also where both sides use the same id', async () => {
  const asked = call('GetConfiguration')
  const { id: messageId } = await charger.called('GetConfiguration')
  charger.say(`[2,"${messageId}","Heartbeat",{}]`)
  await until(() => charger.frames.some((frame) => frame.startsWith(`[3,"${messageId}",{"currentTime"`)))
  charger.say(`[3,"${messageId}",{"configurationKey":[]}]`)
  expect(await asked).toMatchObject({ outcome: 'result' })
})

test('10: a result without a pending call, or twice, is kept and said to be one', async () => {
  charger.say('[3,"ghost",{}]')
  const asked = call('ClearCache')
  const { id: messageId } = await charger.called('ClearCache')
  charger.say(`[3,"${messageId}",{"status":"Accepted"}]`)
  await asked
  charger.say(`[3,"${messageId}",{"status":"Rejected"}]`)
  await works()
  expect(await entryOf('[3,"ghost",{}]')).toMatchObject({ severity: 'notice', deviations: [{ code: 'orphan-answer' }] })
  expect(await entryOf(`[3,"${messageId}",{"status":"Rejected"}]`)).toMatchObject({
    action: 'ClearCache',
    summary: 'Second answer: refused: Rejected',
    deviations: [{ code: 'duplicate-answer', text: expect.stringContaining('second answer') }],
  })
})

test('10: duplicate message ids and message ids that are numbers are served', async () => {
  expect(await charger.ask('[2,"1","Heartbeat",{}]')).toMatchObject([3, '1', {}])
  expect(await charger.ask('[2,"1","Heartbeat",{ }]')).toMatchObject([3, '1', {}])
  const [type, answeredId] = await charger.ask('[2,42,"Heartbeat",{}]')
  expect([type, String(answeredId)]).toEqual([3, '42'])
  expect(await codesOf('[2,"1","Heartbeat",{ }]')).toEqual(['duplicate-message-id'])
  expect(await codesOf('[2,42,"Heartbeat",{}]')).toEqual(['numeric-message-id'])
})

test('10: a late result after our timeout is linked to its call all the same', async () => {
  await bench.client.settings.change({ callTimeoutS: 1 })
  const asked = call('GetConfiguration')
  const { id: messageId } = await charger.called('GetConfiguration')
  expect(await asked).toMatchObject({ outcome: 'timeout' })
  const late = `[3,"${messageId}",{"configurationKey":[]}]`
  charger.say(late)
  await works()
  const entry = await entryOf(late)
  expect(entry).toMatchObject({ action: 'GetConfiguration', deviations: [{ code: 'answer-after-timeout' }], severity: 'notice' })
  expect(entry?.latencyMs).toBeGreaterThanOrEqual(1_000)
  const detail = await bench.client.log.get({ seq: entry?.seq ?? 0 })
  expect(detail.counterpart).toMatchObject({ direction: 'out', action: 'GetConfiguration', seq: entry?.answers })
})

test('11: a charger that answers heartbeats but never our calls times out each call, and is served on', async () => {
  await bench.client.settings.change({ callTimeoutS: 1 })
  expect(await Promise.all([call('ClearCache'), call('GetConfiguration')])).toMatchObject([{ outcome: 'timeout' }, { outcome: 'timeout' }])
  await works()
  expect(await bench.client.chargers.get({ id })).toMatchObject({ connected: true })
})

test('11: one that disconnects after four CALLERROR answers gets none for what can be understood', async () => {
  for (const frame of [
    '[2,"1","BootNotification",{"chargePointVendor":"V","chargePointModel":"M","colour":"red"}]',
    '[2,"2","StatusNotification",{"connectorId":"1","status":"Available","errorCode":"Error"}]',
    '[2,"3","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"","sampledValue":[]}]}]',
    '[2,"4","FirmwareStatusNotification",{"status":"Thinking"}]',
    '[2,"5","StopTransaction",{"transactionId":0}]',
  ]) {
    expect((await charger.ask(frame))[0]).toBe(3)
    expect((await entryOf(frame))?.deviations).not.toEqual([])
  }
})

test('12: nothing of our own follows a StartTransaction, because a command then kills the session on some firmware', async () => {
  await bench.client.settings.change({ pushMeterInterval: true })
  await charger.ask('[2,"1","StartTransaction",{"connectorId":1,"idTag":"TAG1","meterStart":0,"timestamp":"2026-03-01T10:00:00Z"}]')
  await works()
  expect(charger.frames).toHaveLength(2)
  expect(charger.frames.every((frame) => frame.startsWith('[3,'))).toBe(true)
})

test.each([
  ['missing description and details', (messageId: string) => `[4,"${messageId}","GenericError"]`, 'GenericError', 'incomplete-error'],
  [
    'the misspelt code of the other version',
    (messageId: string) => `[4,"${messageId}","OccurrenceConstraintViolation","",{}]`,
    'OccurrenceConstraintViolation',
    'misspelt-error-code',
  ],
  ['a 2.0.1 code in 1.6', (messageId: string) => `[4,"${messageId}","FormatViolation","",{}]`, 'FormatViolation', 'misspelt-error-code'],
  ['a code of its own', (messageId: string) => `[4,"${messageId}","OutOfCoffee","",{}]`, 'OutOfCoffee', 'unknown-error-code'],
  [
    'the message type as a string',
    (messageId: string) => `["4","${messageId}","InternalError","",{}]`,
    'InternalError',
    'message-type-as-text',
  ],
  ['an extra array element', (messageId: string) => `[4,"${messageId}","InternalError","",{},1]`, 'InternalError', 'extra-elements'],
  ['the id "-1"', () => '[4,"-1","FormationViolation","",{}]', 'FormationViolation', 'unnamed-error'],
] as const)('13: a CALLERROR with %s ends the call and is said to be unusual', async (_name, frameOf, errorCode, deviation) => {
  const asked = call('ClearCache')
  const { id: messageId } = await charger.called('ClearCache')
  const frame = frameOf(messageId)
  charger.say(frame)
  await works()
  expect(await entryOf(frame)).toMatchObject({ action: 'ClearCache', messageType: 'error', severity: 'error' })
  expect(await codesOf(frame)).toEqual([deviation])
  expect(await asked).toMatchObject({ outcome: 'error', errorCode })
})

test('13: [4] alone, in reply to a call that the charger did not like, is taken for the answer to it', async () => {
  const asked = call('ClearCache')
  await charger.called('ClearCache')
  charger.say('[4]')
  await works()
  expect(await codesOf('[4]')).toEqual(['missing-message-id', 'incomplete-error', 'unnamed-error'])
  expect(await asked).toMatchObject({ outcome: 'error' })
})
