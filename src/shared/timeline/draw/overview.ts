import { stateStyle } from '../../domain/state.ts'
import type { Lane } from '../lanes.ts'
import { layout } from '../layout.ts'
import { spanOf, xOf, type Range } from '../range.ts'
import { ticks } from '../ticks.ts'
import { inks } from './ink.ts'
import type { Painter } from './painter.ts'

/** CSS pixels; equal to the controls beside it. */
export const overviewHeight = 26

/** The lanes as thin stripes, as high as their number allows, with a line at each midnight. */
export function drawOverview(painter: Painter, lanes: readonly Lane[], whole: Range, width: number): void {
  if (width < 1 || spanOf(whole) <= 0) return
  const { px, scale, scheme } = painter
  const wide = px(width)
  const shown = lanes.filter(({ kind }) => kind !== 'suspension')
  const pitch = px(overviewHeight - 6) / shown.length
  shown.forEach((lane, i) => {
    const top = px(3) + Math.round(i * pitch)
    const height = Math.max(1, Math.round(Math.min(pitch - scale, px(9))))
    for (const rect of layout(lane.segments, whole, wide, whole.to)) {
      const plain = height < 6 * scale && rect.state !== 'Disconnected'
      painter.rect(rect.x, top, rect.width, height, plain ? stateStyle[rect.state][scheme] : rect)
    }
  })
  for (const tick of ticks(whole, width)) {
    if (tick.day)
      painter.rect(Math.round(xOf(tick.at, whole, wide)), 0, Math.max(1, Math.round(scale)), px(overviewHeight), inks[scheme].dayLine)
  }
}
