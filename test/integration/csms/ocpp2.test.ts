import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectCharger, type TestCharger } from '../../support/charger.ts'
import { boot2, idToken, reading, status2, transaction } from '../../support/charger2.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

const id = 'GARAGE-20'
let bench: RunningWorkbench
let charger: TestCharger

beforeEach(async () => {
  bench = await startWorkbench()
  charger = await connectCharger(bench.ocppUrl, id, ['ocpp1.6', 'ocpp2.0.1'])
})
afterEach(async () => {
  await charger.close()
  await bench.close()
})

test('the newer of two offered versions is spoken, and a whole session of 2.0.1 is shown as one of 1.6 would be', async () => {
  expect(charger.client.protocol).toBe('ocpp2.0.1')
  expect(await charger.call('BootNotification', boot2)).toMatchObject({ status: 'Accepted', interval: 300 })
  await charger.call('StatusNotification', status2(1, 'Available'))
  await charger.call('StatusNotification', status2(1, 'Occupied'))
  expect(await charger.call('Authorize', { idToken: idToken('TAG1') })).toEqual({ idTokenInfo: { status: 'Accepted' } })
  const event = transaction('3f9c-1')
  const say = (...what: Parameters<typeof event>) => charger.call('TransactionEvent', event(...what))
  const started = await say('Started', 'Authorized', { chargingState: 'EVConnected' }, { idToken: idToken('TAG1'), ...reading(1000, 0) })
  expect(started).toEqual({ idTokenInfo: { status: 'Accepted' } })
  expect(await say('Updated', 'ChargingStateChanged', { chargingState: 'Charging' })).toEqual({})
  await say('Updated', 'MeterValuePeriodic', { chargingState: 'Charging' }, reading(1500, 7200))
  expect(await bench.client.chargers.get({ id })).toMatchObject({
    connected: true,
    protocol: 'ocpp2.0.1',
    bootInfo: { vendor: 'Vendor', model: 'X2', firmwareVersion: '9.1.0' },
    connectors: [
      {
        id: 1,
        status: 'Charging',
        powerW: 7200,
        session: { transactionId: '3f9c-1', energyWh: 500, userId: 'TAG1', paymentMethod: { id: 'card' }, paymentState: 'open' },
      },
    ],
  })
  await say('Updated', 'ChargingStateChanged', { chargingState: 'SuspendedEV' })
  await say('Updated', 'ChargingStateChanged', { chargingState: 'SuspendedEVSE' })
  await say('Updated', 'ChargingStateChanged', { chargingState: 'Charging' })
  await say('Ended', 'StopAuthorized', { chargingState: 'EVConnected', stoppedReason: 'Local' }, reading(3000, 0))
  await charger.call('StatusNotification', status2(1, 'Available'))

  const { segments } = await bench.client.chargers.timeline({ id })
  expect(segments.filter(({ lane }) => lane === 'connector:1').map(({ state }) => state)).toEqual([
    'Available',
    'Preparing',
    'Charging',
    'SuspendedEV',
    'SuspendedEVSE',
    'Charging',
    'Finishing',
    'Available',
  ])
  expect(await bench.client.chargers.sessions({ id })).toMatchObject([
    { energyWh: 2000, transactionId: '3f9c-1', reason: 'Local', paymentState: 'charged' },
  ])
  expect(charger.complaints).toEqual([])
  expect(bench.errors).toEqual([])
})

