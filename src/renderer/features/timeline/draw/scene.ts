import type { Segment } from '../../../../shared/domain/timeline.ts'
import type { Scheme } from '../../../ui/state.tsx'
import type { Scene } from '../hit.ts'
import { endOf } from '../lanes.ts'
import { xOf } from '../range.ts'
import { axisHeight, heightOf, type Row } from '../rows.ts'
import { ticks } from '../ticks.ts'
import { drawAxis } from './axis.ts'
import { inks } from './ink.ts'
import { drawLane } from './lane.ts'
import { drawMarks, drawSessions } from './signs.ts'
import { surfaceOf } from './surface.ts'

/** Draws axis, lanes, sessions and marks, and a frame around the segment that the keyboard is on. */
export function drawScene(canvas: HTMLCanvasElement, scene: Scene, scheme: Scheme, scale: number, roved: Segment | null): void {
  const height = heightOf(scene.rows)
  const surface = surfaceOf(canvas, scene.width, height, scale)
  if (!surface || scene.width < 1) return
  const look = { scheme, ink: inks[scheme] }
  drawAxis(surface, ticks(scene.range, scene.width), scene.range, { width: scene.width, height, axis: axisHeight }, look.ink)
  for (const row of scene.rows) {
    drawLane(surface, row, scene.range, scene, look)
    if (row.lane.connectorId !== null) drawSessions(surface, row, scene, look.ink)
    drawMarks(surface, row, scene, look)
    if (roved && roved.lane === row.lane.key) drawFrame(surface.context, row, roved)
  }

  function drawFrame(context: CanvasRenderingContext2D, row: Row, segment: Segment): void {
    const wide = scene.width * scale
    const left = Math.max(0, xOf(segment.from, scene.range, wide))
    const right = Math.min(wide, xOf(endOf(segment, scene.edge), scene.range, wide))
    context.strokeStyle = look.ink.rove
    context.lineWidth = 2 * scale
    context.strokeRect(left, (row.barTop - 1) * scale, Math.max(2, right - left), (row.barHeight + 2) * scale)
  }
}
