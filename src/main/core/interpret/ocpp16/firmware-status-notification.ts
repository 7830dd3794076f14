import { text } from '../payload.ts'
import type { ActionReader } from '../reader.ts'

/** OCPP 1.6 §4.5, and SignedFirmwareStatusNotification of the security whitepaper §5.21. */
export const firmwareStatusNotification: ActionReader = {
  call({ payload }) {
    const status = text(payload['status'])
    return { facts: status === null ? [] : [{ type: 'FirmwareStatusChanged', status: status.slice(0, 60) }] }
  },
}
