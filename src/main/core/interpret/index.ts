/**
 * The pure reading of entries. One happening after the other goes through `interpret`, with what it needs to know of those
 * before in the charger's memory: the same happenings give the same rows, live, imported or rebuilt.
 */
import { findingsOf } from '../findings/index.ts'
import { commandedChanges } from '../project/commanded.ts'
import { type Projection } from '../project/projection.ts'
import { interpretEvent } from './event.ts'
import { interpretFrame } from './frame.ts'
import { completeMemory } from './memory.ts'
import type { ChargerMemory, Happening, Interpretation } from './types.ts'
import { unreadableEntry } from './unreadable.ts'

export { newMemory } from './memory.ts'
export { isKnownAction, schemaOf, validate, warmUp } from './validate.ts'

/**
 * Reads one happening, and takes it into memory. Never throws: what it cannot read becomes an entry that says so.
 * @param find looks for findings; `npm run bench` leaves it out, to see what it costs
 */
export function interpret(memory: ChargerMemory, happening: Happening, find: typeof findingsOf = findingsOf): Interpretation {
  const { seq, at, connectionId } = happening
  const projection: Projection = { seq, at, connectionId, changes: [], deviations: [], sessionId: null, facts: [] }
  try {
    const complete = completeMemory(memory)
    const before = complete.charger
    const { profiles } = complete.findings.limits
    const read = happening.kind === 'frame' ? interpretFrame : interpretEvent
    const interpretation = read(complete, happening, projection)
    const findings = find({ memory: complete, before, interpretation, facts: projection.facts })
    const commanded = commandedChanges(profiles, complete.findings.limits.profiles, at)
    if (findings.length + commanded.length === 0) return interpretation
    const found = findings.map((row) => ({ table: 'findings' as const, row }))
    return { ...interpretation, changes: [...interpretation.changes, ...commanded, ...found] }
  } catch (error) {
    return unreadable(happening, projection, error)
  }
}

function unreadable(happening: Happening, projection: Projection, error: unknown): Interpretation {
  const reason = error instanceof Error ? error.message : String(error)
  const text = `The app could not read this entry, which is a fault of the app: ${reason.slice(0, 200)}`
  // With the rows that memory already counts on.
  return { entry: unreadableEntry(happening, text), reading: null, changes: projection.changes }
}
