import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectCharger, type TestCharger } from '../../support/charger.ts'
import { boot2, idToken, status2, transaction } from '../../support/charger2.ts'
import { until } from '../../support/until.ts'
import { startWorkbench, type RunningWorkbench } from '../../support/workbench.ts'

let bench: RunningWorkbench
let charger: TestCharger
const id = 'GARAGE-07'

beforeEach(async () => {
  bench = await startWorkbench()
  charger = await connectCharger(bench.ocppUrl, id)
  await charger.call('BootNotification', { chargePointVendor: 'Vendor', chargePointModel: 'X1' })
})

afterEach(async () => {
  await charger.close()
  await bench.close()
})

const entriesOf = async (runId: string) => (await bench.client.log.list({ run: runId })).entries.toReversed()

test('a composed message is sent, and its outcome is told in words with the entries of its frames', async () => {
  charger.answer('Reset', () => ({ status: 'Rejected' }))
  const { outcome, message } = await bench.client.composer.send({ id, action: 'Reset', payload: '{"type":"Soft"}' })
  expect(outcome).toMatchObject({ outcome: 'result', payload: { status: 'Rejected' } })
  expect(message).toMatchObject({ action: 'Reset', outcome: 'result', severity: 'warning', anyway: false, answer: '{"status":"Rejected"}' })
  expect(message.words).toMatch(/^Refused/)

  const entries = await entriesOf(message.runId)
  expect(entries.map(({ kind, messageType, action }) => [kind, messageType, action])).toEqual([
    ['action', null, null],
    ['frame', 'call', 'Reset'],
    ['frame', 'result', 'Reset'],
  ])
  expect(entries[0]).toMatchObject({ summary: 'Composed by hand: Reset', severity: 'none', deviations: [] })
  expect([message.callSeq, message.answerSeq]).toEqual([entries[1]?.seq, entries[2]?.seq])
  expect(charger.received).toEqual([{ action: 'Reset', params: { type: 'Soft' } }])
})

test('the answer of a charger of 2.x is told in the words of its version', async () => {
  const other = await connectCharger(bench.ocppUrl, 'DEPOT-2', ['ocpp2.0.1'])
  await other.call('BootNotification', boot2)
  const [component, variable] = [{ name: 'TxCtrlr' }, { name: 'EVConnectionTimeOut' }]
  other.answer('SetVariables', () => ({ setVariableResult: [{ component, variable, attributeStatus: 'Rejected' }] }))
  const payload = JSON.stringify({ setVariableData: [{ component, variable, attributeValue: '90' }] })
  const { message } = await bench.client.composer.send({ id: 'DEPOT-2', action: 'SetVariables', payload })
  expect(message.words).toContain('TxCtrlr.EVConnectionTimeOut')
  expect(message.words).toMatch(/refused/i)
  await other.close()
})

test('an invalid message is refused with a sentence, and nothing is sent', async () => {
  const problems = await bench.client.composer.validate({ id, action: 'Reset', payload: '{"type":"Medium"}' })
  expect(problems).toEqual({ problems: [{ path: '/type', text: 'type is "Medium"; allowed are Hard, Soft' }] })
  await expect(bench.client.composer.send({ id, action: 'Reset', payload: '{"type":"Medium"}' })).rejects.toThrow(
    'Reset was not sent: type is "Medium"; allowed are Hard, Soft. Correct it, or send it anyway on purpose.',
  )
  await expect(bench.client.composer.send({ id, action: 'Reset', payload: '{' })).rejects.toThrow(/This is no JSON.*raw text/)
  expect(charger.received).toEqual([])
  expect(await bench.client.composer.history({ id })).toEqual([])
})

test('an invalid message that is sent anyway reaches the charger, and the log says that it was on purpose', async () => {
  const payload = '{"type":"Medium","extra":12345678901234567890}'
  const { message } = await bench.client.composer.send({ id, action: 'Reset', payload, anyway: true })
  expect(message).toMatchObject({ anyway: true, outcome: 'error' })
  expect(charger.wire.findLast(({ direction }) => direction === 'out')?.raw).toContain(`"Reset",${payload}]`)

  const [note, call] = await entriesOf(message.runId)
  expect(note?.summary).toMatch(/^Composed by hand: Reset, sent on purpose although invalid: .*allowed are Hard, Soft/)
  expect(note).toMatchObject({ severity: 'notice', deviations: [{ code: 'sent-on-purpose' }] })
  expect(call).toMatchObject({ direction: 'out', action: 'Reset' })
})

test('an action that the standard does not have can be sent on purpose, too', async () => {
  await expect(bench.client.composer.send({ id, action: 'SelfDestruct', payload: '{}' })).rejects.toThrow('no action SelfDestruct')
  const { outcome } = await bench.client.composer.send({ id, action: 'SelfDestruct', payload: '{}', anyway: true })
  expect(outcome).toMatchObject({ outcome: 'error' })
  expect(charger.wire.findLast(({ direction }) => direction === 'out')?.raw).toContain('"SelfDestruct",{}]')
})

test('a raw text goes over the wire as it is, and what the charger answers is in the log', async () => {
  const text = '[2, "raw-1", "ClearCache", {} ]'
  charger.answer('ClearCache', () => ({ status: 'Accepted' }))
  const message = await bench.client.composer.sendRaw({ id, text })
  expect(message).toMatchObject({ action: null, outcome: 'sent', payload: text })
  expect((await entriesOf(message.runId)).map(({ raw }) => raw)).toContain(text)
  expect(charger.wire.findLast(({ direction }) => direction === 'out')?.raw).toBe(text)
  await until(async () => {
    const { entries } = await bench.client.log.list({ charger: id })
    return entries.some((entry) => entry.messageType === 'result' && entry.messageId === 'raw-1' && entry.answers === message.callSeq)
  })
})

