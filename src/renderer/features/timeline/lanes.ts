import type { Mark, Segment } from '../../../shared/domain/timeline.ts'
import type { Range } from './range.ts'

export interface Lane {
  key: string
  label: string
  /** null: the lane of the connection. */
  connectorId: number | null
  /** By time, not overlapping; only the last one may still last (`to` null). */
  segments: Segment[]
}

/** What `chargers.timeline` answers. */
export interface TimelineData {
  segments: Segment[]
  marks: Mark[]
  extent: Range | null
}

const connectorLane = /^connector:(\d+)$/

/** The lanes in the order in which they are drawn: the connection, then the connectors by number. */
export function lanesOf(segments: readonly Segment[]): Lane[] {
  const lanes = new Map<string, Segment[]>()
  for (const segment of segments) {
    const lane = lanes.get(segment.lane)
    if (lane) lane.push(segment)
    else lanes.set(segment.lane, [segment])
  }
  return [...lanes]
    .map(([key, own]) => {
      const number = connectorLane.exec(key)?.[1]
      const connectorId = number === undefined ? null : Number(number)
      const label = connectorId === null ? 'Connection' : `Connector ${connectorId}`
      return { key, label, connectorId, segments: inOrder(own) }
    })
    .toSorted((a, b) => (a.connectorId ?? -1) - (b.connectorId ?? -1))
}

function inOrder(segments: Segment[]): Segment[] {
  const sorted = segments.every((segment, i) => i === 0 || segments[i - 1]!.from <= segment.from)
  return sorted ? segments : segments.toSorted((a, b) => a.from - b.from || a.seq - b.seq)
}

/** Where a segment ends on the screen: one that lasts ends at the live edge. */
export function endOf(segment: Pick<Segment, 'from' | 'to'>, edge: number): number {
  return segment.to ?? Math.max(segment.from, edge)
}

/** Whether anything still lasts, so that time goes on at the right edge; a closed recording ends where it ends. */
export function isLive(segments: readonly Segment[]): boolean {
  return segments.some((segment) => segment.to === null)
}

/**
 * What is known, with everything since `from` replaced by a newer answer for that time. So a long timeline is loaded once
 * and only its end is asked for again.
 */
export function withNewerEnd(known: TimelineData, newer: TimelineData, from: number): TimelineData {
  if (!newer.extent || !known.extent || newer.extent.from < known.extent.from) return newer.extent ? newer : known
  const keyOf = ({ lane, seq, from: begin }: Segment): string => `${lane} ${seq} ${begin}`
  const renewed = new Set(newer.segments.map(keyOf))
  const kept = known.segments.filter((s) => s.to !== null && s.to <= from && !renewed.has(keyOf(s)))
  return {
    segments: [...kept, ...newer.segments],
    marks: [...known.marks.filter((mark) => mark.at < from), ...newer.marks.filter((mark) => mark.at >= from)],
    extent: newer.extent,
  }
}
