import { text } from '../../../../shared/ocpp/payload.ts'
import type { ActionReader } from '../reader.ts'

const registrations = { Accepted: 'accepted', Pending: 'pending', Rejected: 'rejected' } as const

/** OCPP 1.6 §4.2. The call says what the charger is; the answer, whether it may talk. */
export const bootNotification: ActionReader = {
  call({ payload }) {
    return {
      facts: [
        {
          type: 'Booted',
          info: {
            vendor: text(payload['chargePointVendor']) ?? '',
            model: text(payload['chargePointModel']) ?? '',
            serialNumber: text(payload['chargePointSerialNumber']),
            chargeBoxSerialNumber: text(payload['chargeBoxSerialNumber']),
            firmwareVersion: text(payload['firmwareVersion']),
            iccid: text(payload['iccid']),
            imsi: text(payload['imsi']),
            meterType: text(payload['meterType']),
            meterSerialNumber: text(payload['meterSerialNumber']),
          },
        },
      ],
    }
  },
  answer({ answer }) {
    const status = text(answer['status'])
    const registration =
      status !== null && Object.hasOwn(registrations, status) ? registrations[status as keyof typeof registrations] : null
    return { facts: registration === null ? [] : [{ type: 'RegistrationAnswered', registration }] }
  },
}
