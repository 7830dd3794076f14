import type { Session } from '../../../../shared/domain/session.ts'
import { kindOf } from '../kind.ts'
import { deviationOf } from '../seen.ts'
import { stopFollowsMs } from '../thresholds.ts'
import { longSpells, type Spells } from './spells.ts'

interface State {
  spells: Spells
  /** Sessions that have been told of. */
  told: number[]
}

export const sessionNotEnded = kindOf<State>({
  kind: 'session-not-ended',
  severity: 'warning',
  title: 'A session was never ended',
  clause: 'OCPP 1.6 §4.10; OCPP 2.0.1 E06',
  advice:
    'The message that ends it was lost, or the charger has forgotten the session in a restart. Nothing is billed until it ends: Force stop charging ends it on this side. Look whether the charger keeps such messages while it is offline.',
  initial: () => ({ spells: {}, told: [] }),
  observe(state, seen, report) {
    const tell = ({ id, transactionId, connectorId }: Session, because: string): void => {
      if (state.told.includes(id)) return
      state.told = [...state.told, id].slice(-20)
      const text = `Session ${transactionId} on connector ${connectorId} has not been ended, ${because}.`
      report.found({ about: `session-${id}`, text, open: true, seqs: [id, seen.seq], connectorId, sessionId: id })
    }
    if (deviationOf(seen, 'session-still-open') !== null) {
      const session = seen.before.connectors.find(({ id }) => id === seen.entry.connectorId)?.session
      const closed = seen.changes.some(
        (change) => change.table === 'sessions' && change.row.id === session?.id && change.row.endedAt !== null,
      )
      if (session) tell(session, `although another one has begun there${closed ? '; it was closed here when that began' : ''}`)
    }
    for (const { connector, lastedMs } of longSpells(state.spells, seen, 'Available', stopFollowsMs)) {
      const { session, since } = connector
      // One that begins on a free connector may be prepared while nobody says so.
      if (session !== null && lastedMs >= stopFollowsMs && since !== null && session.startedAt < since)
        tell(session, 'although the connector is Available')
    }
    for (const { id } of seen.ended) if (state.told.includes(id)) report.over(`session-${id}`)
  },
})
