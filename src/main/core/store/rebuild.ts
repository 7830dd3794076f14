import type { Database } from 'better-sqlite3'
import type { Entry } from '../../../shared/domain/entry.ts'
import { interpret } from '../interpret/index.ts'
import { createMemories } from '../interpret/memories.ts'
import { countOfRebuilds, REBUILDS } from './search/reach.ts'
import { entryPages, happeningOf, lastSeq } from './tables/entries.ts'
import { keep, memoryWriter, readKept } from './tables/kept.ts'
import { clearProjections } from './tables/projections.ts'
import { type ChangeOf, rowWriter } from './write-rows.ts'

/** Raise it when reading gives other rows than before: the next start rebuilds every projection. */
const READING_VERSION = 9
const KEPT = 'reading-version'

/**
 * Name of the note that the entries are those of an export, with what was read in them then. They are left as they are: an
 * export of a part of a log says more than can be read in it again.
 */
export const AS_TOLD = 'entries-as-told'

/** Name of the note that the log tells no times, so that nothing is known of how long anything took. */
export const TIMELESS = 'timeless'

/** Says that every row was made by this version of the reading. */
export function markAsRead(db: Database): void {
  keep(db, KEPT, READING_VERSION)
}

/** Rebuilds the projections where they were made by another version of the reading. */
export function rebuildIfOutdated(db: Database): void {
  if (readKept(db, KEPT) === READING_VERSION) return
  if (lastSeq(db) > 0) rebuild(db)
  markAsRead(db)
}

/** Reads every entry again, in order, and writes all projections anew, in one transaction. */
export function rebuild(db: Database): void {
  db.transaction(() => {
    clearProjections(db)
    keep(db, REBUILDS, countOfRebuilds(db) + 1)
    const rows = rowWriter(db)
    const asTold = readKept(db, AS_TOLD) === true
    const memories = createMemories([], readKept(db, TIMELESS) === true)
    for (const page of entryPages(db, null, 0)) {
      const entries: Entry[] = []
      const follows: ChangeOf[] = []
      for (const stored of page) {
        const { seq, chargerId } = stored
        const { entry, changes } = interpret(memories.of(stored), happeningOf(stored))
        if (!asTold) entries.push(entry)
        for (const change of changes) follows.push({ seq, chargerId, change })
      }
      rows.carefully(entries, follows)
    }
    const writeMemory = memoryWriter(db)
    const seq = lastSeq(db)
    for (const memory of memories.values()) writeMemory({ chargerId: memory.charger.id, seq, memory: JSON.stringify(memory) })
  })()
}
