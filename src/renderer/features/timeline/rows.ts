import type { Session } from '../../../shared/domain/session.ts'
import type { Mark } from '../../../shared/domain/timeline.ts'
import type { Lane } from './lanes.ts'

/** Height of the time axis above the lanes, CSS pixels. */
export const axisHeight = 21
/** Width of the names beside lanes and tracks, CSS pixels. */
export const gutterWidth = 116

/** A lane with its marks and sessions, and where it is drawn, CSS pixels from the top of the canvas. */
export interface Row {
  lane: Lane
  /** By time. Sessions have brackets; only restarts and faults have a sign of their own. */
  marks: Mark[]
  /** By start. */
  sessions: Session[]
  top: number
  height: number
  barTop: number
  barHeight: number
}

const connection = { height: 23, barTop: 9, barHeight: 11 }
const connector = { height: 39, barTop: 16, barHeight: 19 }

export function rowsOf(lanes: readonly Lane[], marks: readonly Mark[], sessions: readonly Session[]): Row[] {
  const signs = Map.groupBy(
    marks.filter(({ kind }) => kind === 'boot' || kind === 'fault'),
    (mark) => mark.connectorId || null,
  )
  const brackets = Map.groupBy(sessions, (session) => session.connectorId)
  let top = axisHeight
  return lanes.map((lane) => {
    const shape = lane.connectorId === null ? connection : connector
    const row = {
      lane,
      marks: signs.get(lane.connectorId) ?? [],
      sessions: lane.connectorId === null ? [] : (brackets.get(lane.connectorId) ?? []),
      top,
      height: shape.height,
      barTop: top + shape.barTop,
      barHeight: shape.barHeight,
    }
    top += shape.height
    return row
  })
}

export function heightOf(rows: readonly Row[]): number {
  const last = rows.at(-1)
  return (last ? last.top + last.height : axisHeight) + 3
}
