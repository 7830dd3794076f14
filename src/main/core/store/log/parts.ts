import type { Database } from 'better-sqlite3'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import { BLOCK } from '../search/block.ts'
import { needles } from '../search/needles.ts'
import type { Reach } from '../search/reach.ts'
import { blocks } from './block-parts.ts'
import { candidates } from './candidates.ts'
import { type Direction, growing, type Part } from './stretches.ts'
import { isIndexed } from './where.ts'

/**
 * Divides a stretch of the log into parts that are read one after the other, in the direction asked for, and leaves out what
 * cannot hold a match: blocks without one by `facets`, and times. Each part takes milliseconds, so that reading can be stopped.
 */
export function* partsOf(db: Database, filter: LogFilter, reach: Reach, from: number, to: number, direction: Direction): Generator<Part> {
  if (from > to) return
  if (isIndexed(filter)) {
    yield { from, to }
    return
  }
  const byTexts = needles(filter).length > 0
  const edge = byTexts ? reach.texts : reach.blocks
  const known = { from, to: Math.min(to, edge) }
  const tail = { from: Math.max(from, edge + 1), to }
  if (direction === 'newer') yield* kept(known)
  yield* growing(tail.from, tail.to, direction)
  if (direction === 'older') yield* kept(known)

  function* kept(stretch: { from: number; to: number }): Generator<Part> {
    if (stretch.from > stretch.to) return
    if (!byTexts) return yield* blocks(db, filter, stretch.from, stretch.to, direction)
    const within = timeBounds(db, filter)
    const counted = { from: Math.max(stretch.from, within.from), to: Math.min(stretch.to, within.to, reach.blocks) }
    // What is indexed and not counted yet may be of any time.
    const rest = { from: Math.max(stretch.from, reach.blocks + 1), to: stretch.to }
    for (const part of direction === 'newer' ? [counted, rest] : [rest, counted]) {
      yield* candidates(db, filter, reach, part.from, part.to, direction)
    }
  }
}

/** Between which seqs the entries of a time are, of those that are counted. */
function timeBounds(db: Database, { from, to }: LogFilter): { from: number; to: number } {
  if (from === undefined && to === undefined) return { from: 1, to: Number.MAX_SAFE_INTEGER }
  const row = db
    .prepare('SELECT min(block) AS first, max(block) AS last FROM blocks WHERE last_at >= ? AND first_at < ?')
    .get(from ?? Number.MIN_SAFE_INTEGER, to ?? Number.MAX_SAFE_INTEGER) as { first: number | null; last: number | null }
  return row.first === null || row.last === null ? { from: 1, to: 0 } : { from: row.first * BLOCK + 1, to: (row.last + 1) * BLOCK }
}
