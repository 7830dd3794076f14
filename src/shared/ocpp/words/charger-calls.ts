/** What a call of the charger says, one line per action (OCPP 1.6 §4 and the security whitepaper). */
import type { Fields } from '../payload.ts'
import type { Protocol } from '../protocol.ts'
import { meterWords, type MeterWords } from './meter.ts'
import { joined, place, plain, said } from './show.ts'

export interface CallContext {
  /** in: from the charger; out: to it. */
  direction: 'in' | 'out' | null
  /** The connector's state before this message. */
  statusBefore: string | null
  /** The connector's state after it, where that is not what the message says itself. */
  statusAfter?: string | null
  /** EVSE and connector of the transaction, which not every message about it names. */
  evse?: { id: number; connectorId: number | null } | null
  /** Version in which it is read; 1.6 where it is left out. */
  protocol?: Protocol
  /** Of a report that comes in parts: how many have come, and how many items in all of them. */
  report?: { parts: number; items: number } | null
  /** What a meter message says all in all, already read. */
  meter?: (MeterWords & { count: number }) | null
}

export type CallWords = (payload: Fields, context: CallContext) => string

export const chargerCalls: Record<string, CallWords> = {
  Authorize: (call) => `User ${said(call, 'idTag', 40) ?? 'without an id'} asks to charge`,
  BootNotification: (call) => {
    const name = joined([said(call, 'chargePointVendor', 40), said(call, 'chargePointModel', 40)], ' ')
    return joined([`Boot: ${name || 'says nothing of itself'}`, prefixed('firmware', said(call, 'firmwareVersion', 50))])
  },
  DataTransfer: (call) =>
    joined([`Vendor message ${joined([said(call, 'vendorId', 60), said(call, 'messageId', 50)], ' / ')}`, said(call, 'data', 80)], ': '),
  DiagnosticsStatusNotification: (call) => `Diagnostics: ${spaced(said(call, 'status', 40))}`,
  FirmwareStatusNotification: (call) => `Firmware: ${spaced(said(call, 'status', 40))}`,
  Heartbeat: () => 'Heartbeat',
  LogStatusNotification: (call) => `Log upload: ${spaced(said(call, 'status', 40))}`,
  MeterValues: (call, { meter }) => {
    if (meter === null || meter === undefined) return `${place(call)}: no meter value that can be read`
    return `${place(call)}: ${meterWords(meter) || 'no meter value that is shown here'}${meter.count > 1 ? ` (${meter.count} readings)` : ''}`
  },
  SecurityEventNotification: (call) => joined([`Security event: ${spaced(said(call, 'type', 50))}`, said(call, 'techInfo', 120)], ' – '),
  SignCertificate: () => 'Asks for a new certificate',
  SignedFirmwareStatusNotification: (call) => `Firmware: ${spaced(said(call, 'status', 40))}`,
  StartTransaction: (call) =>
    joined([
      `${place(call)}: session starts`,
      prefixed('user', said(call, 'idTag', 40)),
      prefixed('meter', said(call, 'meterStart', 20), 'Wh'),
    ]),
  StatusNotification: statusWords,
  StopTransaction: (call, { meter }) =>
    joined([
      `Session ${said(call, 'transactionId', 24) ?? 'without an id'} ends`,
      stopReasons[said(call, 'reason', 40) ?? 'Local'] ?? said(call, 'reason', 40),
      prefixed('meter', said(call, 'meterStop', 20), 'Wh'),
      prefixed('user', said(call, 'idTag', 40)),
      (meter?.count ?? 0) > 0 && `${meter?.count} meter reading${meter?.count === 1 ? '' : 's'}`,
    ]),
}

export const stateWords: Record<string, string> = {
  SuspendedEV: 'the car paused',
  SuspendedEVSE: 'the charger paused',
}

/** OCPP 1.6 §7.36. */
export const stopReasons: Record<string, string> = {
  DeAuthorized: 'the user is no longer accepted (DeAuthorized)',
  EmergencyStop: 'the emergency stop was used (EmergencyStop)',
  EVDisconnected: 'the cable was unplugged (EVDisconnected)',
  HardReset: 'hard reset (HardReset)',
  Local: 'stopped at the charger (Local)',
  Other: 'for another reason (Other)',
  PowerLoss: 'the power failed (PowerLoss)',
  Reboot: 'the charger restarted (Reboot)',
  Remote: 'stopped remotely (Remote)',
  SoftReset: 'soft reset (SoftReset)',
  UnlockCommand: 'the connector was unlocked remotely (UnlockCommand)',
}

function statusWords(call: Fields, { statusBefore }: CallContext): string {
  const status = said(call, 'status', 40) ?? 'no state'
  const errorCode = said(call, 'errorCode', 40)
  const change = statusBefore === null ? status : statusBefore === status ? `still ${status}` : `${statusBefore} → ${status}`
  return joined([
    `${place(call)}: ${change}`,
    stateWords[status] ?? null,
    errorCode !== null && errorCode !== 'NoError' && `error ${errorCode}`,
    prefixed('vendor code', said(call, 'vendorErrorCode', 50)),
    said(call, 'info', 60),
  ])
}

export function prefixed(word: string, value: string | null, unit = ''): string | null {
  return value === null ? null : `${word} ${value}${unit === '' ? '' : ` ${unit}`}`
}

/** `DownloadFailed` as `download failed`, `InvalidTLSVersion` as `invalid TLS version`. */
export function spaced(word: string | null): string {
  if (word === null) return 'no status'
  const words = plain(word.replaceAll('SoC', 'SOC').replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')).split(' ')
  return words.map((each) => (/^[A-Z]{2,}$/.test(each) ? each.replace('SOC', 'SoC') : each.toLowerCase())).join(' ')
}
