import { fields, transactionText } from '../../../../shared/ocpp/payload.ts'
import { kindOf } from '../kind.ts'
import { deviationOf, isCall, type Seen } from '../seen.ts'

export const duplicateStop = kindOf({
  kind: 'duplicate-stop',
  severity: 'notice',
  title: 'A session was ended twice',
  clause: 'OCPP 1.6 §3.7, §4.10; OCPP 2.0.1 E04, E06',
  advice:
    'The first stop had been answered, so the charger had no reason to send it again; the session keeps its first end. If the two differ, look at which one the operator bills.',
  initial: () => ({}),
  observe(_state, seen, report) {
    if (!isCall(seen, 'in')) return
    const again =
      seen.action === 'StopTransaction'
        ? deviationOf(seen, 'duplicate-stop')
        : seen.action === 'TransactionEvent' && seen.payload['eventType'] === 'Ended'
          ? deviationOf(seen, 'repeated-event')
          : null
    if (again === null || isUnanswered(seen)) return
    const { transactionId, sessionId, connectorId } = seen.entry
    report.found({
      ...(sessionId === null ? {} : { about: `session-${sessionId}` }),
      text: `The end of transaction ${(transactionId ?? '').slice(0, 80)} came again, after it had been answered.`,
      seqs: sessionId === null ? [seen.seq] : [sessionId, seen.seq],
      connectorId,
    })
  },
})

/** Whether the stop before is still waiting for its answer: then it is right to send it again. */
function isUnanswered({ openCalls, seq, action, entry }: Seen): boolean {
  return openCalls.some((call) => {
    if (call.seq === seq || call.direction !== 'in' || call.action !== action) return false
    const payload = fields(call.payload)
    const id = transactionText(payload['transactionId']) ?? transactionText(fields(payload['transactionInfo'])['transactionId'])
    return id === entry.transactionId
  })
}