test('a user who is blocked, expired, or not in the list is told so in the words of 2.0.1', async () => {
  await charger.call('BootNotification', boot2)
  await bench.client.settings.change({ unknownUsers: 'refuse' })
  await bench.client.users.save({ id: 'BLOCKED', status: 'Blocked' })
  await bench.client.users.save({ id: 'OLD', expiresAt: Date.parse('2020-01-01T00:00:00Z'), parentId: 'FLEET' })
  const statusFor = async (token: Record<string, unknown>) => (await charger.call('Authorize', { idToken: token }))['idTokenInfo']
  expect(await statusFor(idToken('BLOCKED'))).toEqual({ status: 'Blocked' })
  expect(await statusFor(idToken('OLD'))).toEqual({
    status: 'Expired',
    cacheExpiryDateTime: '2020-01-01T00:00:00Z',
    groupIdToken: { idToken: 'FLEET', type: 'Central' },
  })
  expect(await statusFor(idToken('NOBODY'))).toEqual({ status: 'Unknown' })
  expect(await statusFor({ idToken: '', type: 'NoAuthorization' })).toEqual({ status: 'Accepted' })
  const hash = { hashAlgorithm: 'SHA256', issuerNameHash: 'a', issuerKeyHash: 'b', serialNumber: 'c', responderURL: 'https://ocsp.example' }
  expect(await charger.call('Authorize', { idToken: idToken('NOBODY'), iso15118CertificateHashData: [hash] })).toEqual({
    idTokenInfo: { status: 'Unknown' },
    certificateStatus: 'NoCertificateAvailable',
  })
  expect(charger.complaints).toEqual([])
})

test('every call that 2.0.1 allows a charger gets an answer that its schema allows', async () => {
  await charger.call('BootNotification', boot2)
  const now = new Date().toISOString()
  const hash = { hashAlgorithm: 'SHA256', issuerNameHash: 'a', issuerKeyHash: 'b', serialNumber: 'c', responderURL: 'https://ocsp.example' }
  const schedule = { id: 1, chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }] }
  const calls: Record<string, Record<string, unknown>> = {
    ClearedChargingLimit: { chargingLimitSource: 'EMS' },
    DataTransfer: { vendorId: 'V' },
    FirmwareStatusNotification: { status: 'Installed' },
    Get15118EVCertificate: { iso15118SchemaVersion: 'urn:iso', action: 'Install', exiRequest: 'AA==' },
    GetCertificateStatus: { ocspRequestData: hash },
    Heartbeat: {},
    LogStatusNotification: { status: 'Uploading' },
    MeterValues: { evseId: 1, meterValue: [{ timestamp: now, sampledValue: [{ value: 1 }] }] },
    NotifyChargingLimit: { chargingLimit: { chargingLimitSource: 'EMS' } },
    NotifyCustomerInformation: { data: 'x', seqNo: 0, generatedAt: now, requestId: 1 },
    NotifyDisplayMessages: { requestId: 1 },
    NotifyEVChargingNeeds: { evseId: 1, chargingNeeds: { requestedEnergyTransfer: 'AC_three_phase' } },
    NotifyEVChargingSchedule: { timeBase: now, evseId: 1, chargingSchedule: schedule },
    NotifyEvent: { generatedAt: now, seqNo: 0, eventData: [eventData(now)] },
    NotifyMonitoringReport: { requestId: 1, seqNo: 0, generatedAt: now },
    NotifyReport: { requestId: 1, seqNo: 0, generatedAt: now },
    PublishFirmwareStatusNotification: { status: 'Downloaded' },
    ReportChargingProfiles: {
      requestId: 1,
      chargingLimitSource: 'CSO',
      evseId: 1,
      chargingProfile: [
        { id: 1, stackLevel: 0, chargingProfilePurpose: 'TxDefaultProfile', chargingProfileKind: 'Relative', chargingSchedule: [schedule] },
      ],
    },
    ReservationStatusUpdate: { reservationId: 1, reservationUpdateStatus: 'Expired' },
    SecurityEventNotification: { type: 'FirmwareUpdated', timestamp: now },
    SignCertificate: { csr: 'not a certificate request' },
    StatusNotification: status2(1, 'Available'),
  }
  for (const [action, payload] of Object.entries(calls)) {
    expect([action, await charger.call(action, payload)]).toEqual([action, expect.any(Object)])
  }
  expect(charger.complaints).toEqual([])
  expect(bench.errors).toEqual([])
})

