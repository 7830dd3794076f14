/** Operations of OCPP 2.0.1 and 2.1: each goes out as it was asked for, and its answer comes back and is told in words. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectRaw, type RawCharger } from '../../support/raw-charger.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

let bench: RunningWorkbench
let older: RawCharger
let newer: RawCharger
beforeAll(async () => {
  bench = await startWorkbench()
  older = await connectRaw(bench.ocppUrl, 'CS-201', ['ocpp2.0.1'])
  newer = await connectRaw(bench.ocppUrl, 'CS-21', ['ocpp2.1'])
})
afterAll(async () => {
  older.socket.terminate()
  newer.socket.terminate()
  await bench.close()
})

const at = '2026-03-01T10:00:00Z'
const component = { name: 'EVSE' }
const variable = { name: 'Power' }
const accepted = { status: 'Accepted' }
const monitor = { value: 1, type: 'UpperThreshold', severity: 5, component, variable }
const message = { id: 1, priority: 'NormalCycle', message: { format: 'UTF8', language: 'en', content: 'Hello' } }
const profile = {
  ocppVersion: 'OCPP20',
  ocppTransport: 'JSON',
  ocppCsmsUrl: 'wss://host/',
  messageTimeout: 30,
  securityProfile: 2,
  ocppInterface: 'Wired0',
}

type Case = [action: string, payload: Record<string, unknown>, answer: Record<string, unknown>]

const both: Case[] = [
  ['ClearDisplayMessage', { id: 1 }, { status: 'Unknown' }],
  ['ClearVariableMonitoring', { id: [1] }, { clearMonitoringResult: [{ id: 1, status: 'Accepted' }] }],
  ['CostUpdated', { totalCost: 1.5, transactionId: 'T1' }, {}],
  ['CustomerInformation', { requestId: 1, report: true, clear: false, customerIdentifier: 'ANNA' }, accepted],
  ['GetChargingProfiles', { requestId: 1, chargingProfile: { stackLevel: 0 } }, { status: 'NoProfiles' }],
  ['GetDisplayMessages', { requestId: 1 }, accepted],
  ['GetMonitoringReport', { requestId: 1 }, { status: 'EmptyResultSet' }],
  ['GetReport', { requestId: 1, componentCriteria: ['Problem'] }, accepted],
  ['GetTransactionStatus', { transactionId: 'T1' }, { ongoingIndicator: true, messagesInQueue: false }],
  ['PublishFirmware', { location: 'https://host/fw', checksum: 'd41d8cd98f00b204e9800998ecf8427e', requestId: 1 }, accepted],
  ['SetDisplayMessage', { message }, accepted],
  ['SetMonitoringBase', { monitoringBase: 'FactoryDefault' }, accepted],
  ['SetMonitoringLevel', { severity: 5 }, accepted],
  ['SetNetworkProfile', { configurationSlot: 1, connectionData: profile }, accepted],
  [
    'SetVariableMonitoring',
    { setMonitoringData: [monitor] },
    { setMonitoringResult: [{ ...monitor, status: 'Accepted', value: undefined }] },
  ],
  ['UnpublishFirmware', { checksum: 'd41d8cd98f00b204e9800998ecf8427e' }, { status: 'NoFirmware' }],
]

const tariff = { tariffId: 'T', currency: 'EUR' }
const of21: Case[] = [
  ['AdjustPeriodicEventStream', { id: 1, params: { interval: 10 } }, accepted],
  ['AFRRSignal', { timestamp: at, signal: 1 }, accepted],
  ['ChangeTransactionTariff', { transactionId: 'T1', tariff }, accepted],
  ['ClearDERControl', { isDefault: true }, accepted],
  ['ClearTariffs', {}, { clearTariffsResult: [{ status: 'NoTariff' }] }],
  ['GetDERControl', { requestId: 1 }, accepted],
  ['GetPeriodicEventStream', {}, {}],
  ['GetTariffs', { evseId: 1 }, { status: 'NoTariff' }],
  ['NotifyAllowedEnergyTransfer', { transactionId: 'T1', allowedEnergyTransfer: ['DC'] }, accepted],
  ['NotifyWebPaymentStarted', { evseId: 1, timeout: 60 }, {}],
  ['RequestBatterySwap', { idToken: { idToken: 'TAG1', type: 'Central' }, requestId: 1 }, accepted],
  ['SetDefaultTariff', { evseId: 1, tariff }, accepted],
  ['SetDERControl', { isDefault: false, controlId: 'C1', controlType: 'EnterService' }, accepted],
  ['UpdateDynamicSchedule', { chargingProfileId: 1, scheduleUpdate: { limit: 16 } }, accepted],
  ['UsePriorityCharging', { transactionId: 'T1', activate: true }, accepted],
]

async function exchange(id: string, charger: RawCharger, [action, payload, answer]: Case): Promise<string[]> {
  const outcome = bench.client.chargers.call({ id, action, payload })
  const call = await Promise.race([charger.called(action), outcome.then((early) => Promise.reject(new Error(JSON.stringify(early))))])
  expect(call.payload).toEqual(payload)
  charger.say(JSON.stringify([3, call.id, answer]))
  expect(await outcome).toMatchObject({ outcome: 'result' })
  const { entries } = await bench.client.log.list({ charger: id, action: [action] })
  expect(entries.every(({ summary }) => summary !== '' && !summary.includes('an action that'))).toBe(true)
  expect(entries[1]?.deviations).toEqual([])
  return entries.map(({ messageType }) => messageType ?? '')
}

const exchanged = ['result', 'call']

test.each(both)('%s to a charger of 2.0.1', async (...operation) => {
  expect(await exchange('CS-201', older, operation)).toEqual(exchanged)
})
test.each(both)('%s to a charger of 2.1', async (...operation) => {
  expect(await exchange('CS-21', newer, operation)).toEqual(exchanged)
})
test.each(of21)('%s of 2.1 only', async (...operation) => {
  expect(await exchange('CS-21', newer, operation)).toEqual(exchanged)
  const [action, payload] = operation
  await expect(bench.client.chargers.call({ id: 'CS-201', action, payload })).rejects.toThrow(`OCPP 2.0.1 has no action ${action}`)
})

test('GetCertificateChainStatus of 2.1 is refused in words, because there is no PKI here', async () => {
  const payload = {
    certificateStatusRequests: [
      {
        source: 'OCSP',
        urls: ['https://host/'],
        certificateHashData: { hashAlgorithm: 'SHA256', issuerNameHash: 'a', issuerKeyHash: 'b', serialNumber: '1' },
      },
    ],
  }
  const answer = await newer.ask(JSON.stringify([2, 'chain', 'GetCertificateChainStatus', payload]))
  expect(answer.slice(0, 2)).toEqual([3, 'chain'])
  const { entries } = await bench.client.log.list({ charger: 'CS-21', action: ['GetCertificateChainStatus'] })
  expect(entries).toHaveLength(2)
})
