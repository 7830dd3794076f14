import type { Database } from 'better-sqlite3'
import type { Entry } from '../../../../shared/domain/entry.ts'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import { reachOf } from '../search/reach.ts'
import { withBookmarks } from '../tables/bookmarks.ts'
import { fromRow, type EntryRow } from '../tables/entries.ts'
import { partsOf } from './parts.ts'
import { rowsOf } from './rows.ts'
import type { Direction } from './stretches.ts'

export interface PageWish {
  direction: Direction
  /** Exclusive; null for the end that the direction leads away from. */
  cursor: number | null
  limit: number
}

/** What one slice of reading found. */
export interface PageSlice {
  entries: Entry[]
  /** The cursor to go on from; null where the end of the log has been reached. */
  next: number | null
}

/** Reads entries in order until there are enough, the end is reached, or the time is up. */
export function pageSlice(db: Database, filter: LogFilter, { direction, cursor, limit }: PageWish, ms: number): PageSlice {
  const began = performance.now()
  const reach = reachOf(db)
  const older = direction === 'older'
  const [from, to] = older ? [1, Math.min(reach.last, (cursor ?? Number.MAX_SAFE_INTEGER) - 1)] : [(cursor ?? 0) + 1, reach.last]
  const entries: Entry[] = []
  for (const part of partsOf(db, filter, reach, from, to, direction)) {
    const { sql, values } = rowsOf(filter, part, 'e.*')
    const rows = db.prepare(`${sql} ORDER BY e.seq ${older ? 'DESC' : ''} LIMIT ?`).all(...values, limit - entries.length) as EntryRow[]
    entries.push(...withBookmarks(db, rows.map(fromRow)))
    const last = entries.at(-1)
    if (last !== undefined && entries.length >= limit) return { entries, next: last.seq }
    if (performance.now() - began > ms) return { entries, next: older ? part.from : part.to }
  }
  return { entries, next: null }
}
