import { text } from '../../../../shared/ocpp/payload.ts'
import type { ActionReader } from '../reader.ts'

/** OCPP 1.6 §4.5, and SignedFirmwareStatusNotification of the security whitepaper, use case L01. */
export const firmwareStatusNotification: ActionReader = {
  call({ payload }) {
    const status = text(payload['status'])
    return { facts: status === null ? [] : [{ type: 'FirmwareStatusChanged', status: status.slice(0, 60) }] }
  },
}
