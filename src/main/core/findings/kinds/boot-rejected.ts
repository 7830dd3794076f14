import { number } from '../../../../shared/ocpp/payload.ts'
import { kindOf } from '../kind.ts'
import { factOf } from '../seen.ts'
import { duration } from '../words.ts'

export const bootRejected = kindOf<{ rejected: boolean }>({
  kind: 'boot-rejected',
  severity: 'error',
  title: 'The charger is rejected',
  clause: 'OCPP 1.6 §4.2; OCPP 2.0.1 B03',
  advice:
    'Until it is accepted the charger may send nothing but its next BootNotification. Accept it in its details, if it is yours; in the log of another central system, find out why that does not know it.',
  initial: () => ({ rejected: false }),
  observe(state, seen, report) {
    const answered = factOf(seen, 'RegistrationAnswered')
    if (answered === null) return
    if (answered.registration === 'rejected') {
      const seconds = number(seen.payload['interval'])
      const next = seconds === null || seconds <= 0 ? '' : ` It may try again after ${duration(seconds * 1_000)}.`
      report.found({ text: `The central system answers its BootNotification with Rejected.${next}`, open: true })
    } else if (state.rejected) {
      report.over('', `The central system had answered its BootNotification with Rejected; now it is ${answered.registration}.`)
    }
    state.rejected = answered.registration === 'rejected'
  },
})
