import { ocppTime } from '../desk.ts'
import { authorize } from './authorize.ts'
import { bootNotification } from './boot-notification.ts'
import { dataTransfer } from './data-transfer.ts'
import type { Handler } from './handler.ts'
import { signCertificate } from './sign-certificate.ts'
import { startTransaction } from './start-transaction.ts'
import { stopTransaction } from './stop-transaction.ts'

/** Answered with an empty payload: the charger only tells; what it tells is read by `interpret`. */
const noted: Handler = { essential: [], answer: () => ({}) }

/** Every action that a charger may call, OCPP 1.6 edition 2 §4 and the security whitepaper, and how the central system answers it. */
export const handlers: Readonly<Record<string, Handler>> = {
  Authorize: authorize,
  BootNotification: bootNotification,
  DataTransfer: dataTransfer,
  DiagnosticsStatusNotification: noted,
  FirmwareStatusNotification: noted,
  Heartbeat: { essential: [], answer: (_payload, { now }) => ({ currentTime: ocppTime(now) }) },
  LogStatusNotification: noted,
  MeterValues: { ...noted, essential: ['connectorId', 'meterValue'] },
  SecurityEventNotification: noted,
  SignCertificate: signCertificate,
  SignedFirmwareStatusNotification: noted,
  StartTransaction: startTransaction,
  StatusNotification: { ...noted, essential: ['connectorId'], exact: ['status'] },
  StopTransaction: stopTransaction,
}
