import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** Rows of one commit: about what arrives while the last commit runs, when many chargers are busy. */
const AT_ONCE = 64
const MOST = 30_000

/** Inserts the rows of a data folder's log into a bare table, as safely as the app does: what storing them costs at least. */
export function insertAgain(dataDir: string, folder: string): { rows: number; ms: number } {
  const source = new Sqlite(join(dataDir, 'chargebench.sqlite'), { readonly: true })
  const db = new Sqlite(join(folder, 'bare.sqlite'))
  try {
    const rows = source.prepare(`SELECT * FROM entries ORDER BY seq LIMIT ${MOST}`).all() as Record<string, unknown>[]
    const columns = Object.keys(rows[0] ?? {})
    if (columns.length === 0) return { rows: 0, ms: 0 }
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.exec(`CREATE TABLE entries (${columns.map((name) => (name === 'seq' ? 'seq INTEGER PRIMARY KEY' : name)).join(', ')})`)
    const insert = db.prepare(`INSERT INTO entries VALUES (${columns.map((name) => `@${name}`).join(', ')})`)
    const insertAll = db.transaction((some: typeof rows) => {
      for (const row of some) insert.run(row)
    })
    const began = performance.now()
    for (let at = 0; at < rows.length; at += AT_ONCE) insertAll(rows.slice(at, at + AT_ONCE))
    return { rows: rows.length, ms: performance.now() - began }
  } finally {
    source.close()
    db.close()
  }
}
