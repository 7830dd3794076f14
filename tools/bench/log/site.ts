import type { Happening } from '../../../src/main/core/interpret/types.ts'
import { createCharger, type SimulatedCharger } from './site-charger.ts'

export interface Site {
  /** How many happenings. */
  count: number
  chargers?: number
  /** Epoch ms of the first. */
  from?: number
}

const defaultChargers = 24
/** 1 March 2026, 00:00 UTC. */
const defaultFrom = 1_772_323_200_000

/**
 * What the chargers of a site say in weeks and months, in order of time: heartbeats, sessions with meter values, faults, lost
 * connections. The same arguments give the same happenings.
 */
export function* site({ count, chargers: many = defaultChargers, from = defaultFrom }: Site): Generator<Happening> {
  const chargers = Array.from({ length: many }, (_none, index) => createCharger(index, from + index * 731))
  let connections = 0
  let seq = 0
  while (seq < count) {
    const charger = next(chargers)
    for (const said of charger.step(() => ++connections)) {
      if (seq === count) return
      yield { seq: ++seq, chargerId: charger.id, rawBase64: null, runId: null, ...said }
    }
  }
}

function next(chargers: readonly SimulatedCharger[]): SimulatedCharger {
  let earliest = chargers[0]!
  for (const charger of chargers) if (charger.at() < earliest.at()) earliest = charger
  return earliest
}
