import type { CommandedLimit } from '../domain/timeline.ts'
import { bounds, type Point, type Quantity } from './meter.ts'

/** The unit in which limits are drawn into a track; null where a track has none. */
export function limitUnit(key: Quantity): CommandedLimit['unit'] | null {
  return key === 'powerW' ? 'W' : key === 'currentA' ? 'A' : null
}

/**
 * Bottom and top of a track that shows readings and limits: one far above all that flows leaves the readings readable, and where
 * nothing was metered the limits have the track for themselves.
 */
export function trackBounds(points: readonly Point[], fromZero: boolean, limits: readonly CommandedLimit[]): [low: number, high: number] {
  const [low, high] = bounds(points, fromZero)
  if (limits.length === 0) return [low, high]
  const least = Math.min(low, ...limits.map(({ value }) => value))
  const highest = Math.max(0, ...limits.map(({ value }) => value)) * 1.08
  const metered = points.some(({ value }) => value !== null)
  return [least, metered ? Math.max(high, Math.min(highest, high * 4)) : highest || 1]
}
