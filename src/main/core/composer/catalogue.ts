/** What a central system may send, by version, as data. */
import type { Operation } from '../../../shared/domain/composer.ts'
import type { Protocol } from '../../../shared/ocpp/protocol.ts'
import { operationWords } from './operation-words.ts'

type Groups = Record<string, readonly string[]>

/** Feature profiles of OCPP 1.6 §3.2, and the extension of the whitepaper "Improved security for OCPP 1.6-J". */
const ocpp16: Groups = {
  Core: [
    'ChangeAvailability',
    'ChangeConfiguration',
    'ClearCache',
    'DataTransfer',
    'GetConfiguration',
    'RemoteStartTransaction',
    'RemoteStopTransaction',
    'Reset',
    'UnlockConnector',
  ],
  'Remote trigger': ['TriggerMessage', 'ExtendedTriggerMessage'],
  'Smart charging': ['SetChargingProfile', 'ClearChargingProfile', 'GetCompositeSchedule'],
  Reservation: ['ReserveNow', 'CancelReservation'],
  'Local auth list': ['GetLocalListVersion', 'SendLocalList'],
  'Firmware and diagnostics': ['GetDiagnostics', 'GetLog', 'UpdateFirmware', 'SignedUpdateFirmware'],
  Security: ['CertificateSigned', 'InstallCertificate', 'GetInstalledCertificateIds', 'DeleteCertificate'],
}

/** Functional blocks of OCPP 2.0.1 part 2. */
const ocpp201: Groups = {
  'Remote control': ['RequestStartTransaction', 'RequestStopTransaction', 'TriggerMessage', 'UnlockConnector'],
  Provisioning: ['GetBaseReport', 'GetReport', 'GetVariables', 'SetVariables', 'SetNetworkProfile', 'Reset'],
  Availability: ['ChangeAvailability'],
  Transactions: ['GetTransactionStatus', 'CostUpdated'],
  Authorization: ['ClearCache', 'GetLocalListVersion', 'SendLocalList'],
  Reservation: ['ReserveNow', 'CancelReservation'],
  'Smart charging': ['SetChargingProfile', 'GetChargingProfiles', 'ClearChargingProfile', 'GetCompositeSchedule'],
  Diagnostics: [
    'GetLog',
    'CustomerInformation',
    'GetMonitoringReport',
    'SetMonitoringBase',
    'SetMonitoringLevel',
    'SetVariableMonitoring',
    'ClearVariableMonitoring',
  ],
  Firmware: ['UpdateFirmware', 'PublishFirmware', 'UnpublishFirmware'],
  'Display messages': ['SetDisplayMessage', 'GetDisplayMessages', 'ClearDisplayMessage'],
  Security: ['CertificateSigned', 'InstallCertificate', 'GetInstalledCertificateIds', 'DeleteCertificate'],
  'Data transfer': ['DataTransfer'],
}

/** What OCPP 2.1 part 2 adds to the blocks of 2.0.1. */
const added21: Groups = {
  'Smart charging': ['UpdateDynamicSchedule', 'UsePriorityCharging', 'NotifyAllowedEnergyTransfer'],
  'Tariff and payment': ['SetDefaultTariff', 'GetTariffs', 'ClearTariffs', 'ChangeTransactionTariff', 'NotifyWebPaymentStarted'],
  'Grid services': ['SetDERControl', 'GetDERControl', 'ClearDERControl', 'AFRRSignal'],
  Diagnostics: ['AdjustPeriodicEventStream', 'GetPeriodicEventStream'],
  'Battery swap': ['RequestBatterySwap'],
}

const groups: Record<Protocol, Groups> = {
  'ocpp1.6': ocpp16,
  'ocpp2.0.1': ocpp201,
  'ocpp2.1': Object.fromEntries(
    [...new Set([...Object.keys(ocpp201), ...Object.keys(added21)])].map((name) => [
      name,
      [...(ocpp201[name] ?? []), ...(added21[name] ?? [])],
    ]),
  ),
}

/** It may end a session, take something away, or change how the charger can be reached. */
const destructive = new Set([
  'Reset',
  'RemoteStopTransaction',
  'RequestStopTransaction',
  'ChangeAvailability',
  'ClearChargingProfile',
  'ClearDERControl',
  'ClearDisplayMessage',
  'ClearTariffs',
  'ClearVariableMonitoring',
  'CustomerInformation',
  'DeleteCertificate',
  'SendLocalList',
  'SetNetworkProfile',
  'SignedUpdateFirmware',
  'UnlockConnector',
  'UnpublishFirmware',
  'UpdateFirmware',
])

/** Every operation that a central system may send in a version, in the order in which they are shown. */
export function operationsOf(protocol: Protocol): Operation[] {
  return Object.entries(groups[protocol]).flatMap(([group, actions]) =>
    actions.map((action) => ({ action, group, does: operationWords[action] ?? '', destructive: destructive.has(action) })),
  )
}

export function isOperation(protocol: Protocol, action: string): boolean {
  return Object.values(groups[protocol]).some((actions) => actions.includes(action))
}
