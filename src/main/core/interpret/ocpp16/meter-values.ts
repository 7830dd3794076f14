import { connectorNumber, fields, list, transactionText } from '../../../../shared/ocpp/payload.ts'
import type { ActionReader } from '../reader.ts'
import { readMeter } from './read-meter.ts'

/** OCPP 1.6 §4.7. The last reading was taken when the message was sent. */
export const meterValues: ActionReader = {
  call({ payload, time }) {
    const values = list(payload['meterValue'])
    time.observe(fields(values.at(-1))['timestamp'])
    const { readings, deviations } = readMeter(values, time)
    const connectorId = connectorNumber(payload['connectorId'])
    const transactionId = transactionText(payload['transactionId'])
    return { facts: [{ type: 'MeterSampled', connectorId, transactionId, readings }], deviations }
  },
}
