import type { Charger, Connector } from '../../../shared/domain/charger.ts'
import { stateStyle, type ConnectorState, type LaneState } from '../../../shared/domain/state.ts'
import { formatDuration } from '../../ui/format.ts'

/** The state that a technician wants to know first where connectors differ. */
const tellingOrder: readonly ConnectorState[] = [
  'Faulted',
  'Charging',
  'SuspendedEV',
  'SuspendedEVSE',
  'Finishing',
  'Preparing',
  'Reserved',
  'Unavailable',
  'Available',
]

/** What a charger does now, in a few words for a narrow list. */
export function activityOf(charger: Charger, now: number): { state: LaneState; words: string } {
  if (!charger.connected) {
    return {
      state: 'Disconnected',
      words:
        charger.connectionSince === null ? 'never connected' : `lost ${formatDuration(Math.max(0, now - charger.connectionSince))} ago`,
    }
  }
  const { registration } = charger
  if (registration !== 'accepted')
    return { state: charger.status ?? 'Unknown', words: registration === 'pending' ? 'waits to be accepted' : 'rejected here' }
  const states = charger.connectors.map((connector) => connector.status)
  const state = tellingOrder.find((each) => states.includes(each)) ?? charger.status
  if (state === null) return { state: 'Unknown', words: 'connected, no state yet' }
  const count = states.filter((each) => each === state).length
  const some = count > 0 && count < states.length
  return { state, words: some ? `${stateStyle[state].label} ${count}/${states.length}` : stateStyle[state].label }
}

/** Power that flows now, in W, over all connectors; null where nobody knows. */
export function powerNow(charger: Charger): number | null {
  if (!charger.connected) return null
  const known = charger.connectors.map(flowing).filter((power) => power !== null)
  return known.length === 0 ? null : known.reduce((sum, power) => sum + power, 0)
}

/** A meter value outlives its session: only a connector with a running session delivers power. */
function flowing(connector: Connector): number | null {
  if (connector.powerW === null) return null
  return connector.session === null ? 0 : connector.powerW
}

const collator = new Intl.Collator('en', { numeric: true })

/** By identity, with numbers in it in their order: DEPOT-2 before DEPOT-10. */
export function byIdentity(a: { id: string }, b: { id: string }): number {
  return collator.compare(a.id, b.id)
}
