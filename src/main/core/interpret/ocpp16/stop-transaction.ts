import { number, text, transactionText } from '../../../../shared/ocpp/payload.ts'
import type { ActionReader } from '../reader.ts'
import { readMeter } from './read-meter.ts'

/** OCPP 1.6 §4.10. The reason may be left out only where it is Local. */
export const stopTransaction: ActionReader = {
  call({ payload, time }) {
    const { readings, deviations } = readMeter(payload['transactionData'], time)
    return {
      facts: [
        {
          type: 'TransactionEnded',
          transactionId: transactionText(payload['transactionId']),
          userId: text(payload['idTag']),
          meterStopWh: number(payload['meterStop']),
          at: time.place(payload['timestamp']),
          reason: text(payload['reason'])?.slice(0, 60) ?? 'Local',
          readings,
        },
      ],
      deviations,
    }
  },
}