test('a message of 1.6 on a connection of 2.0.1 is answered NotImplemented, a broken one with the codes of 2.0.1', async () => {
  await charger.call('BootNotification', boot2)
  const said = async (raw: string) => {
    const before = charger.wire.length
    charger.client.sendRaw(raw)
    for (;;) {
      const answer = charger.wire.slice(before).find(({ direction }) => direction === 'out')
      if (answer) return JSON.parse(answer.raw) as unknown[]
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  expect((await said('[2,"a1","StartTransaction",{}]')).slice(0, 3)).toEqual([4, 'a1', 'NotImplemented'])
  expect((await said('[2,"a2","Reset",{"type":"Immediate"}]')).slice(0, 3)).toEqual([4, 'a2', 'NotSupported'])
  expect((await said('[2,"a3","Heartbeat",[]]')).slice(0, 3)).toEqual([4, 'a3', 'FormatViolation'])
  expect((await said('[2,"a4","Authorize",{}]')).slice(0, 3)).toEqual([4, 'a4', 'OccurrenceConstraintViolation'])
  const lost = { eventType: 'Started', triggerReason: 'Authorized', seqNo: 0, timestamp: new Date().toISOString(), transactionInfo: {} }
  expect((await said(JSON.stringify([2, 'a5', 'TransactionEvent', lost]))).slice(0, 3)).toEqual([4, 'a5', 'OccurrenceConstraintViolation'])
  expect((await said('[2,"a6","Heartbeat",')).slice(0, 3)).toEqual([4, 'a6', 'RpcFrameworkError'])
  expect((await said('[2,{},"Heartbeat",{}]')).slice(0, 3)).toEqual([4, '-1', 'RpcFrameworkError'])
  expect((await said('[9,"a8",{}]')).slice(0, 3)).toEqual([4, 'a8', 'MessageTypeNotSupported'])
  expect(bench.errors).toEqual([])
})

test('while the registration is pending only what was asked for is served, and what would start a session is not sent', async () => {
  await bench.client.chargers.changeSettings({ id, registration: 'pending' })
  expect(await charger.call('BootNotification', boot2)).toMatchObject({ status: 'Pending', interval: 30 })
  await expect(charger.call('StatusNotification', status2(1, 'Available'))).rejects.toMatchObject({ rpcErrorCode: 'SecurityError' })
  expect(await charger.call('NotifyReport', { requestId: 1, seqNo: 0, generatedAt: new Date().toISOString() })).toEqual({})
  await expect(bench.client.remoteActions.start({ id, connectorId: 1, userId: 'TAG1' })).rejects.toThrow('pending')
  charger.answer('TriggerMessage', () => ({ status: 'Accepted' }))
  const payload = { requestedMessage: 'StatusNotification', evse: { id: 1, connectorId: 1 } }
  expect(await bench.client.chargers.call({ id, action: 'TriggerMessage', payload })).toMatchObject({ payload: { status: 'Accepted' } })
  expect(await charger.call('StatusNotification', status2(1, 'Available'))).toEqual({})
  await bench.client.chargers.changeSettings({ id, registration: 'accepted' })
  expect(await charger.call('Heartbeat', {})).toEqual({ currentTime: expect.any(String) })
})

test('two users of one id on two EVSEs are concurrent where that is refused', async () => {
  await bench.client.settings.change({ concurrentSessions: 'refuse' })
  await charger.call('BootNotification', boot2)
  const start = (transactionId: string, evseId: number) =>
    charger.call(
      'TransactionEvent',
      transaction(transactionId, evseId)('Started', 'Authorized', { chargingState: 'Charging' }, { idToken: idToken('TAG1') }),
    )
  expect(await start('A', 1)).toEqual({ idTokenInfo: { status: 'Accepted' } })
  expect(await start('B', 2)).toEqual({ idTokenInfo: { status: 'ConcurrentTx' } })
  expect(charger.complaints).toEqual([])
})

function eventData(timestamp: string) {
  return {
    eventId: 1,
    timestamp,
    trigger: 'Alerting',
    actualValue: 'true',
    eventNotificationType: 'HardWiredNotification',
    component: { name: 'Connector', evse: { id: 1, connectorId: 1 } },
    variable: { name: 'Problem' },
  }
}
