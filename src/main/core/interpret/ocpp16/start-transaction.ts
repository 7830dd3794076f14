import { connectorNumber, fields, number, text, transactionText } from '../../../../shared/ocpp/payload.ts'
import type { ActionReader } from '../reader.ts'

/** OCPP 1.6 §4.8. There is a transaction once the answer has given it an id. */
export const startTransaction: ActionReader = {
  call({ payload, time }) {
    time.observe(payload['timestamp'])
    time.place(payload['timestamp'])
    return { facts: [] }
  },
  answer({ call, callSeq, answer, time }) {
    const transactionId = transactionText(answer['transactionId'])
    const connectorId = connectorNumber(call['connectorId'])
    if (transactionId === null || connectorId === null) return { facts: [] }
    return {
      facts: [
        {
          type: 'TransactionStarted',
          startSeq: callSeq,
          connectorId,
          transactionId,
          userId: text(call['idTag']),
          meterStartWh: number(call['meterStart']),
          at: time.place(call['timestamp']),
          reportedAt: text(call['timestamp']),
          accepted: (text(fields(answer['idTagInfo'])['status']) ?? 'Accepted') === 'Accepted',
        },
      ],
    }
  },
}
