import type { Database } from 'better-sqlite3'
import type { Entry } from '../../../../shared/domain/entry.ts'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import { withBookmarks } from '../tables/bookmarks.ts'
import { fromRow, type EntryRow } from '../tables/entries.ts'
import { entryCondition } from './where.ts'

/**
 * Entries that came late, by when they happened: those of a stretch of time, whenever they arrived. The index holds only what
 * came more than a minute after it happened, which is what is called late (`interpret/place-in-time.ts`).
 */
export function toldLater(db: Database, filter: LogFilter, happened: { from: number; to: number }, limit: number): Entry[] {
  const { sql, values } = entryCondition({ ...filter, from: undefined, to: undefined, deviation: ['late'] })
  const rows = db
    .prepare(
      `SELECT e.* FROM entries AS e INDEXED BY entries_told_later
       WHERE e.corrected_at < e.at - 60000 AND e.corrected_at >= ? AND e.corrected_at < ? AND ${sql}
       ORDER BY e.corrected_at, e.seq LIMIT ?`,
    )
    .all(happened.from, happened.to, ...values, limit) as EntryRow[]
  return withBookmarks(db, rows.map(fromRow))
}
