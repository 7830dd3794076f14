/** What a call of the central system asks for in OCPP 2.0.1 and 2.1, one line per action. */
import { fields, list, text } from '../../payload.ts'
import { centralCalls, withoutPassword } from '../central-calls.ts'
import type { CallWords } from '../charger-calls.ts'
import { joined, said } from '../show.ts'
import { counted, evseWords, namesOf, profileWords, tokenWords, valueWords, variableWords } from './show2.ts'

export const centralCalls2: Record<string, CallWords> = {
  AdjustPeriodicEventStream: (call) => `Change how often event stream ${said(call, 'id', 12) ?? '?'} is sent`,
  AFRRSignal: (call) => `Signal of the grid operator for reserve power: ${said(call, 'signal', 12) ?? '?'}`,
  CancelReservation: (call) => `Cancel reservation ${said(call, 'reservationId', 20) ?? ''}`.trim(),
  CertificateSigned: () => 'Deliver the signed certificate',
  ChangeAvailability: (call) =>
    `${evseWords(call)}: ${call['operationalStatus'] === 'Inoperative' ? 'take out of service' : 'put into service'}`,
  ChangeTransactionTariff: (call) => `Session ${said(call, 'transactionId', 40) ?? '?'}: change its tariff`,
  ClearCache: () => 'Clear the cache of known users',
  ClearChargingProfile: (call) => {
    const id = said(call, 'chargingProfileId', 12)
    if (id !== null) return `Remove charging profile ${id}`
    return Object.keys(fields(call['chargingProfileCriteria'])).length === 0
      ? 'Remove all charging profiles'
      : 'Remove the charging profiles that match'
  },
  ClearDERControl: (call) => `Remove ${said(call, 'controlId', 40) ?? 'the'} grid control${'controlId' in call ? '' : 's'}`,
  ClearDisplayMessage: (call) => `Remove message ${said(call, 'id', 12) ?? '?'} from the display`,
  ClearTariffs: (call) =>
    `${evseWords(call)}: remove ${namesOf(call['tariffIds'], 3, String, 'tariff').replace('no tariff', 'all tariffs')}`,
  ClearVariableMonitoring: (call) => `Remove ${counted(list(call['id']).length, 'monitor')}`,
  CostUpdated: (call) => `Session ${said(call, 'transactionId', 40) ?? '?'}: it costs ${said(call, 'totalCost', 20) ?? '?'} so far`,
  CustomerInformation: (call) =>
    `${joined([call['report'] === true && 'Report', call['clear'] === true && 'remove'], ' and ') || 'Ask for'} what is stored of a customer`,
  DataTransfer: centralCalls['DataTransfer'] ?? (() => 'Vendor message'),
  DeleteCertificate: () => 'Delete a certificate',
  GetBaseReport: (call) =>
    `Ask for the device model: ${reports[said(call, 'reportBase', 40) ?? ''] ?? said(call, 'reportBase', 40) ?? '?'}`,
  GetChargingProfiles: (call) => `${evseWords(call)}: list the charging profiles`,
  GetCompositeSchedule: (call) => `${evseWords(call)}: ask for the planned limits of the next ${said(call, 'duration', 12) ?? '?'} s`,
  GetDERControl: () => 'List the grid controls',
  GetDisplayMessages: () => 'List the messages on the display',
  GetInstalledCertificateIds: (call) =>
    `List the ${list(call['certificateType']).length === 0 ? 'installed certificates' : `certificates of type ${namesOf(call['certificateType'], 4, String, 'type')}`}`,
  GetLocalListVersion: () => 'Ask for the version of the local list of users',
  GetLog: centralCalls['GetLog'] ?? (() => 'Ask for a log'),
  GetMonitoringReport: () => 'Ask which variables are monitored',
  GetPeriodicEventStream: () => 'List the event streams',
  GetReport: (call) =>
    `Ask for ${namesOf(call['componentVariable'], 3, variableWords, 'variable').replace('no variable', 'a report of the device model')}`,
  GetTariffs: (call) => `${evseWords(call)}: list the tariffs`,
  GetTransactionStatus: (call) =>
    'transactionId' in call
      ? `Session ${said(call, 'transactionId', 40) ?? '?'}: ask whether it runs and whether messages of it wait`
      : 'Ask whether messages of sessions wait',
  GetVariables: (call) => `Read ${namesOf(call['getVariableData'], 3, variableWords, 'variable')}`,
  InstallCertificate: (call) => `Install a certificate as ${said(call, 'certificateType', 40) ?? '?'}`,
  NotifyAllowedEnergyTransfer: (call) =>
    `Session ${said(call, 'transactionId', 40) ?? '?'}: tell which ways of energy transfer are allowed`,
  NotifyWebPaymentStarted: (call) => `${evseWords(call)}: a user pays on a web page, with ${said(call, 'timeout', 12) ?? '?'} s left`,
  PublishFirmware: (call) => `Offer the firmware from ${withoutPassword(call['location'])} to other chargers of the site`,
  RequestBatterySwap: (call) => `Start a battery swap for user ${tokenWords(call['idToken']) ?? '?'}`,
  RequestStartTransaction: (call) =>
    joined([
      `${evseWords(call, 'Any EVSE')}: start a session for user ${tokenWords(call['idToken']) ?? '?'}`,
      'chargingProfile' in call && 'with a charging profile',
    ]),
  RequestStopTransaction: (call) => `Stop session ${said(call, 'transactionId', 40) ?? '?'}`,
  ReserveNow: (call) =>
    `${evseWords(call, 'Any EVSE')}: reserve for user ${tokenWords(call['idToken']) ?? '?'} until ${said(call, 'expiryDateTime', 30) ?? '?'}`,
  Reset: (call) =>
    `${evseWords(call) === 'Charger' ? 'Restart the charger' : `Restart ${evseWords(call)}`} (${resets[text(call['type']) ?? ''] ?? said(call, 'type', 20) ?? '?'})`,
  SendLocalList: (call) =>
    `${call['updateType'] === 'Differential' ? 'Change' : 'Replace'} the local list of users: ${counted(list(call['localAuthorizationList']).length, 'user')}, version ${said(call, 'versionNumber', 12) ?? '?'}`,
  SetChargingProfile: (call) => `${evseWords(call)}: set ${profileWords(call['chargingProfile'])}`,
  SetDefaultTariff: (call) => `${evseWords(call)}: set the tariff ${said(fields(call['tariff']), 'tariffId', 60) ?? ''}`.trim(),
  SetDERControl: (call) => `Set the grid control ${said(call, 'controlType', 40) ?? '?'}`,
  SetDisplayMessage: (call) => {
    const content = fields(fields(call['message'])['message'])
    return `Show a message on the display: ${said(content, 'content', 100) ?? '(empty)'}`
  },
  SetMonitoringBase: (call) => `Choose what is monitored: ${said(call, 'monitoringBase', 40) ?? '?'}`,
  SetMonitoringLevel: (call) => `Report events of severity 0 (worst) to ${said(call, 'severity', 4) ?? '?'}`,
  SetNetworkProfile: (call) => {
    const url = withoutPassword(fields(call['connectionData'])['ocppCsmsUrl'])
    return `Store the connection ${said(call, 'configurationSlot', 8) ?? '?'}: ${url}`
  },
  SetVariableMonitoring: (call) => `Monitor ${namesOf(call['setMonitoringData'], 3, variableWords, 'variable')}`,
  SetVariables: (call) => `Set ${namesOf(call['setVariableData'], 3, settingWords, 'variable')}`,
  TriggerMessage: (call) => {
    const place = evseWords(call, '')
    const message = said(call, 'requestedMessage', 50)
    const asked = message === 'CustomTrigger' ? (said(call, 'customTrigger', 50) ?? message) : (message ?? 'a message')
    return `Ask for ${asked}${place === '' ? '' : ` of ${place}`}`
  },
  UnlockConnector: (call) => `${evseWords(call)}: unlock`,
  UnpublishFirmware: () => 'Offer a firmware to other chargers no longer',
  UpdateDynamicSchedule: (call) => {
    const limit = said(fields(call['scheduleUpdate']), 'limit', 12)
    return joined(
      [`Change the present limit of charging profile ${said(call, 'chargingProfileId', 12) ?? '?'}`, limit !== null && `to ${limit}`],
      ' ',
    )
  },
  UpdateFirmware: (call) => {
    const firmware = fields(call['firmware'])
    return joined([`Update the firmware from ${withoutPassword(firmware['location'])}`, 'signature' in firmware && 'signed'])
  },
  UsePriorityCharging: (call) =>
    `Session ${said(call, 'transactionId', 40) ?? '?'}: ${call['activate'] === true ? 'charge it first' : 'no longer charge it first'}`,
}

function settingWords(setting: unknown): string {
  return `${variableWords(setting)} to ${valueWords(setting, text(fields(setting)['attributeValue']))}`
}

const reports: Record<string, string> = {
  ConfigurationInventory: 'everything that can be set',
  FullInventory: 'everything',
  SummaryInventory: 'a summary of its state',
}
const resets: Record<string, string> = {
  Immediate: 'at once',
  ImmediateAndResume: 'at once, and go on with the sessions',
  OnIdle: 'once no session runs',
}
