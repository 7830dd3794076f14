import { kindOf } from '../kind.ts'
import { deviationOf } from '../seen.ts'

export const meterBackwards = kindOf({
  kind: 'meter-backwards',
  severity: 'warning',
  title: 'The meter goes backwards',
  clause: 'OCPP 1.6 §7.31; OCPP 2.0.1 part 2, MeasurandEnumType',
  advice:
    'The register of imported energy may only grow. Look whether the charger mixes the readings of two meters, resets the register with each session, or has restarted in between. What is billed from it may be wrong.',
  initial: () => ({}),
  observe(_state, seen, report) {
    const backwards = deviationOf(seen, 'meter-backwards')
    if (backwards === null) return
    const { sessionId, connectorId } = seen.entry
    report.found({ ...(sessionId === null ? {} : { about: `session-${sessionId}` }), text: backwards.text, connectorId })
  },
})
