import type { Database } from 'better-sqlite3'
import type { Entry } from '../../../shared/domain/entry.ts'
import type { Change } from '../interpret/types.ts'
import { unreadableEntry } from '../interpret/unreadable.ts'
import { isOfARow } from './row-error.ts'
import { entryWriter, happeningOf } from './tables/entries.ts'
import { changeWriter } from './tables/projections.ts'

/** A row that follows from an entry. */
export interface ChangeOf {
  seq: number
  chargerId: string
  change: Change
}

/** An entry that could not be stored as it was read, and why. It is in the log all the same. */
export interface Refused {
  seq: number
  reason: string
}

/** As much of a text as is stored where all of it cannot be. */
const shortened = 1_000_000

/** Writes entries with what follows from them. */
export interface RowWriter {
  /** In a transaction of the caller's. @throws whatever the database says of a row */
  plainly: (entries: Entry[], changes: ChangeOf[]) => void
  /**
   * In a transaction, or as part of one at the cost of a savepoint. An entry that the database does not take, which is a
   * fault of the app, holds up nothing: it is written with less and less of what was read in it, at last with nothing but
   * what came.
   * @throws what is not the fault of a row, and then nothing of it has been written
   */
  carefully: (entries: Entry[], changes: ChangeOf[]) => Refused[]
}

export function rowWriter(db: Database): RowWriter {
  const writeEntry = entryWriter(db)
  const writeChange = changeWriter(db)
  const plainly = (entries: Entry[], changes: ChangeOf[]): void => {
    for (const entry of entries) writeEntry(entry)
    for (const { chargerId, change } of changes) writeChange(chargerId, change)
  }
  const writeAll = db.transaction(plainly)

  /** One entry after what failed with an error: with all that follows from it, or as much as can be. */
  const writeAlone = (entry: Entry, changes: ChangeOf[]): Refused[] => {
    let reason: string | null = null
    for (const way of ways) {
      try {
        writeAll([way.entry(entry, reason ?? '')], way.withChanges ? changes : [])
        return reason === null ? [] : [{ seq: entry.seq, reason }]
      } catch (error) {
        if (!isOfARow(error)) throw error
        reason ??= error instanceof Error ? error.message : String(error)
      }
    }
    throw new Error(`Entry ${entry.seq} cannot be stored in any way (${reason}).`)
  }

  const carefully = (entries: Entry[], changes: ChangeOf[]): Refused[] => {
    try {
      writeAll(entries, changes)
      return []
    } catch (error) {
      if (!isOfARow(error)) throw error
    }
    const changesOf = Map.groupBy(changes, ({ seq }) => seq)
    return db.transaction(() => entries.flatMap((entry) => writeAlone(entry, changesOf.get(entry.seq) ?? [])))()
  }
  return { plainly, carefully }
}

/** How an entry is stored, each tried where the one before was refused. */
const ways: { withChanges?: true; entry: (entry: Entry, reason: string) => Entry }[] = [
  { withChanges: true, entry: (entry) => entry },
  {
    entry: (entry, reason) => {
      const text = `What follows from this entry could not be stored, ${fault(reason)}`
      return { ...entry, severity: 'error', deviations: [...entry.deviations, { code: 'app-error', text }] }
    },
  },
  { entry: (entry, reason) => unreadableEntry(sound(entry), `What the app read in this entry could not be stored, ${fault(reason)}`) },
  {
    entry: (entry, reason) => {
      const happening = { ...sound(entry), raw: entry.raw.slice(0, shortened), rawBase64: null }
      return unreadableEntry(happening, `Only the beginning of its ${entry.raw.length} characters could be stored, ${fault(reason)}`)
    },
  },
]

const fault = (reason: string): string => `which is a fault of the app: ${reason.slice(0, 200)}`

/** What happened, in values that every column takes. */
function sound(entry: Entry): ReturnType<typeof happeningOf> {
  const { connectionId, at, runId } = entry
  return {
    ...happeningOf(entry),
    at: Number.isFinite(at) ? Math.round(at) : Date.now(),
    connectionId: Number.isSafeInteger(connectionId) ? connectionId : null,
    runId: typeof runId === 'string' ? runId : null,
  }
}
