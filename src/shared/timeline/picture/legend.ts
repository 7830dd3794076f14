import { laneStates, stateStyle, type LaneState } from '../../domain/state.ts'
import { inks } from '../draw/ink.ts'
import type { Painter, TextStyle } from '../draw/painter.ts'
import { endOf, type Lane } from '../lanes.ts'
import type { Range } from '../range.ts'
import { visibleSlice } from '../slice.ts'

/** CSS pixels of a line of it. */
export const legendLine = 18

export interface LegendItem {
  text: string
  state: LaneState | null
}

/** The states that are seen in a range, and the signs that need words. */
export function legendOf(lanes: readonly Lane[], range: Range, edge: number, limited: boolean): LegendItem[] {
  const seen = new Set<LaneState>()
  let [late, uncertain, mixed] = [false, false, false]
  for (const { segments } of lanes) {
    const [start, end] = visibleSlice(segments, range, edge)
    for (let i = start; i < end; i++) {
      const segment = segments[i]!
      if (endOf(segment, edge) <= range.from) continue
      for (const { state } of segment.merged?.states ?? [segment]) seen.add(state)
      mixed ||= segment.merged !== undefined
      late ||= segment.late === true
      uncertain ||= segment.uncertain === true
    }
  }
  const items: LegendItem[] = laneStates.filter((state) => seen.has(state)).map((state) => ({ state, text: stateStyle[state].label }))
  if (late) items.push({ state: null, text: 'folded corner: told by the charger afterwards' })
  if (uncertain) items.push({ state: null, text: 'pale with ?: last known, not confirmed since a reconnect' })
  if (mixed) items.push({ state: null, text: 'bands: states too short to be drawn one by one, each as high as its share of the time' })
  if (limited) items.push({ state: null, text: 'dashed line: limit that was commanded' })
  return items
}

/** Draws it in lines as wide as there is room, and gives back how many. Without a painter that draws, it only counts. */
export function drawLegend(painter: Painter, items: readonly LegendItem[], width: number, measure = false): number {
  const { px, scheme } = painter
  const style: TextStyle = { size: 11, weight: 400, colour: inks[scheme].text, on: 'middle' }
  let [x, line] = [0, 0]
  for (const { text, state } of items) {
    const room = (state === null ? 0 : px(17)) + painter.textWidth(text, style) + px(18)
    if (x > 0 && x + room > px(width)) [x, line] = [0, line + 1]
    const middle = px(line * legendLine + legendLine / 2)
    if (!measure) {
      if (state !== null) {
        painter.rect(x, middle - px(5.5), px(11), px(11), { state, lastState: null })
        if (stateStyle[state].pattern === 'outline') painter.frame(x, middle - px(5.5), px(11), px(11), stateStyle[state][scheme], px(1))
      }
      painter.text(x + (state === null ? 0 : px(17)), middle, text, style)
    }
    x += room
  }
  return items.length === 0 ? 0 : line + 1
}
