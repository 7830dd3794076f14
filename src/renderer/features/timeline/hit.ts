import { endOf } from '../../../shared/timeline/lanes.ts'
import { spanOf, timeAt } from '../../../shared/timeline/range.ts'
import type { Scene } from '../../../shared/timeline/scene.ts'
import { firstIndex, segmentAt } from '../../../shared/timeline/slice.ts'
import type { Target } from './target.ts'

/** How near the pointer has to be to a mark, CSS pixels. */
const reach = 6

/** What lies under a point of the canvas: a mark before a session's bracket before a segment. */
export function targetAt(x: number, y: number, scene: Scene): Target | null {
  const { range, width, edge } = scene
  const row = scene.rows.find((one) => y >= one.top && y < one.top + one.height)
  if (!row) return null
  const { lane } = row
  const at = timeAt(x, range, width)
  const reachMs = (reach / Math.max(1, width)) * spanOf(range)
  if (y < row.barTop + row.barHeight) {
    const mark = nearest(row.marks, at, reachMs)
    if (mark) return { kind: 'mark', lane, mark }
  } else {
    const heartbeat = nearest(row.heartbeats, at, reachMs)
    if (heartbeat) return { kind: 'heartbeat', lane, heartbeat }
  }
  if (y < row.barTop - 1) {
    const session = row.sessions.findLast((one) => one.startedAt <= at && at < endOf({ from: one.startedAt, to: one.endedAt }, edge))
    if (session) return { kind: 'session', lane, session }
  }
  const segment = segmentAt(lane.segments, at, edge)
  return segment && { kind: 'segment', lane, segment }
}

function nearest<T extends { at: number }>(items: readonly T[], at: number, reachMs: number): T | null {
  const after = firstIndex(items, (item) => item.at >= at)
  const far = (item: T) => Math.abs(item.at - at)
  const [item] = items.slice(Math.max(0, after - 1), after + 1).toSorted((a, b) => far(a) - far(b))
  return item !== undefined && far(item) <= reachMs ? item : null
}
