import type { Database } from 'better-sqlite3'
import type { BookmarkedEntry } from '../../../../shared/domain/bookmark.ts'
import type { Bookmark, Entry } from '../../../../shared/domain/entry.ts'

export interface SavedBookmark extends Bookmark {
  /** Of the entry. */
  seq: number
}

const shown = `SELECT seq, bookmarks.at AS at, note, entries.at AS entryAt, charger_id AS chargerId, kind, category,
  message_type AS messageType, action, summary FROM bookmarks JOIN entries USING (seq)`

/** In the order of the log. */
export function readBookmarks(db: Database): BookmarkedEntry[] {
  return db.prepare(`${shown} ORDER BY seq`).all() as BookmarkedEntry[]
}

/** @returns null where there is no such entry */
export function saveBookmark(db: Database, bookmark: SavedBookmark): BookmarkedEntry | null {
  bookmarkWriter(db)(bookmark)
  return (db.prepare(`${shown} WHERE seq = ?`).get(bookmark.seq) as BookmarkedEntry | undefined) ?? null
}

export function removeBookmark(db: Database, seq: number): boolean {
  return db.prepare('DELETE FROM bookmarks WHERE seq = ?').run(seq).changes > 0
}

/** Only on entries that there are. */
export function bookmarkWriter(db: Database): (bookmark: SavedBookmark) => void {
  const statement = db.prepare(
    `INSERT INTO bookmarks (seq, at, note) SELECT @seq, @at, @note WHERE EXISTS (SELECT 1 FROM entries WHERE seq = @seq)
     ON CONFLICT DO UPDATE SET at = excluded.at, note = excluded.note`,
  )
  return (bookmark) => void statement.run(bookmark)
}

/** The entries with what somebody put on them. */
export function withBookmarks(db: Database, entries: Entry[]): Entry[] {
  if (entries.length === 0) return entries
  const seqs = entries.map(({ seq }) => seq)
  const rows = db
    .prepare('SELECT seq, at, note FROM bookmarks WHERE seq BETWEEN ? AND ?')
    .all(Math.min(...seqs), Math.max(...seqs)) as SavedBookmark[]
  if (rows.length === 0) return entries
  const bookmarks = new Map(rows.map(({ seq, at, note }) => [seq, { note, at }]))
  return entries.map((entry) => {
    const bookmark = bookmarks.get(entry.seq)
    return bookmark === undefined ? entry : { ...entry, bookmark }
  })
}
