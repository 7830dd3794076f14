import type { Session } from '../domain/session.ts'
import type { Heartbeat, Mark } from '../domain/timeline.ts'
import type { Lane, LaneKind } from './lanes.ts'

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
  /** By time; only of the connection. */
  heartbeats: readonly Heartbeat[]
  top: number
  height: number
  barTop: number
  barHeight: number
}

const shapes: Record<LaneKind, Pick<Row, 'height' | 'barTop' | 'barHeight'>> = {
  connection: { height: 26, barTop: 9, barHeight: 11 },
  connector: { height: 39, barTop: 16, barHeight: 19 },
  suspension: { height: 13, barTop: 0, barHeight: 9 },
}

export function rowsOf(
  lanes: readonly Lane[],
  marks: readonly Mark[],
  sessions: readonly Session[],
  heartbeats: readonly Heartbeat[] = [],
): Row[] {
  const signs = Map.groupBy(
    marks.filter(({ kind }) => kind === 'boot' || kind === 'fault'),
    (mark) => mark.connectorId || null,
  )
  const brackets = Map.groupBy(sessions, (session) => session.connectorId)
  let top = axisHeight
  return lanes.map((lane) => {
    const { kind, connectorId } = lane
    const { height, barTop, barHeight } = shapes[kind]
    const row = {
      lane,
      marks: kind === 'suspension' ? [] : (signs.get(connectorId) ?? []),
      sessions: kind === 'connector' && connectorId !== null ? (brackets.get(connectorId) ?? []) : [],
      heartbeats: kind === 'connection' ? heartbeats : [],
      top,
      height,
      barTop: top + barTop,
      barHeight,
    }
    top += height
    return row
  })
}

export function heightOf(rows: readonly Row[]): number {
  const last = rows.at(-1)
  return (last ? last.top + last.height : axisHeight) + 3
}
