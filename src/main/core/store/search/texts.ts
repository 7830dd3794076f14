import type { Database } from 'better-sqlite3'
import { BLOCK } from './block.ts'

/**
 * Entries of one volume of the index of texts, by seq. SQLite finds the next match after a seq by going through all before it,
 * and merges what is indexed with all that has been: in volumes, both cost as little in a long log as in a short one.
 */
export const VOLUME = 64 * BLOCK

export const volumeOf = (seq: number): number => Math.floor((seq - 1) / VOLUME)

/** Its table, in which the rowid is the entry's seq. */
export const textsIn = (volume: number): string => `texts_${volume}`

/** An index only: it keeps neither the texts nor where in them the three characters stand (see docs/adr/0012). */
export function createVolume(db: Database, volume: number): void {
  const name = textsIn(volume)
  db.exec(`
    CREATE VIRTUAL TABLE IF NOT EXISTS ${name} USING fts5(text, tokenize = 'trigram', content = '', detail = none, columnsize = 0);
    INSERT INTO ${name} (${name}, rank) VALUES ('hashsize', 16000000);
    INSERT INTO ${name} (${name}, rank) VALUES ('automerge', 8);
  `)
}

export function dropTexts(db: Database): void {
  const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE name GLOB 'texts_[0-9]*' AND sql LIKE 'CREATE VIRTUAL%'`).pluck()
  for (const name of tables.all() as string[]) db.exec(`DROP TABLE ${name}`)
}
