/**
 * States that a charger tells afterwards, placed where they happened. Only stretches change in which nobody knew the state:
 * while the charger was disconnected, and from its return until it reported one. See docs/adr/0006.
 */
import type { ConnectorState } from '../../../shared/domain/state.ts'
import type { Segment } from '../../../shared/domain/timeline.ts'
import type { Memory } from '../interpret/memory.ts'
import { keepPast } from './lanes.ts'
import type { Projection } from './projection.ts'
import { countIdleAnew } from './session-idle.ts'

/** A connection may be gone for so long before it is seen to be lost: until a ping is not answered. */
const noticedWithinMs = 120_000
/** A delay of more than this is a queue, where the charger's clock has been measured, and where it has not. */
const delayedMs = 5_000
const delayedUnmeasuredMs = 60_000

export const toldAfterwards = 'told by the charger afterwards'
/** Many chargers report each connector anew when they are back, with the time at which its state began. */
const repeated = 'reported anew by the charger after its return'

export interface LateState {
  lane: string
  connectorId: number
  state: ConnectorState
  why: string
  /** When it became so, epoch ms on our clock. */
  at: number
  /** Whether the state lasts if nothing newer is known; false where something else says what the connector does now. */
  lasts: boolean
}

/** Whether a message tells of the past: the charger says that it was queued, or its time says so. */
export function isPast(memory: Memory, projection: Projection, at: number, queued: boolean): boolean {
  const delay = projection.at - at
  return queued ? delay > 0 : delay >= (memory.clockMeasurements.length > 0 ? delayedMs : delayedUnmeasuredMs)
}

/**
 * Places a state in the past of a lane.
 * @returns whether it lasts to the present, or only up to something that is known; null where the lane has no place for it
 */
export function placeLate(memory: Memory, projection: Projection, late: LateState): 'present' | 'past' | null {
  const { lane, connectorId, state, why, at, lasts } = late
  const open = memory.openSegments[lane]
  const past = memory.pastSegments[lane] ?? []
  if (open === undefined || !memory.charger.connected) return null
  const index = past.findIndex((segment) => hasPlaceFor(segment, at))
  const found = past[index]
  if (found === undefined) return null
  const known = past.findIndex((segment, i) => i > index && !isUnknown(segment))
  const next = known < 0 ? past.length : known
  // What it had reported before is no news out of a queue, but what is so now, unless something newer comes out of one.
  const repeats = found.state === 'Disconnected' && found.lastState === state && at < found.from
  const reaches = known < 0 && (open.uncertain === true || open.why === repeated) && lasts
  const outcome = reaches ? 'present' : 'past'
  if (found.late === true && found.state === state) return outcome

  const from = Math.max(found.from, at)
  const piece: Segment = { lane, state, lastState: null, from, to: past[next]?.from ?? open.from, why, seq: projection.seq, late: true }
  const before = from > found.from ? [...past.slice(0, index), { ...found, to: from }] : past.slice(0, index)
  const changed = [...before, piece, ...past.slice(next)]
  const lasting = reaches ? lastingSegment(open, state, repeats ? repeated : why) : open
  keepPast(memory, lane, changed)
  memory.openSegments = { ...memory.openSegments, [lane]: lasting }
  const rows = [...changed.filter((segment) => segment.from >= found.from), lasting]
  projection.changes.push({ table: 'lane-end', lane, from: found.from, rows })
  countIdleAnew(memory, projection, connectorId, past, changed, reaches ? lasting : null)
  return outcome
}

function lastingSegment({ uncertain: _uncertain, ...open }: Segment, state: ConnectorState, why: string): Segment {
  return { ...open, state, lastState: null, why, ...(why === repeated ? {} : { uncertain: true }) }
}

function hasPlaceFor(segment: Segment, at: number): boolean {
  const { from, to, state, late } = segment
  if (to === null || to <= from || at >= to || !(isUnknown(segment) || late === true)) return false
  return at >= from - (state === 'Disconnected' ? noticedWithinMs : 0)
}

/** Nothing was told of this stretch. */
function isUnknown({ state, uncertain, late }: Segment): boolean {
  return late !== true && (state === 'Disconnected' || uncertain === true)
}
