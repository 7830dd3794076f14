/** Every operation that OCPP 1.6 and its security extension give a central system, and every report of the security extension. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectCharger, type TestCharger } from '../../support/charger.ts'
import { connectRaw, type RawCharger } from '../../support/raw-charger.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

let bench: RunningWorkbench
beforeAll(async () => void (bench = await startWorkbench()))
afterAll(() => bench.close())

const profile = {
  chargingProfileId: 1,
  stackLevel: 0,
  chargingProfilePurpose: 'TxDefaultProfile',
  chargingProfileKind: 'Absolute',
  chargingSchedule: { chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }] },
}
const when = '2026-03-01T10:00:00Z'

/** Action, payload, the charger's answer, and both in plain words. */
type Case = [action: string, payload: Record<string, unknown>, answer: Record<string, unknown>, asked: string, answered: string]

const of16: Case[] = [
  ['CancelReservation', { reservationId: 7 }, { status: 'Accepted' }, 'Cancel reservation 7', 'accepted'],
  [
    'ChangeAvailability',
    { connectorId: 1, type: 'Inoperative' },
    { status: 'Scheduled' },
    'Connector 1: take out of service',
    'accepted, once the running session has ended',
  ],
  [
    'ChangeConfiguration',
    { key: 'HeartbeatInterval', value: '60' },
    { status: 'RebootRequired' },
    'Set HeartbeatInterval to 60',
    'accepted, needs a reboot to take effect',
  ],
  ['ClearCache', {}, { status: 'Accepted' }, 'Clear the cache of known users', 'accepted'],
  ['ClearChargingProfile', {}, { status: 'Unknown' }, 'Remove all charging profiles', 'not known'],
  [
    'DataTransfer',
    { vendorId: 'Acme', messageId: 'Hello' },
    { status: 'UnknownVendorId' },
    'Vendor message Acme / Hello',
    'refused: the vendor is not known (UnknownVendorId)',
  ],
  [
    'GetCompositeSchedule',
    { connectorId: 1, duration: 3600 },
    { status: 'Rejected' },
    'Connector 1: ask for the planned limits of the next 3600 s',
    'refused: Rejected',
  ],
  [
    'GetConfiguration',
    { key: ['HeartbeatInterval'] },
    { configurationKey: [{ key: 'HeartbeatInterval', readonly: false, value: '60' }] },
    'Read HeartbeatInterval',
    'HeartbeatInterval = 60',
  ],
  [
    'GetDiagnostics',
    { location: 'ftp://me:secret@host/' },
    { fileName: 'diag.zip' },
    'Ask for diagnostics, to be uploaded to ftp://me:••••••@host/',
    'will upload diag.zip',
  ],
  ['GetLocalListVersion', {}, { listVersion: 3 }, 'Ask for the version of the local list of users', 'version 3'],
  [
    'RemoteStartTransaction',
    { connectorId: 1, idTag: 'TAG1', chargingProfile: { ...profile, chargingProfilePurpose: 'TxProfile' } },
    { status: 'Accepted' },
    'Connector 1: start a session for user TAG1, with a charging profile',
    'accepted',
  ],
  ['RemoteStopTransaction', { transactionId: 12 }, { status: 'Rejected' }, 'Stop session 12', 'refused: Rejected'],
  [
    'ReserveNow',
    { connectorId: 1, expiryDate: when, idTag: 'TAG1', reservationId: 7 },
    { status: 'Occupied' },
    `Connector 1: reserve for user TAG1 until ${when}`,
    'refused: the connector is in use (Occupied)',
  ],
  ['Reset', { type: 'Soft' }, { status: 'Accepted' }, 'Restart the charger (soft)', 'accepted'],
  [
    'SendLocalList',
    { listVersion: 4, updateType: 'Full', localAuthorizationList: [{ idTag: 'TAG1', idTagInfo: { status: 'Accepted' } }] },
    { status: 'VersionMismatch' },
    'Replace the local list of users: 1 user, version 4',
    'refused: the versions of the lists do not fit (VersionMismatch)',
  ],
  [
    'SetChargingProfile',
    { connectorId: 1, csChargingProfiles: profile },
    { status: 'Accepted' },
    'Connector 1: set a charging profile (TxDefaultProfile), limit 16 A',
    'accepted',
  ],
  [
    'TriggerMessage',
    { requestedMessage: 'MeterValues', connectorId: 1 },
    { status: 'NotImplemented' },
    'Ask for MeterValues of connector 1',
    'refused: the charger cannot do that (NotImplemented)',
  ],
  [
    'UnlockConnector',
    { connectorId: 1 },
    { status: 'UnlockFailed' },
    'Connector 1: unlock',
    'refused: the connector stays locked (UnlockFailed)',
  ],
  [
    'UpdateFirmware',
    { location: 'https://host/fw.bin', retrieveDate: when },
    {},
    'Update the firmware from https://host/fw.bin',
    'received',
  ],
]

