import type { Database } from 'better-sqlite3'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import { matchOf, needles } from '../search/needles.ts'
import { BLOCK, blockOf } from '../search/block.ts'
import { reachOf } from '../search/reach.ts'
import { textsIn, VOLUME, volumeOf } from '../search/texts.ts'
import { partsOf } from './parts.ts'
import { rowsOf } from './rows.ts'
import { facetCondition, countsOf, isCounted } from './where.ts'

export type Group = [group: number, count: number]

export interface GroupSlice {
  /** Matches by group; a group is `width` seqs from `group * width + 1` on. */
  groups: Group[]
  /** seq up to which has been read, to go on from; null at the end. */
  next: number | null
  /** seq of the last entry that there was. */
  last: number
}

/** Where in the log the matches are, in order, until the time is up. Exact. */
export function groupSlice(db: Database, filter: LogFilter, after: number, width: number, ms: number): GroupSlice {
  const began = performance.now()
  const reach = reachOf(db)
  const groups: Group[] = []
  for (const part of partsOf(db, filter, reach, after + 1, reach.last, 'newer')) {
    const { sql, values } = rowsOf(filter, part, `(e.seq - 1) / ${width}, count(*)`)
    const rows = db.prepare(`${sql} GROUP BY 1`).raw()
    groups.push(...(rows.all(...values) as Group[]))
    if (performance.now() - began > ms) return { groups, next: part.to, last: reach.last }
  }
  return { groups, next: null, last: reach.last }
}

/**
 * Where candidates are by the index of texts, without reading one of them: nearly always the matches of a filter that is
 * nothing but a text. Null for any other filter, and from where texts are not indexed yet.
 */
export function candidateSlice(db: Database, filter: LogFilter, after: number, width: number): GroupSlice | null {
  const wanted = needles(filter)
  if (Object.entries(filter).some(([name, value]) => value !== undefined && name !== 'text' && name !== 'recording') || wanted.length === 0)
    return null
  const { texts, last } = reachOf(db)
  if (texts <= after) return null
  const volume = volumeOf(after + 1)
  const name = textsIn(volume)
  // One volume in one go: the index alone takes 30 ms for it at most.
  const found = db.prepare(`SELECT (rowid - 1) / ${width}, count(*) FROM ${name} WHERE ${name} MATCH ? AND rowid > ? GROUP BY 1`).raw()
  return { groups: found.all(matchOf(wanted), after) as Group[], next: Math.min(texts, (volume + 1) * VOLUME), last }
}

/** The same at once by the counts of blocks, as if a block's matches were spread evenly over it; what is not counted yet is read. */
export function spreadSlice(db: Database, filter: LogFilter, after: number, width: number, ms: number): GroupSlice {
  if (after > 0 || !isCounted(filter)) return groupSlice(db, filter, after, width, ms)
  const { blocks } = reachOf(db)
  if (blocks === 0) return groupSlice(db, filter, 0, width, ms)
  const { sql, values } = facetCondition(filter)
  const counted = db
    .prepare(
      `SELECT block, sum(count) FROM ${countsOf(filter)}
       WHERE ${sql} AND block <= ? AND last_at >= ? AND first_at < ? GROUP BY block`,
    )
    .raw()
    .all(...values, blockOf(blocks), filter.from ?? Number.MIN_SAFE_INTEGER, filter.to ?? Number.MAX_SAFE_INTEGER)
  const groups = (counted as Group[]).flatMap(([block, count]) => evenly(block * BLOCK, count, width))
  const tail = groupSlice(db, filter, blocks, width, ms)
  return { groups: [...groups, ...tail.groups], next: tail.next, last: tail.last }
}

function evenly(from: number, count: number, width: number): Group[] {
  const groups: Group[] = []
  for (let at = from; at < from + BLOCK;) {
    const group = Math.floor(at / width)
    const end = Math.min(from + BLOCK, (group + 1) * width)
    groups.push([group, (count * (end - at)) / BLOCK])
    at = end
  }
  return groups
}
