import { xOf, type Range } from '../range.ts'
import type { Tick } from '../ticks.ts'
import { fontFamily, type Ink } from './ink.ts'
import { textWidth, type Surface } from './surface.ts'

/** Grid lines over the whole height, and the labels of the time axis in its first `axis` pixels. */
export function drawAxis(
  surface: Surface,
  ticks: readonly Tick[],
  range: Range,
  size: { width: number; height: number; axis: number },
  ink: Ink,
): void {
  const { context, px } = surface
  const hair = Math.max(1, Math.round(surface.scale))
  context.textBaseline = 'middle'
  let free = -Infinity
  for (const tick of ticks) {
    const x = Math.round(xOf(tick.at, range, px(size.width)))
    context.fillStyle = tick.day ? ink.dayLine : ink.grid
    context.fillRect(x, px(tick.day ? 0 : size.axis - 6), hair, px(size.height))
    context.font = `${tick.day ? 600 : 400} ${px(11)}px ${fontFamily}`
    const left = x + px(4)
    const right = left + textWidth(surface, tick.label)
    if (left < free || right > px(size.width)) continue
    context.fillStyle = tick.day ? ink.text : ink.quiet
    context.fillText(tick.label, left, px(size.axis / 2))
    free = right + px(8)
  }
  context.fillStyle = ink.grid
  context.fillRect(0, px(size.axis) - hair, px(size.width), hair)
}
