import type { Database } from 'better-sqlite3'
import type { SavedFilter } from '../../../../shared/domain/saved-filter.ts'

/** By name. */
export function readSavedFilters(db: Database): SavedFilter[] {
  const rows = db.prepare('SELECT id, name, filter FROM saved_filters ORDER BY name').all() as {
    id: string
    name: string
    filter: string
  }[]
  return rows.map((row) => ({ ...row, filter: JSON.parse(row.filter) as SavedFilter['filter'] }))
}

/** One of the same name is replaced: saving again is how a filter is changed. */
export function saveFilter(db: Database, { id, name, filter }: SavedFilter): void {
  db.prepare(
    'INSERT INTO saved_filters (id, name, filter) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET name = excluded.name, filter = excluded.filter',
  ).run(id, name, JSON.stringify(filter))
}

export function removeSavedFilter(db: Database, id: string): boolean {
  return db.prepare('DELETE FROM saved_filters WHERE id = ?').run(id).changes > 0
}
