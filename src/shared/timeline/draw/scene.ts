import type { Segment } from '../../domain/timeline.ts'
import { endOf } from '../lanes.ts'
import { xOf } from '../range.ts'
import { axisHeight, heightOf, type Row } from '../rows.ts'
import type { Scene } from '../scene.ts'
import { ticks } from '../ticks.ts'
import { drawAxis } from './axis.ts'
import { inks } from './ink.ts'
import { drawLane } from './lane.ts'
import type { Painter } from './painter.ts'
import { drawHeartbeats, drawMarks, drawSessions } from './signs.ts'

/** Draws axis, lanes, sessions and marks, and a frame around the segment that the keyboard is on. */
export function drawScene(painter: Painter, scene: Scene, roved: Segment | null = null): void {
  const { range, width, timeZone } = scene
  if (width < 1) return
  drawAxis(painter, ticks(range, width, timeZone), range, { width, height: heightOf(scene.rows), axis: axisHeight })
  for (const row of scene.rows) {
    drawLane(painter, row, scene)
    drawSessions(painter, row, scene)
    drawHeartbeats(painter, row, scene)
    drawMarks(painter, row, scene)
    if (roved && roved.lane === row.lane.key) drawRoved(painter, row, scene, roved)
  }
}

function drawRoved(painter: Painter, row: Row, { range, width, edge }: Scene, segment: Segment): void {
  const { scale, scheme } = painter
  const wide = width * scale
  const left = Math.max(0, xOf(segment.from, range, wide))
  const right = Math.min(wide, xOf(endOf(segment, edge), range, wide))
  painter.frame(
    left - scale,
    (row.barTop - 2) * scale,
    Math.max(2, right - left) + 2 * scale,
    (row.barHeight + 4) * scale,
    inks[scheme].rove,
    2 * scale,
  )
}
