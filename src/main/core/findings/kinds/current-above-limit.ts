import type { Sample } from '../../../../shared/domain/timeline.ts'
import { kindOf } from '../kind.ts'
import { limitsOn, type Limit } from '../limits/track.ts'
import { connectorIn, type Seen } from '../seen.ts'
import { overLimit } from '../thresholds.ts'
import { rounded } from '../words.ts'

interface Excess {
  samples: number
  since: number
  seqs: number[]
  told: boolean
}

/** Three phases of 230 V, with the 10 % that the mains may be above. */
const wattsPerAmpere = 3 * 253

export const currentAboveLimit = kindOf<{ excesses: Record<string, Excess> }>({
  kind: 'current-above-limit',
  severity: 'error',
  title: 'More flows than was commanded',
  clause: 'OCPP 1.6 §3.13; OCPP 2.0.1 K01',
  advice:
    'The charger has accepted the limit and does not keep it. Ask it for GetCompositeSchedule. Some chargers take limits only in A or only in W, ignore 0 A, want a TxProfile while a session runs, or want numberPhases: try these from Compose.',
  byTime: true,
  initial: () => ({ excesses: {} }),
  observe(state, seen, report) {
    if (seen.limits.profiles.length === 0) return
    for (const sample of seen.samples) {
      const { connectorId } = sample
      const session = connectorIn(seen.charger, connectorId)?.session ?? null
      const about = session === null ? `connector-${connectorId}` : `session-${session.id}`
      const limit = exceeded(seen, sample, session?.startedAt ?? null)
      const before = state.excesses[connectorId]
      if (limit === null) {
        if (before?.told === true) report.over(about)
        delete state.excesses[connectorId]
        continue
      }
      const excess = (state.excesses[connectorId] ??= { samples: 0, since: seen.at, seqs: [limit.seq], told: false })
      excess.samples += 1
      if (excess.samples < overLimit.samples) {
        excess.seqs.push(seen.seq)
        continue
      }
      const text = `${flow(sample, limit)} flowed on connector ${connectorId}, where ${rounded(limit.value, 1)} ${limit.unit} had been commanded.`
      if (excess.told) report.still({ about, text })
      else report.found({ about, text, open: true, since: excess.since, seqs: [...excess.seqs, seen.seq], connectorId })
      excess.told = true
    }
  },
})

/** The limit that a reading is above, now and as it was a moment ago: a charger takes a while to follow. */
function exceeded({ limits, at }: Seen, sample: Sample, since: number | null): Limit | null {
  const now = limitsOn(limits, sample.connectorId, at, since)
  if (now.length === 0) return null
  const before = limitsOn(limits, sample.connectorId, at - overLimit.graceMs, since)
  return (
    now.find(
      (limit) =>
        at - limit.at >= overLimit.graceMs &&
        isAbove(sample, limit) &&
        before.some((former) => former.seq === limit.seq && isAbove(sample, former)),
    ) ?? null
  )
}

function isAbove({ currentA, powerW }: Sample, { value, unit }: Limit): boolean {
  const { factor } = overLimit
  if (unit === 'W') return powerW !== null && powerW > value * factor + overLimit.powerW
  if (currentA !== null) return currentA > value * factor + overLimit.currentA
  return powerW !== null && powerW > value * wattsPerAmpere * factor + overLimit.powerW
}

function flow({ currentA, powerW }: Sample, { unit }: Limit): string {
  return unit === 'A' && currentA !== null ? `${rounded(currentA, 1)} A` : `${rounded(powerW ?? 0, 0)} W`
}