const hash = { hashAlgorithm: 'SHA256', issuerNameHash: 'a1', issuerKeyHash: 'b2', serialNumber: '01' }
const securityExtension: Case[] = [
  ['CertificateSigned', { certificateChain: 'PEM' }, { status: 'Accepted' }, 'Deliver the signed certificate', 'accepted'],
  ['DeleteCertificate', { certificateHashData: hash }, { status: 'NotFound' }, 'Delete a certificate', 'there is none'],
  [
    'ExtendedTriggerMessage',
    { requestedMessage: 'SignChargePointCertificate' },
    { status: 'Accepted' },
    'Ask for SignChargePointCertificate',
    'accepted',
  ],
  [
    'GetInstalledCertificateIds',
    { certificateType: 'CentralSystemRootCertificate' },
    { status: 'Accepted', certificateHashData: [hash] },
    'List the certificates of type CentralSystemRootCertificate',
    '1 certificate',
  ],
  [
    'GetLog',
    { logType: 'SecurityLog', requestId: 1, log: { remoteLocation: 'ftp://host/' } },
    { status: 'Accepted', filename: 'log.gz' },
    'Ask for the security log, to be uploaded to ftp://host/',
    'accepted, log.gz',
  ],
  [
    'InstallCertificate',
    { certificateType: 'CentralSystemRootCertificate', certificate: 'PEM' },
    { status: 'Failed' },
    'Install a certificate as CentralSystemRootCertificate',
    'refused: it went wrong (Failed)',
  ],
  [
    'SignedUpdateFirmware',
    { requestId: 1, firmware: { location: 'https://host/fw.bin', retrieveDateTime: when, signingCertificate: 'PEM', signature: 'SIG' } },
    { status: 'Accepted' },
    'Update the firmware from https://host/fw.bin, signed',
    'accepted',
  ],
]

const summariesOf = async (charger: string, action: string) => {
  const { entries } = await bench.client.log.list({ charger, action: [action] })
  return entries.toReversed().map(({ summary, deviations, category }) => ({ summary, deviations, category }))
}

describe('every operation of 1.6 goes to a strict independent charger, and both sides are told in words', () => {
  let charger: TestCharger
  beforeAll(async () => void (charger = await connectCharger(bench.ocppUrl, 'STRICT')))
  afterAll(async () => {
    expect(charger.complaints).toEqual([])
    await charger.close()
  })

  test.each(of16)('%s', async (action, payload, answer, asked, answered) => {
    charger.answer(action, () => answer)
    expect(await bench.client.chargers.call({ id: 'STRICT', action, payload })).toMatchObject({ outcome: 'result', payload: answer })
    expect(charger.received.at(-1)).toEqual({ action, params: payload })
    const [call, result] = await summariesOf('STRICT', action)
    expect([call?.summary, result?.summary]).toEqual([asked, answered])
    expect([call?.deviations, result?.deviations]).toEqual([[], []])
    expect(result?.category).toBe(call?.category)
  })
})

describe('every operation of the security extension', () => {
  let charger: RawCharger
  beforeAll(async () => void (charger = await connectRaw(bench.ocppUrl, 'SECURE')))
  afterAll(() => charger.socket.terminate())

  test.each(securityExtension)('%s', async (action, payload, answer, asked, answered) => {
    const outcome = bench.client.chargers.call({ id: 'SECURE', action, payload })
    const call = await charger.called(action)
    expect(call.payload).toEqual(payload)
    charger.say(JSON.stringify([3, call.id, answer]))
    expect(await outcome).toMatchObject({ outcome: 'result', payload: answer })
    const entries = await summariesOf('SECURE', action)
    expect(entries.map(({ summary }) => summary)).toEqual([asked, answered])
    expect(entries.map(({ deviations }) => deviations)).toEqual([[], []])
  })

  test.each([
    ['SecurityEventNotification', { type: 'InvalidTLSVersion', timestamp: when }, {}, 'security', 'Security event: invalid TLS version'],
    ['LogStatusNotification', { status: 'UploadFailure', requestId: 1 }, {}, 'state', 'Log upload: upload failure'],
    ['SignedFirmwareStatusNotification', { status: 'InvalidSignature', requestId: 1 }, {}, 'state', 'Firmware: invalid signature'],
  ])('%s is answered, categorised and told', async (action, payload, answer, category, summary) => {
    expect(await charger.ask(JSON.stringify([2, action, action, payload]))).toEqual([3, action, answer])
    const [call] = await summariesOf('SECURE', action)
    expect(call).toEqual({ summary, category, deviations: [] })
  })
})

test('an operation that 1.6 does not have, or a payload that does not fit, is not sent', async () => {
  const charger = await connectRaw(bench.ocppUrl, 'NONE')
  await expect(bench.client.chargers.call({ id: 'NONE', action: 'GetVariables', payload: {} })).rejects.toThrow(
    'has no action GetVariables',
  )
  await expect(bench.client.chargers.call({ id: 'NONE', action: 'Reset', payload: { type: 'Gently' } })).rejects.toThrow(
    'allowed are Hard, Soft',
  )
  expect(charger.frames).toEqual([])
  charger.socket.terminate()
})
