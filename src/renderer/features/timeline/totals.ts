import type { Session } from '../../../shared/domain/session.ts'
import type { LaneState } from '../../../shared/domain/state.ts'
import { endOf, type Lane } from '../../../shared/timeline/lanes.ts'
import type { Range } from '../../../shared/timeline/range.ts'
import { durations, type Durations } from './durations.ts'

/** How long each lane was in each state within a range; lanes of which nothing is known there are left out. */
export function laneTotals(lanes: readonly Lane[], range: Range, edge: number): { lane: Lane; states: Durations['states'] }[] {
  return lanes
    .map((lane) => ({ lane, states: durations(lane.segments, range, edge).states }))
    .filter(({ lane, states }) => states.length > 0 && lane.kind !== 'suspension')
}

export interface SessionTotals {
  session: Session
  lastedMs: number
  chargingMs: number
  byCarMs: number
  byChargerMs: number
  /** Of the time in which it says Charging. */
  noPowerMs: number
}

/** What became of the time of each session that touches a range, over the whole session. */
export function sessionTotals(sessions: readonly Session[], lanes: readonly Lane[], range: Range, edge: number): SessionTotals[] {
  const byKey = new Map(lanes.map((lane) => [lane.key, lane.segments]))
  return sessions.flatMap((session) => {
    const { connectorId, startedAt } = session
    const own = { from: startedAt, to: endOf({ from: startedAt, to: session.endedAt }, edge) }
    if (own.from >= range.to || own.to <= range.from) return []
    const timeIn = (key: string, state: LaneState): number =>
      durations(byKey.get(key) ?? [], own, edge).states.find((one) => one.state === state)?.ms ?? 0
    return [
      {
        session,
        lastedMs: own.to - own.from,
        chargingMs: timeIn(`connector:${connectorId}`, 'Charging'),
        byCarMs: timeIn(`connector:${connectorId}`, 'SuspendedEV'),
        byChargerMs: timeIn(`connector:${connectorId}`, 'SuspendedEVSE'),
        noPowerMs: timeIn(`suspension:${connectorId}`, 'NoPower'),
      },
    ]
  })
}
