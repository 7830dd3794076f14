import type { Database } from 'better-sqlite3'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import type { Category } from '../../../../shared/ocpp/category.ts'
import { BLOCK } from '../search/block.ts'
import { reachOf } from '../search/reach.ts'
import { partsOf } from './parts.ts'
import { rowsOf } from './rows.ts'
import { categoryCountsOf, countsOf, facetCondition, isCounted } from './where.ts'

export interface Buckets {
  /** Epoch ms of the first bucket's beginning. */
  from: number
  /** How long a bucket is, ms. */
  width: number
  count: number
}

export interface HistogramSlice {
  counts: [bucket: number, category: Category, count: number][]
  /** seq up to which has been read, to go on from; null at the end. */
  next: number | null
}

/** Up to so many blocks are read entry by entry; in more of them, where their entries begin and end is exact enough. */
const BLOCKS_READ = 40

/** How many matching entries of each category each stretch of time has. The filter's time is that of the buckets. */
export function histogramSlice(db: Database, filter: LogFilter, buckets: Buckets, after: number, ms: number): HistogramSlice {
  const began = performance.now()
  const reach = reachOf(db)
  const counts: HistogramSlice['counts'] = []
  let from = after + 1
  if (after === 0 && isCounted(filter)) {
    const counted = countBlocks(db, filter, buckets)
    if (counted !== null) {
      counts.push(...counted)
      from = reach.blocks + 1
    }
  }
  for (const part of partsOf(db, filter, reach, from, reach.last, 'newer')) {
    const { sql, values } = rowsOf(filter, part, 'CAST((e.at - ?) / ? AS INTEGER), category, count(*)')
    const rows = db.prepare(`${sql} GROUP BY 1, 2`).raw()
    counts.push(...(rows.all(buckets.from, buckets.width, ...values) as HistogramSlice['counts']))
    if (performance.now() - began > ms) return { counts, next: part.to }
  }
  return { counts, next: null }
}

/** Half of a block's entries at the time of its first, half at that of its last: so silence between them stays silence. */
function countBlocks(db: Database, filter: LogFilter, { from, width }: Buckets): HistogramSlice['counts'] | null {
  const counts = categoryCountsOf(filter)
  const { sql, values } = facetCondition(filter)
  const where = `${sql} AND last_at >= ? AND first_at < ?`
  const bound = [...values, filter.from ?? Number.MIN_SAFE_INTEGER, filter.to ?? Number.MAX_SAFE_INTEGER]
  const blocks = db
    .prepare(`SELECT count(DISTINCT block) FROM ${counts} WHERE ${where}`)
    .pluck()
    .get(...bound) as number
  if (blocks <= BLOCKS_READ) return null
  const half = (time: string) =>
    `SELECT CAST((${time} - ?) / ? AS INTEGER) AS bucket, category, sum(count) / 2.0 AS n FROM ${counts} WHERE ${where} GROUP BY 1, 2`
  const both = db.prepare(
    `SELECT bucket, category, sum(n) FROM (${half('first_at')} UNION ALL ${half('last_at')}) WHERE bucket >= 0 GROUP BY 1, 2`,
  )
  return both.raw().all(from, width, ...bound, from, width, ...bound) as HistogramSlice['counts']
}

/** From the first to the last matching entry, as far as is known without reading them all; null where there is none. */
export function extentOf(db: Database, filter: LogFilter): { from: number; to: number } | null {
  const reach = reachOf(db)
  const { sql, values } = facetCondition(filter)
  const times = db
    .prepare(`SELECT min(first_at), max(last_at) FROM ${countsOf(filter)} WHERE ${sql}`)
    .raw()
    .get(...values) as (number | null)[]
  const tail = { from: Math.max(reach.blocks, reach.last - 4 * BLOCK) + 1, to: reach.last } as const
  for (const part of [tail, { ...tail, from: reach.blocks + 1, to: Math.min(reach.last, reach.blocks + BLOCK) }]) {
    const rows = rowsOf(filter.text ? { ...filter, text: undefined } : filter, part, 'min(at), max(at)')
    times.push(
      ...(db
        .prepare(rows.sql)
        .raw()
        .get(...rows.values) as (number | null)[]),
    )
  }
  const known = times.filter((time) => time !== null)
  return known.length === 0 ? null : { from: Math.min(...known), to: Math.max(...known) }
}
