import type { Sample } from '../../../../shared/domain/timeline.ts'
import { kindOf } from '../kind.ts'
import { connectorIn } from '../seen.ts'
import { noPower } from '../thresholds.ts'
import { duration } from '../words.ts'

interface Stretch {
  since: number
  seq: number
  samples: number
  sessionId: number | null
  toldMs: number
}

/** A car may pause without the charger saying so: then it is Charging, and nothing flows. */
export const chargingWithoutPower = kindOf<{ stretches: Record<string, Stretch> }>({
  kind: 'charging-without-power',
  severity: 'warning',
  title: 'It says Charging, but no power flows',
  clause: 'OCPP 1.6 §4.9; OCPP 2.0.1 part 2, ChargingStateEnumType',
  advice:
    'The car has most likely paused, and the charger does not say SuspendedEV. Look into the car: charge limit, departure time, an error. If it does take power, the meter is wrong: compare with the display of the car.',
  byTime: true,
  initial: () => ({ stretches: {} }),
  observe(state, seen, report) {
    const { at, seq, charger } = seen
    const end = (connectorId: string | number): void => {
      const stretch = state.stretches[connectorId]
      if (stretch === undefined) return
      delete state.stretches[connectorId]
      const text = `Connector ${connectorId} said Charging for ${duration(at - stretch.since)} while no power flowed.`
      if (stretch.toldMs > 0) report.over(aboutOf(stretch, connectorId), text)
    }
    for (const id in state.stretches) if (connectorIn(charger, Number(id))?.status !== 'Charging' || !charger.connected) end(id)
    for (const sample of seen.samples) {
      const connector = connectorIn(charger, sample.connectorId)
      const nothing = flowsNothing(sample)
      if (nothing === null || connector?.status !== 'Charging') continue
      if (!nothing) {
        end(sample.connectorId)
        continue
      }
      const sessionId = connector.session?.id ?? null
      const stretch = (state.stretches[sample.connectorId] ??= { since: at, seq, samples: 0, sessionId, toldMs: 0 })
      stretch.samples += 1
      const lastedMs = at - stretch.since
      if (stretch.samples < noPower.samples || lastedMs < noPower.forMs || lastedMs < 2 * stretch.toldMs) continue
      const about = aboutOf(stretch, sample.connectorId)
      const text = `Connector ${sample.connectorId} has said Charging for ${duration(lastedMs)}, but the meter shows ${shown(sample)}.`
      if (stretch.toldMs > 0) report.still({ about, text })
      else {
        const { since, seq: first } = stretch
        report.found({ about, text, open: true, since, seqs: [first, seq], connectorId: sample.connectorId, sessionId: stretch.sessionId })
      }
      stretch.toldMs = lastedMs
    }
  },
})

/** Null where the reading says nothing of it. */
function flowsNothing({ powerW, currentA }: Sample): boolean | null {
  if (powerW !== null) return powerW < noPower.powerW && (currentA === null || currentA < noPower.currentA)
  return currentA === null ? null : currentA < noPower.currentA
}

function aboutOf({ sessionId }: Stretch, connectorId: string | number): string {
  return sessionId === null ? `connector-${connectorId}` : `session-${sessionId}`
}

function shown({ powerW, currentA }: Sample): string {
  return [powerW === null ? null : `${powerW} W`, currentA === null ? null : `${currentA} A`].filter((part) => part !== null).join(' and ')
}
