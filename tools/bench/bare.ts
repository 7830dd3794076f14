import { join } from 'node:path'
import { openForReading } from '../../src/main/core/store/open.ts'
import { reachOf } from '../../src/main/core/store/search/reach.ts'

/** Rows of a page as the window asks for them. */
export const PAGE = 200

/** The database of a data folder without anything of ours between: what reading can cost at least. */
export interface Bare {
  lastSeq: () => number
  /** Reads a page by its primary key. */
  page: (before: number) => number
  /** Reads every byte of every entry's text, which is what a search without an index does. @returns entries read */
  scan: () => number
  /** Entries that the app does not have in its index of texts yet, or in its counts. */
  unindexed: () => number
  close: () => void
}

export function openBare(dataDir: string): Bare {
  const db = openForReading(join(dataDir, 'chargebench.sqlite'))
  const page = db.prepare('SELECT * FROM entries WHERE seq < ? ORDER BY seq DESC LIMIT ?')
  const scan = db.prepare(`SELECT count(*) FROM entries WHERE raw NOT LIKE '%no such text%'`).pluck()
  return {
    lastSeq: () => reachOf(db).last,
    page: (before) => page.all(before, PAGE).length,
    scan: () => scan.get() as number,
    unindexed: () => {
      const { texts, last } = reachOf(db)
      return last - texts
    },
    close: () => db.close(),
  }
}
