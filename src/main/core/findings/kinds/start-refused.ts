import { kindOf } from '../kind.ts'
import { connectorIn, resultStatus } from '../seen.ts'
import { connectorNamed } from '../limits/profile.ts'
import { place } from '../words.ts'

export const startRefused = kindOf({
  kind: 'start-refused',
  severity: 'notice',
  title: 'The charger refuses to start',
  clause: 'OCPP 1.6 §5.11; OCPP 2.0.1 F01, F02',
  advice:
    'Some chargers refuse a start without a connector number, with a User ID that is not hexadecimal or longer than 20 characters, while no car is plugged in, or while the connector is not Available or Preparing. Compose can send each of these.',
  initial: () => ({}),
  observe(_state, seen, report) {
    const { action, call } = seen
    if (action !== 'RemoteStartTransaction' && action !== 'RequestStartTransaction') return
    if (resultStatus(seen, 'in') !== 'Rejected' || call === null) return
    const connectorId = connectorNamed(call.payload)
    const status = connectorIn(seen.charger, connectorId)?.status ?? null
    const was = status === null ? '' : ` ${place(connectorId)} was ${status}.`
    report.found({ text: `${action} was answered Rejected.${was}`, connectorId, seqs: [call.seq, seen.seq] })
  },
})
