import { stateStyle } from '../../../../shared/domain/state.ts'
import { kindOf } from '../kind.ts'
import { suspendedByCarMs } from '../thresholds.ts'
import { duration, energy } from '../words.ts'
import { aboutSpell, longSpells, type Spells } from './spells.ts'

/** From this charge on a battery counts as full. */
const fullPercent = 99

export const suspendedByCar = kindOf<{ spells: Spells }>({
  kind: 'suspended-by-car',
  severity: 'notice',
  title: 'The car has paused for long',
  clause: 'OCPP 1.6 §4.9; OCPP 2.0.1 part 2, ChargingStateEnumType',
  advice: `${stateStyle.SuspendedEV.meaning} Look into the car: charge limit, departure time, an error. Plugging it in again, or stopping and starting the session, makes many cars begin anew.`,
  byTime: true,
  initial: () => ({ spells: {} }),
  observe(state, seen, report) {
    for (const spell of longSpells(state.spells, seen, 'SuspendedEV', suspendedByCarMs)) {
      const { connector, lastedMs, over, isNew, since, seq, sessionId } = spell
      const session = seen.before.connectors.find(({ id }) => id === connector.id)?.session ?? null
      const charged = session === null ? '' : ` ${energy(session.energyWh)} had been charged.`
      const soc = connector.socPercent ?? null
      const full = soc !== null && soc >= fullPercent ? ` The battery is at ${soc} %: it is full.` : ''
      const text = `Connector ${connector.id} ${over ? 'was' : 'has been'} SuspendedEV for ${duration(lastedMs)}.${charged}${full}`
      // A car that took next to nothing is what a user complains of.
      const severity = session !== null && session.energyWh < 100 ? 'warning' : 'notice'
      const about = aboutSpell(spell)
      if (isNew) report.found({ about, text, open: !over, since, seqs: [seq, seen.seq], connectorId: connector.id, sessionId, severity })
      else if (over) report.over(about, text)
      else report.still({ about, text, severity })
    }
  },
})
