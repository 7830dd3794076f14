import type { Database } from 'better-sqlite3'
import type { Entry } from '../../../shared/domain/entry.ts'
import type { Change } from '../interpret/types.ts'
import { entryWriter } from './tables/entries.ts'
import { keep, memoryWriter, type SavedMemory } from './tables/kept.ts'
import { changeWriter } from './tables/projections.ts'

/** What one turn of the event loop brought: entries with everything that follows from them, in one transaction. */
export interface Batch {
  entries: Entry[]
  changes: { chargerId: string; change: Change }[]
  /** Now and then the memory of a charger, after its last entry in the batch. */
  memories: SavedMemory[]
  /** When the app was alive, epoch ms: the earliest time at which a kill can have cut it off. */
  aliveAt: number
}

export const ALIVE = 'alive-at'

/** A function that commits a batch: all of it or nothing. */
export function committer(db: Database): (batch: Batch) => void {
  const writeEntry = entryWriter(db)
  const writeChange = changeWriter(db)
  const writeMemory = memoryWriter(db)
  return db.transaction((batch: Batch) => {
    for (const entry of batch.entries) writeEntry(entry)
    for (const { chargerId, change } of batch.changes) writeChange(chargerId, change)
    for (const memory of batch.memories) writeMemory(memory)
    keep(db, ALIVE, batch.aliveAt)
  })
}
