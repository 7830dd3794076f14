import type { Entry } from '../../../../shared/domain/entry.ts'
import { formatDuration } from '../../../../shared/format.ts'
import { entryName } from '../words.ts'
import { visibleLine } from './visible-text.ts'

/** What happened between a row and the next newer one, and was told only later. */
export interface ToldLater {
  /** seq of the first of them. */
  seq: number
  text: string
}

const minute = 60_000

/** The stretch of time that is asked about for what is seen: to whole minutes, so that not every row asks anew. */
export function askedTime(from: number, to: number): { from: number; to: number } {
  return { from: Math.floor(from / minute) * minute, to: (Math.floor(to / minute) + 1) * minute }
}

/**
 * Puts late entries beside the rows after which they happened.
 * @param seen the entries of neighbouring rows, oldest first
 * @param late by when they happened
 * @returns by the seq of the row
 */
export function placesOf(seen: readonly Pick<Entry, 'seq' | 'at'>[], late: readonly Entry[]): Map<number, ToldLater> {
  const places = new Map<number, Entry[]>()
  for (const entry of late) {
    const index = seen.findLastIndex(({ at }) => at <= (entry.correctedAt ?? entry.at))
    const row = seen[index]
    // After the last row that is seen there may be others before it.
    if (row === undefined || index === seen.length - 1) continue
    places.set(row.seq, [...(places.get(row.seq) ?? []), entry])
  }
  return new Map([...places].map(([seq, entries]) => [seq, { seq: entries[0]!.seq, text: wordsOf(entries) }]))
}

function wordsOf(entries: readonly Entry[]): string {
  const delay = formatDuration(Math.max(...entries.map(({ at, correctedAt }) => at - (correctedAt ?? at))))
  const [first, ...more] = entries
  const name = visibleLine(entryName(first!))
  return more.length === 0 ? `${name}, told ${delay} later` : `${name} and ${more.length} more, told up to ${delay} later`
}
