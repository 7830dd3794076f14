import type { Database } from 'better-sqlite3'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import { BLOCK, blockOf } from '../search/block.ts'
import { matchOf, needles } from '../search/needles.ts'
import type { Reach } from '../search/reach.ts'
import { textsIn, VOLUME, volumeOf } from '../search/texts.ts'
import { facetCondition, countsOf, isIndexed } from './where.ts'

export type Direction = 'older' | 'newer'

/** A stretch of the log, both ends inclusive. */
export interface Part {
  from: number
  to: number
  /** The only entries that can match, where they are few. */
  seqs?: number[]
}

/** Blocks that are asked for in one go, and that one part has at most. */
const BLOCKS_AT_ONCE = 64
const BLOCKS_IN_PART = 8
/** Entries that are asked for by their seqs, at most. */
const SEQS_IN_PART = 500
/** Entries of the first part, where they have to be read one by one, and where the index of texts leads to them. */
const ROWS = 4_096
const CANDIDATES = 500
const MOST_CANDIDATES = 8_000
/** Candidates by which it is told how many there are, and of how many entries one of them is many. */
const SAMPLE = 256
const MANY = 8
/** Parts become longer and shorter so that each takes about so long, ms. */
const AIM_MS = 10

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
      yield* candidates(db, filter, part.from, part.to, direction)
    }
  }
}

/** Parts as long as can be read in a few milliseconds, by the time that the last one took. */
function* growing(from: number, to: number, direction: Direction): Generator<Part> {
  let length = ROWS
  let [low, high] = [from, to]
  while (low <= high) {
    const began = performance.now()
    if (direction === 'newer') {
      const end = Math.min(high, low + length - 1)
      yield { from: low, to: end }
      low = end + 1
    } else {
      const begin = Math.max(low, high - length + 1)
      yield { from: begin, to: high }
      high = begin - 1
    }
    length = paced(length, began, ROWS / 8, ROWS * 64)
  }
}

/** Entries whose texts may hold what is asked for, volume by volume of the index. */
function* candidates(db: Database, filter: LogFilter, from: number, to: number, direction: Direction): Generator<Part> {
  if (from > to) return
  const match = matchOf(needles(filter))
  const [first, last] = [volumeOf(from), volumeOf(to)]
  for (let step = 0; step <= last - first; step++) {
    const volume = direction === 'newer' ? first + step : last - step
    const [low, high] = [Math.max(from, volume * VOLUME + 1), Math.min(to, (volume + 1) * VOLUME)]
    yield* inVolume(db, { volume, match }, low, high, direction)
  }
}

interface Asked {
  volume: number
  /** FTS5's query. */
  match: string
}

/** By the number of candidates, not by a stretch of the log: the index would have to go as far to see that a stretch holds none. */
function* inVolume(db: Database, asked: Asked, from: number, to: number, direction: Direction): Generator<Part> {
  const newer = direction === 'newer'
  const { volume, match } = asked
  const texts = textsIn(volume)
  const next = db
    .prepare(`SELECT rowid FROM ${texts} WHERE ${texts} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid ${newer ? '' : 'DESC'} LIMIT ?`)
    .pluck()
  let many = CANDIDATES
  let [low, high] = [from, to]
  while (low <= high) {
    const began = performance.now()
    const seqs = next.all(match, low, high, many) as number[]
    const last = seqs.at(-1)
    if (last === undefined) return
    yield newer ? { from: low, to: last, seqs } : { from: last, to: high, seqs }
    if (seqs.length < many) return
    if (newer) low = last + 1
    else high = last - 1
    if (many === CANDIDATES && areMost(db, asked)) return yield* growing(low, high, direction)
    many = paced(many, began, CANDIDATES, MOST_CANDIDATES)
  }
}

/** Whether so many entries are candidates that reading them all is quicker than asking for each: told by the first of the volume. */
function areMost(db: Database, { volume, match }: Asked): boolean {
  const texts = textsIn(volume)
  const sample = db.prepare(`SELECT rowid FROM ${texts} WHERE ${texts} MATCH ? ORDER BY rowid LIMIT 1 OFFSET ${SAMPLE - 1}`).pluck()
  const seq = sample.get(match) as number | undefined
  return seq !== undefined && seq - volume * VOLUME < SAMPLE * MANY
}

function paced(length: number, began: number, least: number, most: number): number {
  const took = Math.max(0.1, performance.now() - began)
  return Math.round(Math.max(least, Math.min(most, length * Math.max(0.5, Math.min(2, AIM_MS / took)))))
}

/** Runs of neighbouring blocks that hold entries of the filter. */
function* blocks(db: Database, filter: LogFilter, from: number, to: number, direction: Direction): Generator<Part> {
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

/** Between which seqs the entries of a time are, of those that are counted. */
function timeBounds(db: Database, { from, to }: LogFilter): { from: number; to: number } {
  if (from === undefined && to === undefined) return { from: 1, to: Number.MAX_SAFE_INTEGER }
  const row = db
    .prepare('SELECT min(block) AS first, max(block) AS last FROM blocks WHERE last_at >= ? AND first_at < ?')
    .get(from ?? Number.MIN_SAFE_INTEGER, to ?? Number.MAX_SAFE_INTEGER) as { first: number | null; last: number | null }
  return row.first === null || row.last === null ? { from: 1, to: 0 } : { from: row.first * BLOCK + 1, to: (row.last + 1) * BLOCK }
}
