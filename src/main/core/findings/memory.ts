import type { Kept } from './keep.ts'
import type { Limits } from './limits/track.ts'

/** What is remembered of a charger for the findings; JSON. */
export interface FindingsMemory {
  /** What each kind remembers, by its name. */
  states: Record<string, object>
  /** Findings that may be seen again. */
  kept: Kept[]
  limits: Limits
  /** The log tells no times: nothing is known of how long anything took. */
  timeless?: true
}

export function newFindingsMemory(timeless: boolean): FindingsMemory {
  return { states: {}, kept: [], limits: { profiles: [] }, ...(timeless ? { timeless } : {}) }
}
