import type { Database } from 'better-sqlite3'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import { BLOCK } from '../search/block.ts'
import { reachOf } from '../search/reach.ts'
import type { Part } from './stretches.ts'
import { rowsOf } from './rows.ts'
import { facetCondition, countsOf, isCounted, isIndexed } from './where.ts'

/**
 * The seq of the entry at an index, counted from the oldest match. Null where nobody knows without reading everything before:
 * under a filter by text or time, say, and where blocks have not been counted yet.
 */
export function seqAt(db: Database, filter: LogFilter, index: number): number | null {
  const reach = reachOf(db)
  const nth = (part: Part, offset: number): number | null => {
    const { sql, values } = rowsOf(filter, part, 'e.seq')
    const found = db
      .prepare(`${sql} ORDER BY e.seq LIMIT 1 OFFSET ?`)
      .pluck()
      .get(...values, offset) as number | undefined
    return found ?? null
  }
  if (isIndexed(filter) && !filter.text) return nth({ from: 1, to: reach.last }, index)
  if (!isCounted(filter) || filter.from !== undefined || filter.to !== undefined) return null
  if (reach.last - reach.blocks > 2 * BLOCK) return null
  const { sql, values } = facetCondition(filter)
  const counts = db.prepare(`SELECT block, sum(count) FROM ${countsOf(filter)} WHERE ${sql} GROUP BY block ORDER BY block`)
  let left = index
  for (const [block, count] of counts.raw().iterate(...values) as IterableIterator<[number, number]>) {
    if (left < count) return nth({ from: block * BLOCK + 1, to: (block + 1) * BLOCK }, left)
    left -= count
  }
  return nth({ from: reach.blocks + 1, to: reach.last }, left)
}
