import type { CommandedLimit, Sample } from '../../domain/timeline.ts'
import { inks } from '../draw/ink.ts'
import type { Painter } from '../draw/painter.ts'
import { downsampled, quantities, series, within, type Point, type Quantity } from '../meter.ts'
import { xOf, type Range } from '../range.ts'
import { trackBounds } from '../limits.ts'

/** One quantity of one connector, as a line with the limit that was commanded. */
export interface PictureTrack {
  label: string
  /** Of the top of the track. */
  high: string
  top: number
  bottom: number
  points: Point[]
  limits: CommandedLimit[]
}

const most = 2_000

/** Tracks of what the connectors measured in a range: power, and current where a limit in amperes was commanded or no power is told. */
export function tracksOf(samples: readonly Sample[], limits: readonly CommandedLimit[], range: Range): PictureTrack[] {
  const connectors = [...new Set(samples.map(({ connectorId }) => connectorId))].toSorted((a, b) => a - b)
  return connectors.flatMap((connectorId) => {
    const own = limits.filter((limit) => limit.connectorId === connectorId && limit.to > range.from && limit.from < range.to)
    const inAmperes = own.some(({ unit }) => unit === 'A')
    const tracks = (['powerW', 'currentA'] as const).flatMap((key) => trackOf(samples, own, connectorId, key, range))
    return tracks.filter(({ key }) => key === 'powerW' || inAmperes || tracks.length === 1).map(({ track }) => track)
  })
}

function trackOf(
  samples: readonly Sample[],
  limits: readonly CommandedLimit[],
  connectorId: number,
  key: Quantity & ('powerW' | 'currentA'),
  range: Range,
): { key: Quantity; track: PictureTrack }[] {
  const quantity = quantities.find((one) => one.key === key)
  const points = downsampled(within(series(samples, connectorId, key), range), most)
  if (quantity === undefined || !points.some(({ value }) => value !== null)) return []
  const own = limits.filter(({ unit }) => unit === (key === 'powerW' ? 'W' : 'A'))
  const [bottom, top] = trackBounds(points, quantity.fromZero, own)
  return [{ key, track: { label: `${quantity.label} ${connectorId}`, high: quantity.format(top), top, bottom, points, limits: own } }]
}

/** @param height CSS pixels */
export function drawTrack(
  painter: Painter,
  { points, limits, top, bottom }: PictureTrack,
  range: Range,
  width: number,
  height: number,
): void {
  const { px, scheme } = painter
  const ink = inks[scheme]
  const wide = px(width)
  const high = px(height)
  const x = (at: number): number => Math.min(wide, Math.max(0, xOf(at, range, wide)))
  const y = (value: number): number => high - ((value - bottom) / (top - bottom || 1)) * high
  painter.rect(0, high, wide, Math.max(1, px(1)), ink.grid)
  let run: (readonly [number, number])[] = []
  const draw = () => {
    if (run.length > 1) painter.line(run, ink.measured, px(1.5))
    run = []
  }
  for (const { at, value } of points) {
    if (value === null) {
      draw()
      continue
    }
    const before = run.at(-1)
    // The last reading holds until the next one: what lies between them nobody has measured.
    if (before !== undefined) run.push([x(at), before[1]])
    run.push([x(at), y(value)])
  }
  draw()
  for (const { from, to, value } of limits) {
    const level = y(value)
    painter.line(
      [
        [x(from), level],
        [x(to), level],
      ],
      ink.limit,
      px(1.5),
      true,
    )
  }
}
