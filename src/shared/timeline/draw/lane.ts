import { laneStates, stateStyle } from '../../domain/state.ts'
import type { Segment } from '../../domain/timeline.ts'
import { formatDuration } from '../../format.ts'
import { endOf } from '../lanes.ts'
import { layout, rank, type Rect } from '../layout.ts'
import type { Scene } from '../scene.ts'
import type { Row } from '../rows.ts'
import { inks } from './ink.ts'
import type { Painter, TextStyle } from './painter.ts'

type Shares = NonNullable<Segment['merged']>['states']

/** One lane's bar: the segments' fills, a hairline between them, and their names where there is room. */
export function drawLane(painter: Painter, row: Row, { range, width, edge }: Scene): void {
  const { px, scale, scheme } = painter
  const rects = layout(row.lane.segments, range, px(width), edge)
  const top = px(row.barTop)
  const height = px(row.barHeight)
  const hair = Math.max(1, Math.round(scale))
  for (const rect of rects) {
    // A pattern needs some width to be read; below that the plain colour says more.
    const narrow = rect.width < 3 * scale
    const colour = stateStyle[rect.state][scheme]
    const mixed = row.lane.segments[rect.segment]?.merged
    if (mixed) drawMixed(painter, rect, top, height, mixed.states)
    else painter.rect(rect.x, top, rect.width, height, narrow ? colour : rect)
    if (mixed) continue
    if (stateStyle[rect.state].pattern === 'outline' && rect.width > 2 * hair) painter.frame(rect.x, top, rect.width, height, colour, hair)
    if (rect.uncertain) drawUncertain(painter, row, rect, colour)
    if (rect.x > 0 && rect.width > 3 * scale) painter.veil(rect.x, top, hair, height, 1)
    if (rect.late) drawLate(painter, row, rect)
  }
  if (row.barHeight < 15) return
  for (const rect of rects) if (rect.width > px(44)) drawName(painter, row, rect, edge)
}

/** Many states that are too short to be drawn one by one: as a band for each, as high as its share of the time. */
function drawMixed({ px, rect, scheme }: Painter, { x, width }: Rect, top: number, height: number, states: Shares): void {
  const serious = states.filter(({ state }) => rank(state) > 0)
  const others = laneStates.flatMap((state) => states.filter((one) => one.state === state && rank(state) === 0))
  const sum = others.reduce((total, { ms }) => total + ms, 0)
  // What is serious is seen, however short it was.
  const strip = serious.length === 0 ? 0 : Math.min(Math.round(height / 2), px(3))
  serious.forEach(({ state }, i) => rect(x, top + Math.round((i * strip) / serious.length), width, strip, stateStyle[state][scheme]))
  let done = 0
  for (const { state, ms } of others) {
    const from = strip + Math.round(((height - strip) * done) / (sum || 1))
    done += ms
    const to = strip + Math.round(((height - strip) * done) / (sum || 1))
    if (to > from) rect(x, top + from, width, to - from, stateStyle[state][scheme])
  }
}

/** Only what was last known: pale, between dashed edges. */
function drawUncertain(painter: Painter, { barTop, barHeight }: Row, { x, width }: Rect, colour: string): void {
  const { px } = painter
  const hair = Math.max(1, px(1))
  painter.veil(x, px(barTop), width, px(barHeight), 0.6)
  if (width < 3 * painter.scale) return
  for (const y of [barTop + 0.5, barTop + barHeight - 0.5]) {
    painter.line(
      [
        [x, y * painter.scale],
        [x + width, y * painter.scale],
      ],
      colour,
      hair,
      true,
    )
  }
}

/** Told only afterwards: a folded corner where it begins, and a dashed line under it. */
function drawLate(painter: Painter, { barTop, barHeight }: Row, { x, width }: Rect): void {
  const { px, scale } = painter
  const { text } = inks[painter.scheme]
  const bottom = (barTop + barHeight - 1) * scale
  if (width >= px(3)) {
    painter.line(
      [
        [x, bottom],
        [x + width, bottom],
      ],
      text,
      Math.max(1, px(1.5)),
      true,
    )
  }
  const corner = Math.min(px(6), width)
  const top = px(barTop)
  painter.shape(
    [
      [x, top],
      [x + corner, top],
      [x, top + corner],
    ],
    text,
  )
}

function drawName(painter: Painter, row: Row, rect: Rect, edge: number): void {
  const { px } = painter
  const ink = inks[painter.scheme]
  const segment = row.lane.segments[rect.segment]
  if (!segment || segment.merged) return
  const { pattern } = stateStyle[rect.state]
  const label = rect.uncertain ? `${stateStyle[rect.state].label}?` : stateStyle[rect.state].label
  const plain = pattern === 'solid' && rect.state !== 'Disconnected' && !rect.uncertain
  const colour = plain ? onColour(stateStyle[rect.state][painter.scheme]) : ink.onPlate
  const style: TextStyle = { size: 11, weight: 500, colour, on: 'middle' }
  const length = formatDuration(endOf(segment, edge) - segment.from)
  const room = rect.width - px(12)
  const text = [`${label}  ${length}`, label, rect.state].find((one) => painter.textWidth(one, style) <= room)
  if (text === undefined) return
  const left = rect.x + px(rect.late ? 9 : 6)
  if (!plain) painter.rect(left - px(3), px(row.barTop + 3), painter.textWidth(text, style) + px(6), px(row.barHeight - 6), ink.plate)
  painter.text(left, px(row.barTop + row.barHeight / 2 + 0.5), text, style)
}

/** Black or white, whichever is easier to read on a colour (relative luminance of WCAG 2). */
function onColour(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((i) => {
    const value = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! > 0.2 ? '#0d1013' : '#ffffff'
}
