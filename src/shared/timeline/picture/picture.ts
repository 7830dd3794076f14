/** The timeline as a picture of its own: with a heading, names, axis, meter tracks and a legend. */
import type { Session } from '../../domain/session.ts'
import type { CommandedLimit, Heartbeat, Mark, Sample, Segment } from '../../domain/timeline.ts'
import { inks } from '../draw/ink.ts'
import type { Painter, Scheme, TextStyle } from '../draw/painter.ts'
import { drawScene } from '../draw/scene.ts'
import { lanesOf } from '../lanes.ts'
import type { Range } from '../range.ts'
import { axisHeight, gutterWidth, heightOf, rowsOf } from '../rows.ts'
import { drawLegend, legendLine, legendOf } from './legend.ts'
import { moved } from './moved.ts'
import { drawTrack, tracksOf } from './track.ts'
import { rangeWords } from './words.ts'

export interface TimelinePicture {
  /** The charger's identity; any text. */
  name: string
  /** What it is a picture of besides, such as the recording's name; any text. */
  of?: string
  range: Range
  /** Where what lasts ends: now, or the end of a recording; epoch ms. */
  edge: number
  segments: readonly Segment[]
  marks?: readonly Mark[]
  sessions?: readonly Session[]
  heartbeats?: readonly Heartbeat[]
  samples?: readonly Sample[]
  limits?: readonly CommandedLimit[]
  /** IANA name. */
  timeZone?: string
  /** CSS pixels. */
  width?: number
}

export const pictureBackground: Record<Scheme, string> = { dark: '#14181d', light: '#ffffff' }

const air = 16
const headingHeight = 34
const trackHeight = 64
const trackGap = 10

/** A picture, laid out: how large it is, and how to draw it with any painter of that size. */
export function layOut(picture: TimelinePicture): {
  width: number
  heightWith: (painter: Painter) => number
  draw: (painter: Painter) => void
} {
  const { name, of, range, edge, timeZone, width = 1_400 } = picture
  const lanes = lanesOf(picture.segments)
  const rows = rowsOf(lanes, picture.marks ?? [], picture.sessions ?? [], picture.heartbeats ?? [])
  const tracks = tracksOf(picture.samples ?? [], picture.limits ?? [], range)
  const legend = legendOf(
    lanes,
    range,
    edge,
    tracks.some(({ limits }) => limits.length > 0),
  )
  const plotWidth = width - 2 * air - gutterWidth
  const lanesHeight = heightOf(rows)
  const tracksTop = headingHeight + lanesHeight + trackGap
  const legendTop = tracksTop + tracks.length * (trackHeight + trackGap) + 4
  return {
    width,
    heightWith: (painter) => legendTop + drawLegend(painter, legend, width - 2 * air, true) * legendLine + air,
    draw(painter) {
      const ink = inks[painter.scheme]
      const { px } = painter
      const heading: TextStyle = { size: 15, weight: 600, colour: ink.text, on: 'middle' }
      const quiet: TextStyle = { size: 11, weight: 400, colour: ink.quiet, on: 'middle' }
      const named: TextStyle = { size: 11, weight: 500, colour: ink.text, on: 'middle' }
      const title = shortened(name, 60)
      painter.text(px(air), px(20), title, heading)
      const words = [of === undefined ? null : shortened(of, 80), rangeWords(range, timeZone)].filter((one) => one !== null)
      painter.text(px(air) + painter.textWidth(title, heading) + px(14), px(21), words.join(' · '), quiet)
      drawScene(moved(painter, air + gutterWidth, headingHeight), {
        rows,
        range,
        width: plotWidth,
        edge,
        ...(timeZone ? { timeZone } : {}),
      })
      if (rows.length === 0) painter.text(px(air + gutterWidth), px(headingHeight + axisHeight + 12), 'Nothing is recorded.', quiet)
      for (const { lane, barTop, barHeight } of rows) painter.text(px(air), px(headingHeight + barTop + barHeight / 2), lane.label, named)
      tracks.forEach((track, i) => {
        const top = tracksTop + i * (trackHeight + trackGap)
        drawTrack(moved(painter, air + gutterWidth, top), track, range, plotWidth, trackHeight)
        painter.text(px(air), px(top + 8), track.label, named)
        painter.text(px(air), px(top + 24), `up to ${track.high}`, quiet)
      })
      drawLegend(moved(painter, air, legendTop), legend, width - 2 * air)
    },
  }
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}
