import type { Session } from '../../../shared/domain/session.ts'
import type { Mark, Segment } from '../../../shared/domain/timeline.ts'
import { endOf, type Lane } from '../../../shared/timeline/lanes.ts'
import { timeAt, xOf } from '../../../shared/timeline/range.ts'
import type { Scene } from '../../../shared/timeline/scene.ts'
import { firstIndex, segmentAt } from '../../../shared/timeline/slice.ts'

export type Target =
  | { kind: 'segment'; lane: Lane; segment: Segment }
  | { kind: 'session'; lane: Lane; session: Session }
  | { kind: 'mark'; lane: Lane; mark: Mark }

/** How near the pointer has to be to a mark, CSS pixels. */
const reach = 6

/** What lies under a point of the canvas: a mark before a session's bracket before a segment. */
export function targetAt(x: number, y: number, scene: Scene): Target | null {
  const { range, width, edge } = scene
  const row = scene.rows.find((one) => y >= one.top && y < one.top + one.height)
  if (!row) return null
  const { lane } = row
  const at = timeAt(x, range, width)
  if (y < row.barTop + row.barHeight) {
    const near = (mark: Mark) => Math.abs(xOf(mark.at, range, width) - x)
    const after = firstIndex(row.marks, (mark) => mark.at >= at)
    const mark = row.marks.slice(Math.max(0, after - 1), after + 1).toSorted((a, b) => near(a) - near(b))[0]
    if (mark && near(mark) <= reach) return { kind: 'mark', lane, mark }
  }
  if (y < row.barTop - 1) {
    const session = row.sessions.findLast((one) => one.startedAt <= at && at < endOf({ from: one.startedAt, to: one.endedAt }, edge))
    if (session) return { kind: 'session', lane, session }
  }
  const segment = segmentAt(lane.segments, at, edge)
  return segment && { kind: 'segment', lane, segment }
}
