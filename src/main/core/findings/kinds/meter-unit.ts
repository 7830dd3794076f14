import type { Sample } from '../../../../shared/domain/timeline.ts'
import { kindOf } from '../kind.ts'
import { connectorIn } from '../seen.ts'
import { unit } from '../thresholds.ts'
import { energy, power, rounded } from '../words.ts'
import { takeFlow, type Flow, type Flows } from './flow.ts'

interface State {
  flows: Flows
  /** Transactions that have been told of. */
  told: string[]
}

export const meterUnit = kindOf<State>({
  kind: 'meter-unit',
  severity: 'warning',
  title: 'The meter has a wrong unit',
  clause: 'OCPP 1.6 §7.43, §7.45; OCPP 2.0.1 part 2, SampledValueType',
  advice:
    'Power, current and energy do not fit each other. Compare with the display of the car or the charger to see which one is wrong, and tell the maker. Check the settings of the meter in the charger: its type and its current transformers.',
  initial: () => ({ flows: {}, told: [] }),
  observe(state, seen, report) {
    for (const [sample, flow] of takeFlow(state.flows, seen)) {
      if (flow.samples < unit.samples || state.told.includes(flow.transactionId)) continue
      const text = byEnergy(flow) ?? byCurrent(sample)
      if (text === null) continue
      state.told = [...state.told, flow.transactionId].slice(-20)
      const { connectorId } = sample
      const sessionId = connectorIn(seen.charger, connectorId)?.session?.id ?? seen.entry.sessionId
      const about = sessionId === null ? `connector-${connectorId}` : `session-${sessionId}`
      report.found({ about, text, since: flow.first.at, seqs: [flow.firstSeq, flow.lastSeq], connectorId, sessionId })
    }
  },
})

/** What the register counts, against what the power makes of the time. */
function byEnergy({ first, last, poweredWh }: Flow): string | null {
  const counted = last.wh - first.wh
  if (counted <= 0 || poweredWh <= 0 || Math.max(counted, poweredWh) < unit.energyWh) return null
  const figures = `The register counts ${energy(counted)} where the reported power makes ${energy(poweredWh)}`
  const ratio = counted / poweredWh
  if (isAbout(ratio, 0.001)) return `${figures}, a thousandth: its values are most likely kWh that are called Wh.`
  if (isAbout(ratio, 1_000))
    return `${figures}, a thousand times as much: the power is most likely in kW and called W, or the energy is wrong.`
  if (isAbout(ratio, 10)) return `${figures}, ten times as much: the power is most likely ten times too low.`
  return isAbout(ratio, 0.1) ? `${figures}, a tenth: the power is most likely ten times too high, or the energy ten times too low.` : null
}

/** One reading's power against its current: between one phase and three, whatever flows. */
function byCurrent({ powerW, currentA, voltageV }: Sample): string | null {
  if (powerW === null || powerW <= 0 || currentA === null || currentA < unit.currentA) return null
  // What is no mains voltage is DC, or wrong itself.
  if (voltageV === null || voltageV < 100 || voltageV > 260) return null
  const onePhase = currentA * voltageV
  const figures = `${rounded(currentA, 1)} A at ${rounded(voltageV, 0)} V make at least ${power(onePhase)}, but the reported power is ${power(powerW)}`
  if (powerW >= onePhase * 0.08 && powerW <= onePhase * 0.36) return `${figures}: it is most likely ten times too low.`
  return powerW >= onePhase * 0.0008 && powerW <= onePhase * 0.0036 ? `${figures}: it is most likely kW and called W.` : null
}

function isAbout(ratio: number, factor: number): boolean {
  return ratio > factor * 0.75 && ratio < factor * 1.35
}
