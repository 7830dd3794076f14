import Sqlite from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import { migrate } from './migrations.ts'
import { attachSearch } from './search/open.ts'

/** The one connection that writes. WAL with synchronous FULL: what is committed survives a power cut. */
export function openForWriting(file: string): Database {
  const db = new Sqlite(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('busy_timeout = 5000')
  db.pragma('wal_autocheckpoint = 4000')
  migrate(db)
  return db
}

export function openForReading(file: string): Database {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true })
  db.pragma('busy_timeout = 5000')
  attachSearch(db, file)
  return db
}
