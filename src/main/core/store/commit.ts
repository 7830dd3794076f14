import type { Database } from 'better-sqlite3'
import type { Entry } from '../../../shared/domain/entry.ts'
import { isOfARow } from './row-error.ts'
import { bookmarkWriter, type SavedBookmark } from './tables/bookmarks.ts'
import { keep, memoryWriter, type SavedMemory } from './tables/kept.ts'
import { type ChangeOf, type Refused, rowWriter } from './write-rows.ts'

/** What one turn of the event loop brought: entries with everything that follows from them, in one transaction. */
export interface Batch {
  entries: Entry[]
  changes: ChangeOf[]
  /** Now and then the memory of a charger, after its last entry in the batch. */
  memories: SavedMemory[]
  /** Those that an export of ours brings along, of entries up to those of the batch. */
  bookmarks?: SavedBookmark[]
  /** When the app was alive, epoch ms: the earliest time at which a kill can have cut it off. */
  aliveAt: number
}

export const ALIVE = 'alive-at'

/**
 * A function that commits a batch: all of it or nothing.
 * @returns entries that could not be stored as they were read
 */
export function committer(db: Database): (batch: Batch) => Refused[] {
  const rows = rowWriter(db)
  const writeMemory = memoryWriter(db)
  const writeBookmark = bookmarkWriter(db)
  const plainly = db.transaction((batch: Batch) => {
    rows.plainly(batch.entries, batch.changes)
    for (const memory of batch.memories) writeMemory(memory)
    for (const bookmark of batch.bookmarks ?? []) writeBookmark(bookmark)
    keep(db, ALIVE, batch.aliveAt)
  })
  const carefully = db.transaction((batch: Batch) => {
    const refused = rows.carefully(batch.entries, batch.changes)
    for (const memory of batch.memories) {
      try {
        writeMemory(memory)
      } catch (error) {
        // A start reads the entries again instead.
        if (!isOfARow(error)) throw error
      }
    }
    for (const bookmark of batch.bookmarks ?? []) writeBookmark(bookmark)
    keep(db, ALIVE, batch.aliveAt)
    return refused
  })
  return (batch) => {
    try {
      plainly(batch)
      return []
    } catch (error) {
      if (!isOfARow(error)) throw error
      return carefully(batch)
    }
  }
}
