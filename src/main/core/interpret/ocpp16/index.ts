import type { VersionReader } from '../reader.ts'
import { authorize } from './authorize.ts'
import { bootNotification } from './boot-notification.ts'
import { dataTransfer } from './data-transfer.ts'
import { firmwareStatusNotification } from './firmware-status-notification.ts'
import { meterValues } from './meter-values.ts'
import { startTransaction } from './start-transaction.ts'
import { statusNotification } from './status-notification.ts'
import { stopTransaction } from './stop-transaction.ts'
import { triggerMessage } from './trigger-message.ts'

/** OCPP 1.6 edition 2 with the security whitepaper: the actions that change what the app knows. */
export const ocpp16: VersionReader = {
  Authorize: authorize,
  BootNotification: bootNotification,
  DataTransfer: dataTransfer,
  ExtendedTriggerMessage: triggerMessage,
  FirmwareStatusNotification: firmwareStatusNotification,
  MeterValues: meterValues,
  SignedFirmwareStatusNotification: firmwareStatusNotification,
  StartTransaction: startTransaction,
  StatusNotification: statusNotification,
  StopTransaction: stopTransaction,
  TriggerMessage: triggerMessage,
}
