import type { Segment } from '../domain/timeline.ts'

export type LaneKind = 'connection' | 'connector' | 'suspension'

export interface Lane {
  key: string
  kind: LaneKind
  label: string
  /** null: the lane of the connection. */
  connectorId: number | null
  /** By time, not overlapping; only the last one may still last (`to` null). */
  segments: Segment[]
}

const numberedLane = /^(connector|suspension):(\d+)$/
const labels: Record<LaneKind, string> = { connection: 'Connection', connector: 'Connector', suspension: 'Paused by' }
const order: readonly LaneKind[] = ['connection', 'connector', 'suspension']

/** The lanes in the order in which they are drawn: the connection, then each connector with who paused it below. */
export function lanesOf(segments: readonly Segment[]): Lane[] {
  const lanes = new Map<string, Segment[]>()
  for (const segment of segments) {
    const lane = lanes.get(segment.lane)
    if (lane) lane.push(segment)
    else lanes.set(segment.lane, [segment])
  }
  return [...lanes]
    .map(([key, own]) => ({ ...laneNamed(key), segments: inOrder(own) }))
    .toSorted((a, b) => (a.connectorId ?? -1) - (b.connectorId ?? -1) || order.indexOf(a.kind) - order.indexOf(b.kind))
}

function laneNamed(key: string): Omit<Lane, 'segments'> {
  const [, name, number] = numberedLane.exec(key) ?? []
  if (number === undefined) return { key, kind: 'connection', label: labels.connection, connectorId: null }
  const kind = name === 'suspension' ? 'suspension' : 'connector'
  return { key, kind, label: kind === 'suspension' ? labels.suspension : `${labels.connector} ${number}`, connectorId: Number(number) }
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
