import type { Database } from 'better-sqlite3'
import { readKept } from '../tables/kept.ts'

/** How far what is kept for searching reaches: entries beyond are read themselves. */
export interface Reach {
  /** seq up to which texts are indexed. */
  texts: number
  /** seq up to which blocks are counted, a multiple of BLOCK. */
  blocks: number
  /** seq of the last entry. */
  last: number
}

/** Name under which a rebuild counts itself. */
export const REBUILDS = 'rebuilds'

export function reachOf(db: Database): Reach {
  const { texts, blocks, rebuilds } = storedReach(db)
  const last = (db.prepare('SELECT max(seq) FROM entries').pluck().get() as number | null) ?? 0
  return rebuilds === countOfRebuilds(db) ? { texts, blocks, last } : { texts: 0, blocks: 0, last }
}

export function storedReach(db: Database): { texts: number; blocks: number; rebuilds: number } {
  const rows = db.prepare('SELECT name, seq FROM reach').raw().all() as [string, number][]
  return { texts: 0, blocks: 0, rebuilds: 0, ...Object.fromEntries(rows) }
}

export function countOfRebuilds(db: Database): number {
  return Number(readKept(db, REBUILDS) ?? 0)
}
