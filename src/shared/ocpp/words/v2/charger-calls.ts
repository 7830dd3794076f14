/** What a call of the charger says in OCPP 2.0.1 and 2.1, one line per action. */
import { fields, flagText, list, text, type Fields } from '../../payload.ts'
import { chargerCalls, prefixed, spaced, stateWords, stopReasons, type CallContext, type CallWords } from '../charger-calls.ts'
import { meterWords } from '../meter.ts'
import { joined, said } from '../show.ts'
import { counted, evseWords, namesOf, partWords, profileWords, tokenWords, valueWords, variableWords } from './show2.ts'

export const chargerCalls2: Record<string, CallWords> = {
  Authorize: (call) =>
    joined([
      `User ${tokenWords(call['idToken']) ?? 'without an id'} asks to charge`,
      ('certificate' in call || 'iso15118CertificateHashData' in call) && 'with a contract certificate (Plug & Charge)',
    ]),
  BatterySwap: (call) =>
    joined([`Battery swap: ${spaced(said(call, 'eventType', 40))}`, namesOf(call['batteryData'], 0, () => '', 'battery data set')]),
  BootNotification: (call) => {
    const station = fields(call['chargingStation'])
    const name = joined([said(station, 'vendorName', 50), said(station, 'model', 40)], ' ')
    return joined([
      `Boot: ${name || 'says nothing of itself'}`,
      prefixed('firmware', said(station, 'firmwareVersion', 50)),
      bootReasons[said(call, 'reason', 40) ?? ''] ?? prefixed('reason', said(call, 'reason', 40)),
    ])
  },
  ClearedChargingLimit: (call) =>
    `${evseWords(call)}: the limit set by ${said(call, 'chargingLimitSource', 40) ?? 'somebody else'} is lifted`,
  DataTransfer: chargerCalls['DataTransfer'] ?? (() => 'Vendor message'),
  FirmwareStatusNotification: (call) => joined([`Firmware: ${spaced(said(call, 'status', 40))}`, statusInfo(call)]),
  Get15118EVCertificate: (call) =>
    `Passes on the car's request to ${call['action'] === 'Update' ? 'renew' : 'install'} a contract certificate (ISO 15118)`,
  GetCertificateChainStatus: (call) =>
    `Asks whether ${counted(list(call['certificateStatusRequests']).length, 'certificate')} of a car's chain have been revoked`,
  GetCertificateStatus: () => 'Asks whether a certificate of a car has been revoked (OCSP)',
  Heartbeat: () => 'Heartbeat',
  LogStatusNotification: (call) => joined([`Log upload: ${spaced(said(call, 'status', 40))}`, statusInfo(call)]),
  MeterValues: (call, { meter }) => `${evseWords(call, 'Main meter')}: ${meterText(meter)}`,
  NotifyChargingLimit: (call) => {
    const limit = fields(call['chargingLimit'])
    const critical = limit['isGridCritical'] === true && 'critical for the grid'
    return joined([`${evseWords(call)}: limited by ${said(limit, 'chargingLimitSource', 40) ?? 'somebody else'}`, critical])
  },
  NotifyCustomerInformation: (call, { report }) =>
    joined(['Customer information', (report?.parts ?? 1) > 1 && `part ${report?.parts}`, said(call, 'data', 80) ?? 'nothing stored'], ': '),
  NotifyDERAlarm: (call) =>
    `Grid ${call['alarmEnded'] === true ? 'alarm has ended' : 'alarm'}: ${joined([said(call, 'controlType', 40), said(call, 'gridEventFault', 40)])}`,
  NotifyDERStartStop: (call) =>
    `Grid control ${said(call, 'controlId', 40) ?? '?'} ${call['started'] === true ? 'takes effect' : 'no longer takes effect'}`,
  NotifyDisplayMessages: (call, { report }) => joined(['Messages on the display', partWords(call, report, 'message')], ': '),
  NotifyEVChargingNeeds: (call) => {
    const needs = fields(call['chargingNeeds'])
    const [ac, dc] = [fields(needs['acChargingParameters']), fields(needs['dcChargingParameters'])]
    return joined([
      `${evseWords(call)}: the car wants to charge`,
      said(needs, 'requestedEnergyTransfer', 40),
      prefixed('energy', said(ac, 'energyAmount', 20) ?? said(dc, 'energyAmount', 20), 'Wh'),
      prefixed('SoC', said(dc, 'stateOfCharge', 8), '%'),
      prefixed('leaves at', said(needs, 'departureTime', 40)),
    ])
  },
  NotifyEVChargingSchedule: (call) => {
    const periods = list(fields(call['chargingSchedule'])['chargingSchedulePeriod']).length
    return `${evseWords(call)}: the car tells its charging schedule (${counted(periods, 'period')})`
  },
  NotifyEvent: (call) => namesOf(call['eventData'], 3, eventText, 'event'),
  NotifyMonitoringReport: (call, { report }) => joined(['Monitoring report', partWords(call, report, 'monitored variable')], ': '),
  NotifyPeriodicEventStream: (call) =>
    `Event stream ${said(call, 'id', 12) ?? '?'}: ${counted(list(call['data']).length, 'value')}, ${said(call, 'pending', 12) ?? '0'} waiting`,
  NotifyPriorityCharging: (call) =>
    `Session ${said(call, 'transactionId', 40) ?? '?'}: priority charging ${call['activated'] === true ? 'is on' : 'is off'}`,
  NotifyReport: (call, { report }) => joined(['Device model', partWords(call, report, 'variable')], ': '),
  NotifySettlement: (call) =>
    joined([
      `Payment ${spaced(said(call, 'status', 40))}`,
      prefixed('amount', said(call, 'settlementAmount', 20)),
      prefixed('session', said(call, 'transactionId', 40)),
    ]),
  OpenPeriodicEventStream: (call) => {
    const stream = fields(call['constantStreamData'])
    return `Wants to open event stream ${said(stream, 'id', 12) ?? '?'} for monitor ${said(stream, 'variableMonitoringId', 12) ?? '?'}`
  },
  ClosePeriodicEventStream: (call) => `Closes event stream ${said(call, 'id', 12) ?? '?'}`,
  PublishFirmwareStatusNotification: (call) => `Firmware for others: ${spaced(said(call, 'status', 40))}`,
  PullDynamicScheduleUpdate: (call) => `Asks for the present limit of charging profile ${said(call, 'chargingProfileId', 12) ?? '?'}`,
  ReportChargingProfiles: (call, { report }) =>
    joined([
      `${evseWords(call)}: ${partWords(call, report, 'charging profile')}`,
      list(call['chargingProfile']).length === 1 && profileWords(list(call['chargingProfile'])[0]),
      prefixed('set by', said(call, 'chargingLimitSource', 40)),
    ]),
  ReportDERControl: (call, { report }) => joined(['Grid controls', partWords(call, report, 'curve')], ': '),
  ReservationStatusUpdate: (call) =>
    `Reservation ${said(call, 'reservationId', 20) ?? '?'}: ${reservations[said(call, 'reservationUpdateStatus', 40) ?? ''] ?? said(call, 'reservationUpdateStatus', 40) ?? 'no status'}`,
  SecurityEventNotification: chargerCalls['SecurityEventNotification'] ?? (() => 'Security event'),
  SignCertificate: (call) => joined(['Asks for a new certificate', certificateWords[said(call, 'certificateType', 40) ?? ''] ?? null]),
  StatusNotification: (call, { statusBefore, statusAfter }) => {
    const reported = said(call, 'connectorStatus', 40) ?? 'no state'
    const status = statusAfter ?? reported
    const change = statusBefore === null ? status : statusBefore === status ? `still ${status}` : `${statusBefore} → ${status}`
    return joined([`${evseWords(call)}: ${change}`, stateWords[status] ?? null, status !== reported && `reported as ${reported}`])
  },
  TransactionEvent: transactionText,
  VatNumberValidation: (call) => `Asks whether the VAT number ${said(call, 'vatNumber', 30) ?? '?'} is valid`,
}

