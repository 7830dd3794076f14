/** Charging in name only: the meter says that nothing flows. Most cars that pause are not reported otherwise by some chargers. */
import type { Sample, Segment } from '../../../shared/domain/timeline.ts'
import type { Memory } from '../interpret/memory.ts'
import { connectorLane } from './lanes.ts'
import type { Projection } from './projection.ts'
import { endSuspension, openWith, suspensionLane, suspensionOf } from './suspension.ts'

/** Nothing has flowed since a reading; JSON. */
export interface Stillness {
  at: number
  seq: number
}

/** Below 50 W or 0.5 A flows what a contactor and a meter's noise make of nothing; shorter gaps are those of a ramp. */
const nothing = { powerW: 50, currentA: 0.5 }
const shownAfterMs = 60_000

/** Whether a reading says that nothing flows; null where it says nothing of it. */
export function flowsNothing({ powerW, currentA }: Pick<Sample, 'powerW' | 'currentA'>): boolean | null {
  if (powerW !== null) return powerW < nothing.powerW && (currentA === null || currentA < nothing.currentA)
  return currentA === null ? null : currentA < nothing.currentA
}

/** Takes in the readings that a fact has brought. @param from index of its first change */
export function watchPower(memory: Memory, projection: Projection, from: number): void {
  for (const change of projection.changes.slice(from)) if (change.table === 'samples') takeSample(memory, projection, change.row)
}

function takeSample(memory: Memory, projection: Projection, sample: Sample): void {
  const { connectorId } = sample
  const still = flowsNothing(sample)
  const lane = memory.openSegments[connectorLane(connectorId)]
  const { open } = suspensionOf(memory, connectorId)
  const since = memory.stillness[connectorId]
  if (lane?.state !== 'Charging' || !memory.charger.connected) {
    if (since !== undefined) forget(memory, connectorId)
    return
  }
  const at = Math.min(sample.at, projection.at)
  const newest = since !== undefined && since.at >= lane.from ? since : null
  if (still === null || at < lane.from || (newest !== null && at < newest.at)) return
  if (!still) {
    forget(memory, connectorId)
    if (open?.state === 'NoPower') endSuspension(memory, projection, connectorId, at)
    return
  }
  if (newest === null) {
    memory.stillness = { ...memory.stillness, [connectorId]: { at, seq: projection.seq } }
    return
  }
  if (open !== null || at - newest.at < shownAfterMs) return
  const why = `says Charging, but the meter shows ${shown(sample)}`
  const row: Segment = {
    lane: suspensionLane(connectorId),
    state: 'NoPower',
    lastState: null,
    from: newest.at,
    to: null,
    why,
    seq: newest.seq,
  }
  openWith(memory, projection, row)
}

function shown({ powerW, currentA }: Sample): string {
  return [powerW === null ? null : `${powerW} W`, currentA === null ? null : `${currentA} A`].filter((part) => part !== null).join(' and ')
}

function forget(memory: Memory, connectorId: number): void {
  const { [connectorId]: _gone, ...others } = memory.stillness
  memory.stillness = others
}
