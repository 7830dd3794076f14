import type { Database } from 'better-sqlite3'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import { BLOCK, blockOf } from '../search/open.ts'
import { reachOf } from '../search/reach.ts'
import { partsOf } from './parts.ts'
import { rowsOf } from './rows.ts'
import { facetCondition, hasFacets, isCounted } from './where.ts'

export interface GroupSlice {
  /** Matches by group; a group is `width` seqs from `group * width + 1` on. */
  groups: [group: number, count: number][]
  /** seq up to which has been read, to go on from; null at the end. */
  next: number | null
}

/** Where in the log the matches are, in order, until the time is up. Exact. */
export function groupSlice(db: Database, filter: LogFilter, after: number, width: number, ms: number): GroupSlice {
  const began = performance.now()
  const reach = reachOf(db)
  const groups: GroupSlice['groups'] = []
  for (const part of partsOf(db, filter, reach, after + 1, reach.last, 'newer')) {
    const { sql, values } = rowsOf(filter, part, `(e.seq - 1) / ${width}, count(*)`)
    groups.push(
      ...(db
        .prepare(`${sql} GROUP BY 1`)
        .raw()
        .all(...values) as GroupSlice['groups']),
    )
    if (performance.now() - began > ms) return { groups, next: part.to }
  }
  return { groups, next: null }
}

/** The same at once by the counts of blocks, as if a block's matches were spread evenly over it; what is not counted yet is read. */
export function spreadSlice(db: Database, filter: LogFilter, after: number, width: number, ms: number): GroupSlice {
  if (after > 0 || !isCounted(filter)) return groupSlice(db, filter, after, width, ms)
  const { blocks } = reachOf(db)
  if (blocks === 0) return groupSlice(db, filter, 0, width, ms)
  const { sql, values } = facetCondition(filter)
  const counted = db
    .prepare(
      `SELECT block, sum(count) FROM ${hasFacets(filter) ? 'facets' : 'blocks'}
       WHERE ${sql} AND block < ? AND last_at >= ? AND first_at < ? GROUP BY block`,
    )
    .raw()
    .all(...values, blockOf(blocks) + 1, filter.from ?? Number.MIN_SAFE_INTEGER, filter.to ?? Number.MAX_SAFE_INTEGER)
  const groups = (counted as [number, number][]).flatMap(([block, count]) => evenly(block * BLOCK, count, width))
  const tail = groupSlice(db, filter, blocks, width, ms)
  return { groups: [...groups, ...tail.groups], next: tail.next }
}

function evenly(from: number, count: number, width: number): GroupSlice['groups'] {
  const groups: GroupSlice['groups'] = []
  for (let at = from; at < from + BLOCK;) {
    const group = Math.floor(at / width)
    const end = Math.min(from + BLOCK, (group + 1) * width)
    groups.push([group, (count * (end - at)) / BLOCK])
    at = end
  }
  return groups
}