function transactionText(call: Fields, { statusBefore, statusAfter, evse, meter }: CallContext): string {
  const info = fields(call['transactionInfo'])
  const id = shortened(said(info, 'transactionId', 40) ?? 'without an id')
  const place = evseWords('evse' in call ? call : { evse: evse ?? null }, '')
  const verb = { Started: 'starts', Updated: 'goes on', Ended: 'ends' }[text(call['eventType']) ?? ''] ?? 'is told of'
  const state = statusAfter ?? null
  const changed = state !== null && state !== statusBefore
  const trigger = said(call, 'triggerReason', 40)
  const reason = said(info, 'stoppedReason', 40)
  return joined([
    `${place === '' ? 'Session' : `${place}: session`} ${id} ${verb}`,
    changed && `${statusBefore === null ? '' : `${statusBefore} → `}${state}`,
    changed && stateWords[state] !== undefined && stateWords[state],
    reason === null ? triggerWords(trigger) : (stopReasons[reason] ?? moreReasons[reason] ?? reason),
    prefixed('user', tokenWords(call['idToken'])),
    (meter?.count ?? 0) > 0 && meterText(meter),
    call['offline'] === true && 'told afterwards, because it happened offline',
  ])
}

/** Ids of 2.x are long; the entry has the whole one. */
function shortened(id: string): string {
  return id.length > 14 ? `${id.slice(0, 8)}…` : id
}

