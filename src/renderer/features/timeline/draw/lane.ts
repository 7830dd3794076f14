import { stateStyle } from '../../../../shared/domain/state.ts'
import type { Scheme } from '../../../ui/state.tsx'
import { formatDuration } from '../../../ui/format.ts'
import { endOf } from '../lanes.ts'
import { layout, type Rect } from '../layout.ts'
import type { Range } from '../range.ts'
import type { Row } from '../rows.ts'
import { fillsOf } from './fill.ts'
import { fontFamily, type Ink } from './ink.ts'
import { textWidth, type Surface } from './surface.ts'

/** One lane's bar: the segments' fills, a hairline between them, and their names where there is room. */
export function drawLane(
  surface: Surface,
  row: Row,
  range: Range,
  size: { width: number; edge: number },
  look: { scheme: Scheme; ink: Ink },
): void {
  const { context, px, scale } = surface
  const { segments } = row.lane
  const rects = layout(segments, range, px(size.width), size.edge)
  const top = px(row.barTop)
  const height = px(row.barHeight)
  const hair = Math.max(1, Math.round(scale))
  const fill = fillsOf(context, look.scheme, scale)
  for (const rect of rects) {
    // A pattern needs some width to be read; below that the plain colour says more.
    const narrow = rect.width < 3 * scale
    const colour = stateStyle[rect.state][look.scheme]
    context.fillStyle = narrow ? colour : fill(rect.state, rect.lastState)
    context.fillRect(rect.x, top, rect.width, height)
    if (stateStyle[rect.state].pattern === 'outline' && rect.width > 2 * hair) {
      context.strokeStyle = colour
      context.lineWidth = hair
      context.strokeRect(rect.x + hair / 2, top + hair / 2, rect.width - hair, height - hair)
    }
    if (rect.x > 0 && rect.width > 3 * scale) context.clearRect(rect.x, top, hair, height)
  }
  if (row.barHeight < 15) return
  context.font = `500 ${px(11)}px ${fontFamily}`
  context.textBaseline = 'middle'
  for (const rect of rects) {
    if (rect.width > px(44)) drawName(surface, row, rect, size.edge, look)
  }
}

function drawName(surface: Surface, row: Row, rect: Rect, edge: number, { scheme, ink }: { scheme: Scheme; ink: Ink }): void {
  const { context, px } = surface
  const segment = row.lane.segments[rect.segment]
  if (!segment) return
  const { label, pattern } = stateStyle[rect.state]
  const length = formatDuration(endOf(segment, edge) - segment.from)
  const room = rect.width - px(12)
  const text = [`${label}  ${length}`, label, rect.state].find((one) => textWidth(surface, one) <= room)
  if (text === undefined) return
  const plain = pattern === 'solid' && rect.state !== 'Disconnected'
  const left = rect.x + px(6)
  if (!plain) {
    context.fillStyle = ink.plate
    context.fillRect(left - px(3), px(row.barTop + 3), textWidth(surface, text) + px(6), px(row.barHeight - 6))
  }
  context.fillStyle = plain ? onColour(stateStyle[rect.state][scheme]) : ink.onPlate
  context.fillText(text, left, px(row.barTop + row.barHeight / 2 + 0.5))
}

/** Black or white, whichever is easier to read on a colour (relative luminance of WCAG 2). */
function onColour(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((i) => {
    const value = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! > 0.2 ? '#0d1013' : '#ffffff'
}
