import { fields, text } from '../../../../shared/ocpp/payload.ts'
import { bootNotification as boot16 } from '../ocpp16/boot-notification.ts'
import type { ActionReader } from '../reader.ts'

/** OCPP 2.0.1 part 2, B01 to B03. One that was triggered says so in its reason, and is no restart. */
export const bootNotification: ActionReader = {
  call({ payload }) {
    const station = fields(payload['chargingStation'])
    const modem = fields(station['modem'])
    const info = {
      vendor: text(station['vendorName']) ?? '',
      model: text(station['model']) ?? '',
      serialNumber: text(station['serialNumber']),
      chargeBoxSerialNumber: null,
      firmwareVersion: text(station['firmwareVersion']),
      iccid: text(modem['iccid']),
      imsi: text(modem['imsi']),
      meterType: null,
      meterSerialNumber: null,
    }
    const triggered = payload['reason'] === 'Triggered'
    return { facts: [...(triggered ? [{ type: 'BootAsked' } as const] : []), { type: 'Booted', info }] }
  },
  // The words of the answer are those of 1.6.
  answer: (reading) => boot16.answer?.(reading) ?? { facts: [] },
}
