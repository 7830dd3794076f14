export type Direction = 'older' | 'newer'

/** A stretch of the log, both ends inclusive. */
export interface Part {
  from: number
  to: number
  /** The only entries that can match, where they are few. */
  seqs?: number[]
}

/** Entries of the first part, where they have to be read one by one. */
const ROWS = 4_096
/** Parts become longer and shorter so that each takes about so long, ms. */
const AIM_MS = 10

/** Parts as long as can be read in a few milliseconds, by the time that the last one took. */
export function* growing(from: number, to: number, direction: Direction): Generator<Part> {
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

/** The next length, by the time that the last one took. */
export function paced(length: number, began: number, least: number, most: number): number {
  const took = Math.max(0.1, performance.now() - began)
  return Math.round(Math.max(least, Math.min(most, length * Math.max(0.5, Math.min(2, AIM_MS / took)))))
}
