import type { Sample } from '../../../../shared/domain/timeline.ts'
import { kindOf } from '../kind.ts'
import { connectorIn } from '../seen.ts'
import { jump } from '../thresholds.ts'
import { duration, energy, power } from '../words.ts'

interface Last {
  at: number
  wh: number
  seq: number
  /** The most power reported since the session began; null where none was. */
  powerW: number | null
  transactionId: string | null
}

export const meterJump = kindOf<{ last: Record<string, Last> }>({
  kind: 'meter-jump',
  severity: 'warning',
  title: 'The meter jumps',
  clause: 'OCPP 1.6 §4.7, §7.31',
  advice:
    'The register rose by more than can have flowed. Look whether the charger was without power or connection in between, whether its unit changes from message to message (Wh and kWh), and whether two meters are mixed. What is billed from it may be wrong.',
  byTime: true,
  initial: () => ({ last: {} }),
  observe(state, seen, report) {
    for (const sample of seen.samples) {
      const { connectorId, energyWh, at, transactionId, powerW } = sample
      const before = state.last[connectorId]
      const same = before !== undefined && before.transactionId === transactionId
      const most = powerW === null ? (same ? before.powerW : null) : Math.max(powerW, (same ? before.powerW : null) ?? 0)
      if (energyWh === null || (same && at < before.at)) {
        if (same) before.powerW = most
        continue
      }
      state.last[connectorId] = { at, wh: energyWh, seq: seen.seq, powerW: most, transactionId }
      // A register that begins at 0 and then shows its life is said of elsewhere (meter-start-zero).
      if (!same || transactionId === null || before.wh === 0) continue
      const ms = Math.max(at - before.at, jump.shortestMs)
      const plausibleW = most !== null && most > 0 ? Math.min(jump.powerW, most * jump.factor) : jump.powerW
      const rise = energyWh - before.wh
      if (rise <= jump.energyWh + (plausibleW * ms) / 3_600_000) continue
      const sessionId = connectorIn(seen.charger, connectorId)?.session?.id ?? seen.entry.sessionId
      const reported = most === null ? '' : `; the highest power reported is ${power(most)}`
      report.found({
        about: sessionId === null ? `connector-${connectorId}` : `session-${sessionId}`,
        text: `The register of connector ${connectorId} rose by ${energy(rise)} within ${duration(at - before.at)}${reported}.${ratio(sample, before)}`,
        seqs: [before.seq, seen.seq],
        connectorId,
        sessionId,
      })
    }
    if (Object.keys(state.last).length > 64) state.last = {}
  },
})

/** A change of unit shows as a factor of a thousand. */
function ratio({ energyWh }: Sample, { wh }: Last): string {
  const factor = wh === 0 ? 0 : (energyWh ?? 0) / wh
  return factor > 900 && factor < 1_100 ? ' It is a thousand times the reading before: the unit has changed.' : ''
}
