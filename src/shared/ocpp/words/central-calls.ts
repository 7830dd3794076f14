/** What a call of the central system asks for, one line per action (OCPP 1.6 §5 and the security whitepaper). */
import { fields, list, type Fields } from '../payload.ts'
import type { CallWords } from './charger-calls.ts'
import { isSecretKey, joined, plain, said } from './show.ts'

export const centralCalls: Record<string, CallWords> = {
  CancelReservation: (call) => `Cancel reservation ${said(call, 'reservationId', 20) ?? ''}`.trim(),
  CertificateSigned: () => 'Deliver the signed certificate',
  ChangeAvailability: (call) => `${target(call)}: ${call['type'] === 'Inoperative' ? 'take out of service' : 'put into service'}`,
  ChangeConfiguration: (call) => {
    const key = said(call, 'key', 60) ?? 'a key'
    return `Set ${key} to ${isSecretKey(key) ? '••••••' : (said(call, 'value', 80) ?? 'nothing')}`
  },
  ClearCache: () => 'Clear the cache of known users',
  ClearChargingProfile: (call) =>
    `Remove ${Object.keys(call).length === 0 ? 'all charging profiles' : `charging profiles (${filters(call)})`}`,
  DataTransfer: (call) =>
    joined([`Vendor message ${joined([said(call, 'vendorId', 60), said(call, 'messageId', 50)], ' / ')}`, said(call, 'data', 80)], ': '),
  DeleteCertificate: () => 'Delete a certificate',
  ExtendedTriggerMessage: trigger,
  GetCompositeSchedule: (call) => `${target(call)}: ask for the planned limits of the next ${said(call, 'duration', 12) ?? '?'} s`,
  GetConfiguration: (call) => {
    const keys = list(call['key']).map((key) => plain(key, 60))
    if (keys.length === 0) return 'Read the whole configuration'
    return `Read ${keys.length > 4 ? `${keys.length} configuration keys` : keys.join(', ')}`
  },
  GetDiagnostics: (call) => `Ask for diagnostics, to be uploaded to ${withoutPassword(call['location'])}`,
  GetInstalledCertificateIds: (call) => `List the certificates of type ${said(call, 'certificateType', 40) ?? '?'}`,
  GetLocalListVersion: () => 'Ask for the version of the local list of users',
  GetLog: (call) =>
    `Ask for the ${call['logType'] === 'SecurityLog' ? 'security log' : 'diagnostics log'}, to be uploaded to ${withoutPassword(fields(call['log'])['remoteLocation'])}`,
  InstallCertificate: (call) => `Install a certificate as ${said(call, 'certificateType', 40) ?? '?'}`,
  RemoteStartTransaction: (call) =>
    joined([
      `${target(call, 'Any connector')}: start a session for user ${said(call, 'idTag', 40) ?? '?'}`,
      'chargingProfile' in call && 'with a charging profile',
    ]),
  RemoteStopTransaction: (call) => `Stop session ${said(call, 'transactionId', 24) ?? '?'}`,
  ReserveNow: (call) => `${target(call)}: reserve for user ${said(call, 'idTag', 40) ?? '?'} until ${said(call, 'expiryDate', 30) ?? '?'}`,
  Reset: (call) => `Restart the charger (${call['type'] === 'Hard' ? 'hard' : 'soft'})`,
  SendLocalList: (call) => {
    const count = list(call['localAuthorizationList']).length
    const version = said(call, 'listVersion', 12) ?? '?'
    return `${call['updateType'] === 'Differential' ? 'Change' : 'Replace'} the local list of users: ${count} user${count === 1 ? '' : 's'}, version ${version}`
  },
  SetChargingProfile: (call) => `${target(call)}: set ${profileWords(fields(call['csChargingProfiles']))}`,
  SignedUpdateFirmware: (call) => `Update the firmware from ${withoutPassword(fields(call['firmware'])['location'])}, signed`,
  TriggerMessage: trigger,
  UnlockConnector: (call) => `${target(call)}: unlock`,
  UpdateFirmware: (call) => `Update the firmware from ${withoutPassword(call['location'])}`,
}

function target(call: Fields, without = 'Charger'): string {
  const connector = said(call, 'connectorId', 12)
  if (connector === null) return without
  return connector === '0' ? 'Charger' : `Connector ${connector}`
}

function trigger(call: Fields): string {
  const connector = said(call, 'connectorId', 12)
  return `Ask for ${said(call, 'requestedMessage', 50) ?? 'a message'}${connector === null ? '' : ` of connector ${connector}`}`
}

function filters(call: Fields): string {
  return joined(Object.entries(call).map(([name, value]) => `${plain(name, 30)} ${plain(value, 30)}`))
}

/** The limits of a profile's first period, and how many more there are (OCPP 1.6 §7.8). */
function profileWords(profile: Fields): string {
  const schedule = fields(profile['chargingSchedule'])
  const periods = list(schedule['chargingSchedulePeriod'])
  const limit = said(fields(periods[0]), 'limit', 12)
  const unit = said(schedule, 'chargingRateUnit', 3) ?? ''
  return joined([
    `a charging profile (${said(profile, 'chargingProfilePurpose', 40) ?? 'of no purpose'})`,
    limit !== null && `limit ${limit} ${unit}`.trim(),
    periods.length > 1 && `${periods.length} periods`,
  ])
}

/** An address without the password that upload addresses often carry. */
export function withoutPassword(location: unknown): string {
  if (typeof location !== 'string' || location === '') return 'nowhere'
  return plain(location.replace(/^(\w+:\/\/[^/@:]*):[^/]*@/, '$1:••••••@'), 120)
}
