import Sqlite from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import { type Batch, committer } from './commit.ts'
import { migrate } from './migrations.ts'
import { AS_TOLD, rebuildIfOutdated, TIMELESS } from './rebuild.ts'
import { keep } from './tables/kept.ts'

/** What a recording's database holds, when it is full. */
export interface Filled {
  entries: number
  /** Epoch ms; null where there are no entries. */
  firstAt: number | null
  lastAt: number | null
}

/** The database of a recording while it is being filled. */
export interface BulkWriter {
  /** One transaction; a few thousand entries at a time are fastest. */
  commit: (batch: Omit<Batch, 'aliveAt'>) => void
  /**
   * Makes it a database like any other, on the disk and ready for readers.
   * @param asTold whether the entries are those of an export, with what was read in them then
   */
  finish: (asTold: boolean) => Filled
  close: () => void
}

/**
 * Creates a database to be filled in one go. Nothing is forced onto the disk before the end: what a crash leaves behind
 * is no recording, and is deleted with its folder.
 * @param timeless whether the log tells no times
 */
export function openForFilling(file: string, { timeless = false } = {}): BulkWriter {
  const db = new Sqlite(file)
  db.pragma('journal_mode = MEMORY')
  db.pragma('synchronous = OFF')
  db.pragma('locking_mode = EXCLUSIVE')
  db.pragma('cache_size = -65536')
  migrate(db)
  // Of a database without entries it only says by which version of the reading its rows will have been made.
  rebuildIfOutdated(db)
  if (timeless) keep(db, TIMELESS, true)
  const commit = committer(db)
  return {
    commit: (batch) => commit({ ...batch, aliveAt: 0 }),
    finish: (asTold) => {
      keep(db, AS_TOLD, asTold)
      const filled = filledOf(db)
      db.pragma('locking_mode = NORMAL')
      db.pragma('synchronous = FULL')
      db.pragma('journal_mode = WAL')
      return filled
    },
    close: () => db.close(),
  }
}

function filledOf(db: Database): Filled {
  return db.prepare('SELECT count(*) AS entries, min(at) AS firstAt, max(at) AS lastAt FROM entries').get() as Filled
}

/** A file of texts by time, for what has to be put in order before it can be read; gone when it is closed. */
export interface Staging {
  add: (texts: { at: number; text: string }[]) => void
  /** By time; of equal times the first added first, or the last where the file has the newest first. */
  inOrder: (newestFirst: boolean) => IterableIterator<string>
  close: () => void
}

export function openStaging(file: string): Staging {
  const db = new Sqlite(file)
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.exec('CREATE TABLE staged (position INTEGER PRIMARY KEY, at INTEGER NOT NULL, text TEXT NOT NULL) STRICT')
  const insert = db.prepare('INSERT INTO staged (at, text) VALUES (?, ?)')
  return {
    add: db.transaction((texts: { at: number; text: string }[]) => {
      for (const { at, text } of texts) insert.run(at, text)
    }),
    inOrder: (newestFirst) =>
      db
        .prepare(`SELECT text FROM staged ORDER BY at, position ${newestFirst ? 'DESC' : 'ASC'}`)
        .pluck()
        .iterate() as IterableIterator<string>,
    close: () => db.close(),
  }
}
