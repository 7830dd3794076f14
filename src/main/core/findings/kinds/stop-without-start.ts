import { kindOf } from '../kind.ts'
import { deviationOf, isCall } from '../seen.ts'

export const stopWithoutStart = kindOf({
  kind: 'stop-without-start',
  severity: 'notice',
  title: 'A session ends that never began here',
  clause: 'OCPP 1.6 §4.8, §4.10; OCPP 2.0.1 E02, E06',
  advice:
    'If the log begins in the middle of the session, nothing is wrong. Otherwise its start was lost, or was sent to another central system: look there for the same transaction id.',
  initial: () => ({}),
  observe(_state, seen, report) {
    if (!isCall(seen, 'in')) return
    const ends = seen.action === 'StopTransaction' || (seen.action === 'TransactionEvent' && seen.payload['eventType'] === 'Ended')
    if (!ends) return
    const unknown = deviationOf(seen, 'unknown-transaction') ?? deviationOf(seen, 'start-not-seen')
    if (unknown === null) return
    const { transactionId, connectorId } = seen.entry
    const text = `${seen.action} ends transaction ${transactionId ?? 'without an id'}, whose start is not in the log.`
    report.found({ text: text.slice(0, 300), connectorId })
  },
})
