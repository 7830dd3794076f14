import type { Connector } from '../../../../shared/domain/charger.ts'
import type { ConnectorState } from '../../../../shared/domain/state.ts'
import { factOf, type Seen } from '../seen.ts'

/** A connector that stays in one state. */
interface Spell {
  /** As in the connector, to see a new spell. */
  since: number
  seq: number
  sessionId: number | null
  /** When the connection was lost in it: from then on nobody knows. */
  lostAt: number | null
  /** How long it had lasted when it was last told of; 0 before. */
  toldMs: number
}

/** By connector. */
export type Spells = Record<string, Spell>

export interface LongSpell {
  connector: Connector
  sessionId: number | null
  /** When it began, and in which entry. */
  since: number
  seq: number
  lastedMs: number
  over: boolean
  /** Whether it has not been told of before. */
  isNew: boolean
}

/** Connectors that have been in a state for long: told once, again when it has lasted twice as long, and when it is over. */
export function longSpells(spells: Spells, seen: Seen, status: ConnectorState, afterMs: number): LongSpell[] {
  const long: LongSpell[] = []
  const lost = factOf(seen, 'ConnectionLost')
  for (const connector of seen.charger.connectors) {
    const { id, since } = connector
    const spell = spells[id]
    const lasts = connector.status === status
    if (spell !== undefined) {
      const until = spell.lostAt ?? (lost === null ? seen.at : Math.min(lost.at, seen.at))
      const lastedMs = until - spell.since
      const over = !lasts || since !== spell.since
      const isNew = spell.toldMs === 0
      if (lastedMs >= afterMs && (over || isNew || lastedMs >= 2 * spell.toldMs)) {
        spell.toldMs = lastedMs
        long.push({ connector, sessionId: spell.sessionId, since: spell.since, seq: spell.seq, lastedMs, over, isNew })
      }
      if (over) delete spells[id]
      else if (lost !== null) spell.lostAt ??= until
    }
    if (lasts && spells[id] === undefined) {
      spells[id] = { since: since ?? seen.at, seq: seen.seq, sessionId: connector.session?.id ?? null, lostAt: null, toldMs: 0 }
    }
    const now = spells[id]
    if (now !== undefined) {
      now.sessionId ??= connector.session?.id ?? null
      if (saysSo(seen, id)) now.lostAt = null
    }
  }
  return long
}

/** Whether the charger tells the connector's state in this entry, which is then known again. */
function saysSo({ facts }: Seen, connectorId: number): boolean {
  return facts.some(
    (fact) =>
      (fact.type === 'ConnectorStatusChanged' || fact.type === 'ConnectorReported' || fact.type === 'TransactionTold') &&
      fact.connectorId === connectorId,
  )
}

/** What findings of a state on a connector are about: its session, or the connector where none runs. */
export function aboutSpell({ sessionId, connector }: LongSpell): string {
  return sessionId === null ? `connector-${connector.id}` : `session-${sessionId}`
}
