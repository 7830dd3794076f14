import type { Sample } from '../domain/timeline.ts'
import { formatCurrent, formatEnergy, formatPercent, formatPower, formatVoltage } from '../format.ts'
import type { Range } from './range.ts'
import { firstIndex } from './slice.ts'

export type Quantity = 'powerW' | 'currentA' | 'voltageV' | 'energyWh' | 'socPercent'

/** What a charger may meter, in the order of their tracks. */
export const quantities: readonly { key: Quantity; label: string; format: (value: number) => string; fromZero: boolean }[] = [
  { key: 'powerW', label: 'Power', format: formatPower, fromZero: true },
  { key: 'currentA', label: 'Current', format: formatCurrent, fromZero: true },
  { key: 'voltageV', label: 'Voltage', format: formatVoltage, fromZero: false },
  { key: 'energyWh', label: 'Energy', format: formatEnergy, fromZero: false },
  { key: 'socPercent', label: 'SoC', format: formatPercent, fromZero: true },
]

/** A point of a line; a null value interrupts it. */
export interface Point {
  at: number
  value: number | null
}

/** The connectors that have samples, and which quantities each of them reports. */
export function reported(samples: readonly Sample[]): Map<number, Set<Quantity>> {
  const found = new Map<number, Set<Quantity>>()
  for (const sample of samples) {
    const own = found.get(sample.connectorId) ?? new Set()
    found.set(sample.connectorId, own)
    for (const { key } of quantities) if (sample[key] !== null) own.add(key)
  }
  return new Map([...found].toSorted(([a], [b]) => a - b))
}

/**
 * One quantity of one connector as a line, by time. It is interrupted between sessions, and where readings were missing for
 * so long (several times the usual distance) that a drawn line would be an invention.
 */
export function series(samples: readonly Sample[], connectorId: number, key: Quantity): Point[] {
  const own = samples.filter((sample) => sample.connectorId === connectorId && sample[key] !== null).toSorted((a, b) => a.at - b.at)
  const longest = longestGap(own)
  const points: Point[] = []
  let last: Sample | undefined
  for (const sample of own) {
    if (last && (sample.transactionId !== last.transactionId || sample.at - last.at > longest)) {
      points.push({ at: (last.at + sample.at) / 2, value: null })
    }
    points.push({ at: sample.at, value: sample[key] })
    last = sample
  }
  return points
}

function longestGap(samples: readonly Sample[]): number {
  const gaps = samples.slice(1).map((sample, i) => sample.at - samples[i]!.at)
  const median = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0
  return Math.max(120_000, median * 5)
}

/** The points of a range, with one more on each side so that the line runs on to the edges. */
export function within(points: readonly Point[], range: Range): Point[] {
  const start = firstIndex(points, (point) => point.at >= range.from)
  const end = firstIndex(points, (point) => point.at >= range.to)
  return points.slice(Math.max(0, start - 1), end + 1)
}

/** At most about `most` points: of each stretch of time the first, last, smallest and largest, and its interruption. */
export function downsampled(points: readonly Point[], most: number): Point[] {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last || points.length <= most) return [...points]
  const buckets = Math.max(1, Math.floor(most / 4))
  const length = (last.at - first.at) / buckets || 1
  const kept: Point[] = []
  let bucket: Point[] = []
  let number = 0
  for (const point of points) {
    const own = Math.min(buckets - 1, Math.floor((point.at - first.at) / length))
    if (own !== number) {
      kept.push(...telling(bucket))
      bucket = []
      number = own
    }
    bucket.push(point)
  }
  return [...kept, ...telling(bucket)]
}

function telling(bucket: readonly Point[]): Point[] {
  if (bucket.length <= 4) return [...bucket]
  const values = bucket.filter((point) => point.value !== null)
  const pick = (better: (a: number, b: number) => boolean) =>
    values.reduce<Point | undefined>((best, point) => (best && !better(point.value!, best.value!) ? best : point), undefined)
  const chosen = new Set([
    bucket[0],
    bucket.at(-1),
    bucket.find((point) => point.value === null),
    pick((a, b) => a < b),
    pick((a, b) => a > b),
  ])
  return bucket.filter((point) => chosen.has(point))
}

/** The reading in force at a moment: the last one before it, unless the line is interrupted there. */
export function readingAt(points: readonly Point[], at: number): number | null {
  return points[firstIndex(points, (point) => point.at > at) - 1]?.value ?? null
}

/** Bottom and top of a track, with some air; a quantity that does not change gets a range around it. */
export function bounds(points: readonly Point[], fromZero: boolean): [low: number, high: number] {
  let low = Infinity
  let high = -Infinity
  for (const { value } of points) {
    if (value === null) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  if (low > high) return [0, 1]
  if (fromZero && low >= 0) return [0, high > 0 ? high * 1.08 : 1]
  const air = Math.max((high - low) * 0.08, Math.abs(high) * 0.001, 0.5)
  return [low - air, high + air]
}
