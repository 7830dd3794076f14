import type { Database } from 'better-sqlite3'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import { BLOCK, blockOf } from '../search/block.ts'
import { reachOf, type Reach } from '../search/reach.ts'
import { partsOf } from './parts.ts'
import { rowsOf } from './rows.ts'
import { facetCondition, countsOf, isCounted } from './where.ts'

export interface CountSlice {
  count: number
  /** seq up to which has been counted, to go on from; null at the end. */
  next: number | null
}

/** Counts matching entries with `after < seq < before`, in order, until the time is up. */
export function countSlice(db: Database, filter: LogFilter, after: number, before: number | null, ms: number): CountSlice {
  const began = performance.now()
  const reach = reachOf(db)
  const end = Math.min(reach.last, (before ?? Number.MAX_SAFE_INTEGER) - 1)
  let count = 0
  let from = after + 1
  if (isCounted(filter)) {
    const counted = countBlocks(db, filter, reach, from, end)
    count += counted.count
    from = counted.from
  }
  for (const part of partsOf(db, filter, reach, from, end, 'newer')) {
    const { sql, values } = rowsOf(filter, part, 'count(*)')
    count += db
      .prepare(sql)
      .pluck()
      .get(...values) as number
    if (performance.now() - began > ms) return { count, next: part.to }
  }
  return { count, next: null }
}

/** Adds up whole blocks from the beginning of a block on, as far as they lie before `end`. */
function countBlocks(db: Database, filter: LogFilter, reach: Reach, from: number, end: number): { count: number; from: number } {
  const first = blockOf(from)
  const last = blockOf(Math.min(end, reach.blocks) + 1) - 1
  if ((from - 1) % BLOCK !== 0 || last < first) return { count: 0, from }
  const { sql, values } = facetCondition(filter)
  const [since, until] = [filter.from ?? Number.MIN_SAFE_INTEGER, filter.to ?? Number.MAX_SAFE_INTEGER]
  const table = `${countsOf(filter)} WHERE ${sql} AND block BETWEEN ? AND ?`
  const whole = db
    .prepare(`SELECT coalesce(sum(count), 0) FROM ${table} AND first_at >= ? AND last_at < ?`)
    .pluck()
    .get(...values, first, last, since, until) as number
  // Where a bound of the time lies within a block, its entries have to be asked.
  const crossing = db
    .prepare(`SELECT DISTINCT block FROM ${table} AND (first_at < ? AND last_at >= ? OR first_at < ? AND last_at >= ?)`)
    .pluck()
    .all(...values, first, last, since, since, until, until) as number[]
  let count = whole
  for (const block of crossing) {
    const counted = db
      .prepare(`SELECT coalesce(sum(count), 0) FROM ${table} AND first_at >= ? AND last_at < ?`)
      .pluck()
      .get(...values, block, block, since, until) as number
    const rows = rowsOf(filter, { from: block * BLOCK + 1, to: (block + 1) * BLOCK }, 'count(*)')
    count +=
      (db
        .prepare(rows.sql)
        .pluck()
        .get(...rows.values) as number) - counted
  }
  return { count, from: (last + 1) * BLOCK + 1 }
}
