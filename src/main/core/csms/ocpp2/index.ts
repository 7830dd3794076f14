import type { Protocol } from '../../../../shared/ocpp/protocol.ts'
import { text } from '../../../../shared/ocpp/payload.ts'
import { ocppTime } from '../desk.ts'
import type { Handler } from '../ocpp16/handler.ts'
import { authorize } from './authorize.ts'
import { bootNotification } from './boot-notification.ts'
import { get15118EVCertificate, getCertificateChainStatus, getCertificateStatus } from './no-pki.ts'
import { signCertificate, signCertificate21 } from './sign-certificate.ts'
import { because } from './status-info.ts'
import { transactionEvent } from './transaction-event.ts'

/** Answered with an empty payload: the charger only tells; what it tells is read by `interpret`. */
const noted: Handler = { essential: [], answer: () => ({}) }
const accepted: Handler = { essential: [], answer: () => ({ status: 'Accepted' }) }
const rejected = (reasonCode: string, words: string): Handler => ({
  essential: [],
  answer: () => ({ status: 'Rejected', statusInfo: because(reasonCode, words) }),
})

/** Every action that a charger may call, OCPP 2.0.1 edition 3 part 2, and how the central system answers it. */
const of201: Readonly<Record<string, Handler>> = {
  Authorize: authorize,
  BootNotification: bootNotification,
  ClearedChargingLimit: noted,
  // P02: no vendor extension is known here.
  DataTransfer: { essential: [], answer: () => ({ status: 'UnknownVendorId' }) },
  FirmwareStatusNotification: noted,
  Get15118EVCertificate: get15118EVCertificate,
  GetCertificateStatus: getCertificateStatus,
  Heartbeat: { essential: [], answer: (_payload, { now }) => ({ currentTime: ocppTime(now) }) },
  LogStatusNotification: noted,
  MeterValues: noted,
  NotifyChargingLimit: noted,
  NotifyCustomerInformation: noted,
  NotifyDisplayMessages: noted,
  // K15: the car would wait for a charging profile that nobody makes.
  NotifyEVChargingNeeds: rejected('NoSmartCharging', 'Chargebench makes no charging profile for the needs of a car.'),
  NotifyEVChargingSchedule: accepted,
  NotifyEvent: noted,
  NotifyMonitoringReport: noted,
  NotifyReport: noted,
  PublishFirmwareStatusNotification: noted,
  ReportChargingProfiles: noted,
  ReservationStatusUpdate: noted,
  SecurityEventNotification: noted,
  SignCertificate: signCertificate,
  StatusNotification: { ...noted, essential: ['evseId', 'connectorId'], exact: ['connectorStatus'] },
  TransactionEvent: transactionEvent,
}

/** What OCPP 2.1 adds. NotifyPeriodicEventStream is a SEND, which is not answered. */
const added: Readonly<Record<string, Handler>> = {
  BatterySwap: noted,
  ClosePeriodicEventStream: noted,
  GetCertificateChainStatus: getCertificateChainStatus,
  NotifyDERAlarm: noted,
  NotifyDERStartStop: noted,
  NotifyPriorityCharging: noted,
  NotifySettlement: noted,
  OpenPeriodicEventStream: accepted,
  PullDynamicScheduleUpdate: rejected('NoSmartCharging', 'Chargebench has no dynamic charging profile to update.'),
  ReportDERControl: noted,
  VatNumberValidation: {
    essential: ['vatNumber'],
    answer: ({ vatNumber }) => ({
      vatNumber: text(vatNumber) ?? '',
      status: 'Rejected',
      statusInfo: because('NotChecked', 'Chargebench cannot look up VAT numbers.'),
    }),
  },
}

export const handlers: Readonly<Record<Exclude<Protocol, 'ocpp1.6'>, Readonly<Record<string, Handler>>>> = {
  'ocpp2.0.1': of201,
  'ocpp2.1': {
    ...of201,
    SignCertificate: signCertificate21,
    NotifyEVChargingNeeds: { essential: [], answer: () => ({ status: 'NoChargingProfile' }) },
    ...added,
  },
}
