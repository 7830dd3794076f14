import { xOf, type Range } from '../range.ts'
import type { Tick } from '../ticks.ts'
import { inks } from './ink.ts'
import type { Painter, TextStyle } from './painter.ts'

/** Grid lines over the whole height, and the labels of the time axis in its first `axis` pixels. */
export function drawAxis(
  painter: Painter,
  ticks: readonly Tick[],
  range: Range,
  size: { width: number; height: number; axis: number },
): void {
  const { px } = painter
  const ink = inks[painter.scheme]
  const hair = Math.max(1, Math.round(painter.scale))
  let free = -Infinity
  for (const tick of ticks) {
    const x = Math.round(xOf(tick.at, range, px(size.width)))
    const top = px(tick.day ? 0 : size.axis - 6)
    painter.rect(x, top, hair, px(size.height) - top, tick.day ? ink.dayLine : ink.grid)
    const style: TextStyle = { size: 11, weight: tick.day ? 600 : 400, colour: tick.day ? ink.text : ink.quiet, on: 'middle' }
    const left = x + px(4)
    const right = left + painter.textWidth(tick.label, style)
    if (left < free || right > px(size.width)) continue
    painter.text(left, px(size.axis / 2), tick.label, style)
    free = right + px(8)
  }
  painter.rect(0, px(size.axis) - hair, px(size.width), hair, ink.grid)
}
