import { kindOf } from '../kind.ts'
import { limitsOn, type Limit } from '../limits/track.ts'
import type { Seen } from '../seen.ts'
import { suspendedByChargerMs } from '../thresholds.ts'
import { duration, rounded } from '../words.ts'
import { aboutSpell, longSpells, type LongSpell, type Spells } from './spells.ts'

/** No car charges with less than 6 A (IEC 61851-1), which is 1380 W on one phase of 230 V. */
const least = { A: 6, W: 1_380 }

export const suspendedByCharger = kindOf<{ spells: Spells }>({
  kind: 'suspended-by-charger',
  severity: 'warning',
  title: 'The charger has paused, and no command explains it',
  clause: 'OCPP 1.6 §3.13, §4.9; OCPP 2.0.1 K01',
  advice:
    'The central system has set no limit that would do this. Look for what else may hold the power back: load management on site, a schedule set in the charger or its app, a temperature limit, a user who is not accepted (StopTransactionOnInvalidId), a limit set before this log begins (GetCompositeSchedule shows it).',
  byTime: true,
  initial: () => ({ spells: {} }),
  observe(state, seen, report) {
    for (const spell of longSpells(state.spells, seen, 'SuspendedEVSE', suspendedByChargerMs)) {
      const { connector, lastedMs, over, isNew, since, seq, sessionId } = spell
      const limit = explaining(seen, spell)
      const about = aboutSpell(spell)
      const because = limit === null ? '' : ` A charging profile of the central system allows ${rounded(limit.value, 1)} ${limit.unit}.`
      const text = `Connector ${connector.id} ${over ? 'was' : 'has been'} SuspendedEVSE for ${duration(lastedMs)}.${because}`
      if (isNew) {
        const seqs = [...(limit === null ? [] : [limit.seq]), seq, seen.seq]
        const sighting = { about, text, open: !over, since, seqs, connectorId: connector.id, sessionId }
        report.found(limit === null ? sighting : { ...sighting, ...commanded })
      } else if (over) report.over(about, text)
      else report.still({ about, text })
    }
  },
})

const commanded = {
  severity: 'notice',
  title: 'The charger has paused as it was commanded',
  advice: 'This is what the charging profile says. To charge now, change or clear it (SetChargingProfile, ClearChargingProfile).',
} as const

/** A limit too low to charge with, that holds now or held when it began. */
function explaining({ limits, at }: Seen, { connector, since }: LongSpell): Limit | null {
  const sessionSince = connector.session?.startedAt ?? null
  const both = [...limitsOn(limits, connector.id, at, sessionSince), ...limitsOn(limits, connector.id, since, sessionSince)]
  return both.find(({ value, unit }) => value < least[unit]) ?? null
}
