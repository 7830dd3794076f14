import { firmwareStatusNotification } from '../ocpp16/firmware-status-notification.ts'
import { triggerMessage } from '../ocpp16/trigger-message.ts'
import type { VersionReader } from '../reader.ts'
import { authorize } from './authorize.ts'
import { bootNotification } from './boot-notification.ts'
import { meterValues } from './meter-values.ts'
import { notifyEvent } from './notify-event.ts'
import { requestStartTransaction } from './request-start-transaction.ts'
import { statusNotification } from './status-notification.ts'
import { transactionEvent } from './transaction-event.ts'

/** OCPP 2.0.1 edition 3 and 2.1: the actions that change what the app knows. They differ in nothing that matters here. */
export const ocpp2: VersionReader = {
  Authorize: authorize,
  BootNotification: bootNotification,
  FirmwareStatusNotification: firmwareStatusNotification,
  MeterValues: meterValues,
  NotifyEvent: notifyEvent,
  RequestStartTransaction: requestStartTransaction,
  StatusNotification: statusNotification,
  TransactionEvent: transactionEvent,
  TriggerMessage: triggerMessage,
}
