import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Bench, bench, NOREPLY, type Payload, when } from './judge.ts'

let on: Bench
beforeEach(async () => {
  on = await bench()
  await on.judge.ask('ChangeConfiguration', { key: 'MeterValueSampleInterval', value: '1' })
})
afterEach(() => on.close())

const charger = () => on.simulator.list()[0]!
const isTransactional = ({ method }: { method: string }) => ['StartTransaction', 'MeterValues', 'StopTransaction'].includes(method)
const timeOf = ({ params }: { params: Payload }) => Date.parse(params.timestamp ?? params.meterValue[0].timestamp)

async function goOffline(): Promise<number> {
  await on.tell('go-offline')
  await on.judge.until(() => on.judge.client === null, 'a disconnect')
  return on.judge.seen.length
}

async function queueGrows(by: number): Promise<void> {
  const from = charger().queuedMessages
  await when(on.simulator, () => charger().queuedMessages >= from + by)
}

test('what happened to sessions while offline is delivered afterwards, in order, with its own times and the right ids', async () => {
  const { judge, tell } = on
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  await judge.next('MeterValues')
  const before = await goOffline()
  expect(charger()).toMatchObject({ connected: false, offlineByCommand: true })

  await queueGrows(1)
  await tell('stop')
  await tell('start', { userId: 'BERT' })
  expect(charger().connectors[0]).toMatchObject({ status: 'Charging', transactionId: 'local-2' })
  await queueGrows(2)
  await tell('stop')
  await tell('unplug')
  const queued = charger().queuedMessages
  await tell('come-back')
  await judge.next('StopTransaction', (params) => params.transactionId === 2)

  const after = judge.seen.slice(before)
  const delivered = after.filter(isTransactional)
  expect(delivered).toHaveLength(queued)
  expect(after.map(({ method }) => method)).not.toContain('BootNotification')
  expect(delivered.map(timeOf)).toEqual(delivered.map(timeOf).toSorted((a, b) => a - b))
  const order = delivered.map(({ method, params }) => `${method} ${params.transactionId ?? params.idTag}`)
  expect(order.filter((line, index) => line !== order[index - 1])).toEqual([
    'MeterValues 1',
    'StopTransaction 1',
    'StartTransaction BERT',
    'MeterValues 2',
    'StopTransaction 2',
  ])
  expect(after.filter(({ method }) => method === 'StatusNotification').map(({ params }) => [params.connectorId, params.status])).toEqual([
    [0, 'Available'],
    [1, 'Available'],
    [2, 'Available'],
  ])
  await when(on.simulator, () => charger().queuedMessages === 0)
})

test('a session that goes on while offline is shown as it is on return, and can be stopped remotely', async () => {
  const { judge, tell } = on
  await tell('plug')
  await goOffline()
  await tell('start', { userId: 'ANNA' })
  await tell('come-back')
  await judge.status(1, 'Charging')
  expect(await judge.next('StartTransaction')).toMatchObject({ idTag: 'ANNA' })
  await judge.next('MeterValues', (params) => params.transactionId === 1)
  expect(await judge.ask('RemoteStopTransaction', { transactionId: 1 })).toEqual({ status: 'Accepted' })
  expect(await judge.next('StopTransaction')).toMatchObject({ transactionId: 1, reason: 'Remote' })
})

test('a StartTransaction that was never answered is sent again after the connection was lost', async () => {
  const { judge, tell } = on
  judge.on('StartTransaction', () => NOREPLY)
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  const first = await judge.next('StartTransaction')
  judge.on('StartTransaction', () => ({ transactionId: 5, idTagInfo: { status: 'Accepted' } }))
  await judge.client!.close({ force: true })
  expect(await judge.next('StartTransaction')).toEqual(first)
  await judge.next('MeterValues', (params) => params.transactionId === 5)
})

test('a message that the central system cannot process is tried again, then given up', async () => {
  const { judge, tell } = on
  await judge.ask('ChangeConfiguration', { key: 'TransactionMessageAttempts', value: '2' })
  await judge.ask('ChangeConfiguration', { key: 'TransactionMessageRetryInterval', value: '0' })
  judge.on('StartTransaction', () => {
    throw new Error('no')
  })
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  await tell('stop')
  const first = await judge.next('StartTransaction')
  expect(await judge.next('StartTransaction')).toEqual(first)
  expect(await judge.next('StopTransaction')).toMatchObject({ transactionId: -1 })
})

test('a user unknown to the charger may not start offline where that is not allowed, a known one may', async () => {
  const { judge, tell } = on
  await judge.ask('ChangeConfiguration', { key: 'AllowOfflineTxForUnknownId', value: 'false' })
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  await tell('stop')
  await judge.next('StopTransaction')
  await goOffline()
  await expect(tell('start', { userId: 'EVE' })).rejects.toThrow('Charger V1 is offline and does not know user EVE.')
  await tell('start', { userId: 'ANNA' })
  expect(charger().connectors[0]!.status).toBe('Charging')
})

test('the charger comes back by itself when the central system does', async () => {
  const { judge } = on
  await judge.close()
  await judge.until(() => judge.client === null, 'a disconnect')
  await judge.reopen()
  await judge.status(2, 'Available')
  expect(judge.connections).toBe(2)
})

test('a transaction id of more digits than a number holds is given back digit by digit', async () => {
  const { judge, tell } = on
  const raw: string[] = []
  judge.client!.on('message', ({ message, outbound }: { message: Buffer; outbound: boolean }) => {
    if (!outbound) raw.push(message.toString())
  })
  judge.on('StartTransaction', (_params, messageId) => {
    judge.client!.sendRaw(`[3,"${messageId}",{"transactionId":9223372036854766666,"idTagInfo":{"status":"Accepted"}}]`)
    return NOREPLY
  })
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  await tell('stop')
  await judge.next('StopTransaction')
  expect(raw.find((frame) => frame.includes('"StopTransaction"'))).toContain('"transactionId":9223372036854766666')
})
