import { fields, list } from '../../../../shared/ocpp/payload.ts'
import type { ActionReader } from '../reader.ts'
import { evseOf } from './evse.ts'
import { readMeter } from './read-meter.ts'

/** OCPP 2.0.1 part 2, J01: values that belong to no transaction; EVSE 0 is the main meter. */
export const meterValues: ActionReader = {
  call({ payload, time, connectorOf }) {
    const values = list(payload['meterValue'])
    time.observe(fields(values.at(-1))['timestamp'])
    const { readings, deviations } = readMeter(values, time)
    const { evseId, connectorId } = evseOf(payload)
    return {
      facts: [
        { type: 'MeterSampled', connectorId: evseId === null ? null : connectorOf(evseId, connectorId), transactionId: null, readings },
      ],
      deviations,
    }
  },
}
