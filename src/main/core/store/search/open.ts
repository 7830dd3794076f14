import { existsSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import { dropTexts } from './texts.ts'

/** Raise it when what is kept changes: the next start makes the file anew. */
const VERSION = 5

/**
 * `blocks`, `totals` and `facets` say how many entries of a block have what, and from when to when, each in more detail than
 * the one before: a question goes to the first that knows. Where they are few, `few` says which: their distances from the
 * beginning of the block, as JSON; its numbers are those of totals and facets. For the index of texts see `texts.ts`.
 */
const schema = (where: '' | 'temp.') => `
  CREATE TABLE ${where}reach (name TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT;
  INSERT INTO reach VALUES ('texts', 0), ('blocks', 0), ('rebuilds', 0);
  CREATE TABLE ${where}blocks (
    block INTEGER PRIMARY KEY,
    count INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE ${where}totals (
    block INTEGER NOT NULL,
    number INTEGER NOT NULL,
    category TEXT NOT NULL,
    direction TEXT,
    action TEXT,
    severity TEXT NOT NULL,
    count INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (block, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ${where}facets (
    block INTEGER NOT NULL,
    number INTEGER NOT NULL,
    charger_id TEXT NOT NULL,
    category TEXT NOT NULL,
    direction TEXT,
    action TEXT,
    severity TEXT NOT NULL,
    connector_id INTEGER,
    count INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (block, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ${where}few (block INTEGER NOT NULL, number INTEGER NOT NULL, seqs TEXT NOT NULL, PRIMARY KEY (block, number)) STRICT, WITHOUT ROWID;
  CREATE INDEX ${where}facets_by_charger ON facets (charger_id, block, category, count, first_at, last_at);
`

/** What is kept to find entries quickly: a file of its own beside the database, made from it, and made anew when it is gone. */
export const searchFile = (file: string): string => file.replace(/\.sqlite$/, '-search.sqlite')

/** The connection that keeps the search file up. It only reads the database. */
export function openForSearch(file: string): Database {
  const path = searchFile(file)
  let db: Database
  try {
    db = openSearchFile(path)
  } catch {
    // Of another version, or damaged: nothing in it is worth keeping.
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
    db = openSearchFile(path)
  }
  db.prepare('ATTACH ? AS log').run(file)
  return db
}

/** Gives a reading connection what is kept for searching, or, where there is nothing yet, the same tables with nothing in them. */
export function attachSearch(db: Database, file: string): void {
  const path = searchFile(file)
  if (existsSync(path)) {
    db.prepare('ATTACH ? AS search').run(path)
    if (db.pragma('search.user_version', { simple: true }) === VERSION) return
    db.exec('DETACH search')
  }
  db.exec(schema('temp.'))
}

function openSearchFile(path: string): Database {
  const db = new Sqlite(path)
  try {
    db.pragma('journal_mode = WAL')
    // What a power cut takes is indexed again.
    db.pragma('synchronous = NORMAL')
    db.pragma('busy_timeout = 5000')
    const version = db.pragma('user_version', { simple: true }) as number
    if (version === 0) db.transaction(() => db.exec(`${schema('')} PRAGMA user_version = ${VERSION}`))()
    else if (version !== VERSION) throw new Error(`version ${version}`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Empties it, because a rebuild has given the entries other rows. */
export function emptySearch(db: Database, rebuilds: number): void {
  db.transaction(() => {
    dropTexts(db)
    db.exec('DELETE FROM facets; DELETE FROM totals; DELETE FROM few; DELETE FROM blocks;')
    db.prepare(`UPDATE reach SET seq = CASE name WHEN 'rebuilds' THEN ? ELSE 0 END`).run(rebuilds)
  })()
}
