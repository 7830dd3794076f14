import type { Database } from 'better-sqlite3'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import { matchOf, needles } from '../search/needles.ts'
import type { Reach } from '../search/reach.ts'
import { textsIn, VOLUME, volumeOf } from '../search/texts.ts'
import { blocks } from './block-parts.ts'
import { type Direction, growing, paced, type Part } from './stretches.ts'
import { countsOf } from './where.ts'

/** Entries of the first part, and of the longest. */
const CANDIDATES = 500
const MOST_CANDIDATES = 8_000
/** Candidates by which it is told how many there are, and of how many entries one of them is many. */
const SAMPLE = 256
const MANY = 8

/** Entries whose texts may hold what is asked for, volume by volume of the index. */
export function* candidates(
  db: Database,
  filter: LogFilter,
  reach: Reach,
  from: number,
  to: number,
  direction: Direction,
): Generator<Part> {
  if (from > to) return
  const readAll = (low: number, high: number): Generator<Part> =>
    // What else the filter says may leave little to read.
    countsOf(filter) !== 'blocks' && high <= reach.blocks ? blocks(db, filter, low, high, direction) : growing(low, high, direction)
  const match = matchOf(needles(filter))
  const [first, last] = [volumeOf(from), volumeOf(to)]
  for (let step = 0; step <= last - first; step++) {
    const volume = direction === 'newer' ? first + step : last - step
    const [low, high] = [Math.max(from, volume * VOLUME + 1), Math.min(to, (volume + 1) * VOLUME)]
    yield* inVolume(db, { volume, match, readAll }, low, high, direction)
  }
}

interface Asked {
  volume: number
  /** FTS5's query. */
  match: string
  /** Reads a stretch without asking the index of texts. */
  readAll: (low: number, high: number) => Generator<Part>
}

/** By the number of candidates, not by a stretch of the log: the index would have to go as far to see that a stretch holds none. */
function* inVolume(db: Database, asked: Asked, from: number, to: number, direction: Direction): Generator<Part> {
  const newer = direction === 'newer'
  const { volume, match } = asked
  const texts = textsIn(volume)
  const next = db
    .prepare(`SELECT rowid FROM ${texts} WHERE ${texts} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid ${newer ? '' : 'DESC'} LIMIT ?`)
    .pluck()
  // A slice that goes on within a volume pays for the way there again: it takes more with it, or reads on at once.
  const within = newer ? from > volume * VOLUME + 1 : to < (volume + 1) * VOLUME
  if (within && areMost(db, asked)) return yield* asked.readAll(from, to)
  let many = within ? CANDIDATES * 4 : CANDIDATES
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
    if (!within && many === CANDIDATES && areMost(db, asked)) return yield* asked.readAll(low, high)
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
