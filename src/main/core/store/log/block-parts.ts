import type { Database } from 'better-sqlite3'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import { BLOCK, blockOf } from '../search/block.ts'
import type { Direction, Part } from './stretches.ts'
import { countsOf, facetCondition } from './where.ts'

/** Blocks that are asked for in one go, and that one part has at most. */
const BLOCKS_AT_ONCE = 64
const BLOCKS_IN_PART = 8
/** Entries that are asked for by their seqs, at most. */
const SEQS_IN_PART = 500

/** Runs of neighbouring blocks that hold entries of the filter. */
export function* blocks(db: Database, filter: LogFilter, from: number, to: number, direction: Direction): Generator<Part> {
  const { sql, values } = facetCondition(filter)
  const older = direction === 'older'
  const counts = countsOf(filter)
  const source =
    counts === 'blocks'
      ? 'SELECT block, NULL FROM blocks'
      : `SELECT block, CASE WHEN count(*) = count(seqs) THEN json_group_array(seqs) END FROM ${counts} LEFT JOIN few USING (block, number)`
  const next = db
    .prepare(
      `${source} WHERE ${sql} AND last_at >= ? AND first_at < ? AND block BETWEEN ? AND ?
       GROUP BY block ORDER BY block ${older ? 'DESC' : ''} LIMIT ${BLOCKS_AT_ONCE}`,
    )
    .raw()
  let [first, last] = [blockOf(from), blockOf(to)]
  while (first <= last) {
    const bounds = [filter.from ?? Number.MIN_SAFE_INTEGER, filter.to ?? Number.MAX_SAFE_INTEGER, first, last]
    const found = next.all(...values, ...bounds) as [number, string | null][]
    for (const run of runsOf(found)) {
      const ends = { from: Math.max(from, run.from * BLOCK + 1), to: Math.min(to, (run.to + 1) * BLOCK) }
      yield { ...ends, ...(run.seqs === null ? {} : { seqs: run.seqs }) }
    }
    if (found.length < BLOCKS_AT_ONCE) return
    const end = found.at(-1)![0]
    if (older) last = end - 1
    else first = end + 1
  }
}

interface Run {
  from: number
  to: number
  seqs: number[] | null
}

/** Blocks that are read in one go: several with few matches, or neighbours with many. */
function runsOf(found: readonly (readonly [block: number, few: string | null])[]): Run[] {
  const all: Run[] = []
  for (const [block, few] of found) {
    const seqs = few === null ? null : seqsOf(block, few)
    const run = all.at(-1)
    const neighbours = run !== undefined && (block === run.to + 1 || block === run.from - 1) && run.to - run.from + 1 < BLOCKS_IN_PART
    if (run?.seqs && seqs !== null && run.seqs.length + seqs.length <= SEQS_IN_PART) run.seqs.push(...seqs)
    else if (!run || run.seqs !== null || seqs !== null || !neighbours) {
      all.push({ from: block, to: block, seqs })
      continue
    }
    run.from = Math.min(run.from, block)
    run.to = Math.max(run.to, block)
  }
  return all
}

/** @param few JSON: lists of distances from the beginning of the block, each as JSON */
function seqsOf(block: number, few: string): number[] {
  return (JSON.parse(few) as string[]).flatMap((list) => (JSON.parse(list) as number[]).map((distance) => block * BLOCK + distance))
}