test('what was sent can be looked up by action and sent again the same way', async () => {
  charger.answer('ClearCache', () => ({ status: 'Accepted' }))
  charger.answer('Reset', () => ({ status: 'Accepted' }))
  const { message: first } = await bench.client.composer.send({ id, action: 'Reset', payload: '{"type":"Hard"}' })
  await bench.client.composer.send({ id, action: 'ClearCache', payload: '' })
  const again = await bench.client.composer.resend({ id, message: first.id })
  expect(again).toMatchObject({ action: 'Reset', payload: '{"type":"Hard"}' })
  expect(again.id).not.toBe(first.id)
  expect((await bench.client.composer.history({ id })).map(({ action }) => action)).toEqual(['Reset', 'ClearCache', 'Reset'])
  expect((await bench.client.composer.history({ id, action: 'ClearCache' })).map(({ payload }) => payload)).toEqual([''])
  await expect(bench.client.composer.resend({ id, message: 'unknown' })).rejects.toThrow('no longer in the history')
  expect(await bench.client.composer.forget({ id })).toEqual({ removed: 3 })
})

test('a favourite is kept for all chargers of its version, replaced by its id, and removed', async () => {
  const saved = await bench.client.composer.saveFavourite({ id, name: 'Reboot hard', action: 'Reset', payload: '{"type":"Hard"}' })
  const { id: favouriteId, action, payload } = saved
  await bench.client.composer.saveFavourite({ id, favouriteId, name: 'Hard reset', action, payload })
  expect(await bench.client.composer.favourites({ id })).toEqual([
    expect.objectContaining({ id: favouriteId, name: 'Hard reset', protocol: 'ocpp1.6' }),
  ])
  expect(await bench.client.composer.removeFavourite({ favourite: favouriteId })).toEqual({ removed: true })
  expect(await bench.client.composer.favourites({ id })).toEqual([])
})

test('a message begins with what is known, and a charger that is away gets none', async () => {
  await bench.client.users.save({
    id: 'ANNA-01',
    name: 'Anna',
    status: 'Accepted',
    expiresAt: null,
    paymentMethodId: null,
    priceGroupId: null,
    parentId: null,
  })
  const { payload } = await bench.client.composer.defaults({ id, action: 'RemoteStartTransaction' })
  expect(JSON.parse(payload)).toEqual({ idTag: 'ANNA-01', connectorId: 1 })
  await expect(bench.client.composer.schema({ id, action: 'Heartbeat' })).rejects.toThrow('sends no Heartbeat')
  await charger.close()
  await until(async () => !(await bench.client.chargers.get({ id })).connected)
  await expect(bench.client.composer.send({ id, action: 'ClearCache', payload: '{}' })).rejects.toThrow('is not connected')
})

test('a charger of 2.0.1 gets the operations of its version, with the transaction and the EVSE that are meant', async () => {
  const newer = await connectCharger(bench.ocppUrl, 'DEPOT-2', ['ocpp2.0.1'])
  newer.answer('RequestStopTransaction', () => ({ status: 'Accepted' }))
  await newer.call('BootNotification', boot2)
  await newer.call('StatusNotification', status2(2, 'Occupied'))
  await newer.call('TransactionEvent', transaction('T-17', 2)('Started', 'CablePluggedIn', {}, { idToken: idToken('ANNA-01') }))

  const { protocol, operations } = await bench.client.composer.operations({ id: 'DEPOT-2' })
  expect(protocol).toBe('ocpp2.0.1')
  expect(operations.map(({ action }) => action)).not.toContain('GetConfiguration')
  const started = await bench.client.composer.defaults({ id: 'DEPOT-2', action: 'RequestStartTransaction' })
  expect(JSON.parse(started.payload)).toMatchObject({ evseId: 2, idToken: { idToken: 'ANNA-01' } })
  const { payload } = await bench.client.composer.defaults({ id: 'DEPOT-2', action: 'RequestStopTransaction' })
  const { message } = await bench.client.composer.send({ id: 'DEPOT-2', action: 'RequestStopTransaction', payload })
  expect(message).toMatchObject({ outcome: 'result', protocol: 'ocpp2.0.1' })
  expect(newer.received).toEqual([{ action: 'RequestStopTransaction', params: { transactionId: 'T-17' } }])
  expect(newer.complaints).toEqual([])
  await newer.close()
})

test('a charger that is not accepted yet is sent a start on purpose only', async () => {
  await bench.client.chargers.changeSettings({ id, registration: 'pending' })
  await charger.call('BootNotification', { chargePointVendor: 'Vendor', chargePointModel: 'X1' })
  charger.answer('RemoteStartTransaction', () => ({ status: 'Rejected' }))
  const start = { id, action: 'RemoteStartTransaction', payload: '{"idTag":"ANNA-01"}' }
  await expect(bench.client.composer.send(start)).rejects.toThrow(
    /^RemoteStartTransaction was not sent: the charger's registration is pending.*on purpose\.$/,
  )
  expect(charger.received).toEqual([])
  const { message } = await bench.client.composer.send({ ...start, anyway: true })
  expect(message).toMatchObject({ anyway: true, outcome: 'result' })
})
