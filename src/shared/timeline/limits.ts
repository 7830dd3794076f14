import type { CommandedLimit } from '../domain/timeline.ts'
import type { Quantity } from './meter.ts'

/** The unit in which limits are drawn into a track; null where a track has none. */
export function limitUnit(key: Quantity): CommandedLimit['unit'] | null {
  return key === 'powerW' ? 'W' : key === 'currentA' ? 'A' : null
}

/** Bottom and top of a track that shows limits too; one far above all that flows leaves the readings readable. */
export function withLimits([low, high]: [low: number, high: number], limits: readonly CommandedLimit[]): [low: number, high: number] {
  const highest = Math.max(0, ...limits.map(({ value }) => value))
  return [Math.min(low, ...limits.map(({ value }) => value)), Math.max(high, Math.min(highest * 1.08, high * 4))]
}
