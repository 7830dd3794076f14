import { stateStyle } from '../../../../shared/domain/state.ts'
import type { Scheme } from '../../../ui/state.tsx'
import type { Lane } from '../lanes.ts'
import { layout } from '../layout.ts'
import { spanOf, xOf, type Range } from '../range.ts'
import { ticks } from '../ticks.ts'
import { fillsOf } from './fill.ts'
import { inks } from './ink.ts'
import { surfaceOf } from './surface.ts'

/** CSS pixels; equal to the controls beside it. */
export const overviewHeight = 26

/** The lanes as thin stripes, as high as their number allows, with a line at each midnight. */
export function drawOverview(
  canvas: HTMLCanvasElement,
  lanes: readonly Lane[],
  whole: Range,
  width: number,
  scheme: Scheme,
  scale: number,
): void {
  const surface = surfaceOf(canvas, width, overviewHeight, scale)
  if (!surface || width < 1 || spanOf(whole) <= 0) return
  const { context, px } = surface
  const wide = px(width)
  const fill = fillsOf(context, scheme, scale)
  const pitch = px(overviewHeight - 6) / lanes.length
  lanes.forEach((lane, i) => {
    const top = px(3) + Math.round(i * pitch)
    const height = Math.max(1, Math.round(Math.min(pitch - scale, px(9))))
    for (const rect of layout(lane.segments, whole, wide, whole.to)) {
      const plain = height < 6 * scale && rect.state !== 'Disconnected'
      context.fillStyle = plain ? stateStyle[rect.state][scheme] : fill(rect.state, rect.lastState)
      context.fillRect(rect.x, top, rect.width, height)
    }
  })
  context.fillStyle = inks[scheme].dayLine
  for (const tick of ticks(whole, width)) {
    if (tick.day) context.fillRect(Math.round(xOf(tick.at, whole, wide)), 0, Math.max(1, Math.round(scale)), px(overviewHeight))
  }
}