function triggerWords(trigger: string | null): string | null {
  return trigger === null ? null : (triggers[trigger] ?? spaced(trigger))
}

function meterText(meter: CallContext['meter']): string {
  if (meter === null || meter === undefined) return 'no meter value that can be read'
  return `${meterWords(meter) || 'no meter value that is shown here'}${meter.count > 1 ? ` (${meter.count} readings)` : ''}`
}

function eventText(event: unknown): string {
  const data = fields(event)
  const value = valueWords(event, flagText(data['actualValue']))
  return joined([
    `${variableWords(event)} = ${value}`,
    data['cleared'] === true && 'over',
    data['trigger'] === 'Alerting' && 'alert',
    said(data, 'techCode', 40),
    said(data, 'techInfo', 80),
  ])
}

function statusInfo(call: Fields): string | null {
  const info = fields(call['statusInfo'])
  return joined([said(info, 'reasonCode', 30), said(info, 'additionalInfo', 80)], ': ') || null
}

const certificateWords: Record<string, string> = {
  ChargingStationCertificate: 'for its connection to the central system',
  V2GCertificate: 'for its communication with cars (ISO 15118)',
  V2G20Certificate: 'for its communication with cars (ISO 15118-20)',
}
const bootReasons: Record<string, string> = {
  ApplicationReset: 'its software restarted',
  FirmwareUpdate: 'after a firmware update',
  LocalReset: 'restarted at the charger',
  PowerUp: 'after power on',
  RemoteReset: 'restarted from here',
  ScheduledReset: 'a scheduled restart',
  Triggered: 'no restart, because it was asked for',
  Watchdog: 'its watchdog restarted it',
}
const reservations: Record<string, string> = {
  Expired: 'it has expired',
  Removed: 'it was removed',
  NoTransaction: 'it was used, but no session followed',
}
const moreReasons: Record<string, string> = {
  MasterPass: 'stopped with a master pass (MasterPass)',
  EnergyLimitReached: 'the energy limit was reached (EnergyLimitReached)',
  GroundFault: 'a ground fault (GroundFault)',
  ImmediateReset: 'the charger was reset at once (ImmediateReset)',
  LocalOutOfCredit: 'the credit is used up (LocalOutOfCredit)',
  OvercurrentFault: 'an overcurrent (OvercurrentFault)',
  PowerQuality: 'the quality of the supply (PowerQuality)',
  SOCLimitReached: 'the battery reached its limit (SOCLimitReached)',
  StoppedByEV: 'the car ended it (StoppedByEV)',
  TimeLimitReached: 'the time limit was reached (TimeLimitReached)',
  Timeout: 'nobody plugged in in time (Timeout)',
}
const triggers: Record<string, string> = {
  Authorized: 'the user was accepted',
  CablePluggedIn: 'the cable was plugged in',
  ChargingStateChanged: '',
  EVCommunicationLost: 'the car cannot be reached any more',
  EVConnectTimeout: 'nobody plugged in in time',
  MeterValueClock: '',
  MeterValuePeriodic: '',
  RemoteStart: 'started remotely',
  RemoteStop: 'stopped remotely',
  StopAuthorized: 'the user stopped it',
  Trigger: 'told on request',
}
