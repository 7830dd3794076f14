import type { Entry } from '../../../../shared/domain/entry.ts'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import { categories, type Category } from '../../../../shared/ocpp/category.ts'
import type { Remote } from '../client.ts'
import type { Group } from './groups.ts'
import type { LogOperations } from './operations.ts'
import type { PageWish } from './page.ts'
import { isCounted } from './where.ts'

/** Hits of a search that are read and looked at; with a cold disk each may take a tenth of a millisecond. */
const MOST_VERIFIED = 20_000

export interface EntryPage {
  entries: Entry[]
  /** Where to go on: `before` this seq; null at the end. */
  nextCursor: number | null
}

export interface Histogram {
  from: number
  to: number
  /** How many entries of each category each of the equal stretches of time has. */
  counts: Record<Category, number[]>
}

/**
 * The log as it is asked of: each question is put to the threads in slices of a few milliseconds, one after the other, so that
 * others are answered in between, and a signal ends it. @throws the signal's reason
 */
export interface SlicedLog {
  /** Newest first, before a seq. */
  entriesBefore: (filter: LogFilter, before: number | null, limit: number, signal?: AbortSignal) => Promise<EntryPage>
  /** Oldest first, after a seq. */
  entriesAfter: (filter: LogFilter, after: number, limit: number, signal?: AbortSignal) => Promise<Entry[]>
  /** @param before counts only entries with a lower seq: the index of that entry */
  countEntries: (filter: LogFilter, before?: number | null, signal?: AbortSignal) => Promise<number>
  /** The seq of the entry at an index, counted from the oldest match; null where that cannot be told quickly. */
  seqAt: (filter: LogFilter, index: number) => Promise<number | null>
  /**
   * Where matches are, in groups of `width` seqs: told a slice at a time, in order. After the first MOST_VERIFIED the rest
   * of a plain search is taken from the index, `exact` false: nearly all of them are matches, and reading them takes long.
   * @returns seq of the last entry that was looked at
   */
  groups: (filter: LogFilter, width: number, tell: (groups: Group[], exact: boolean) => void, signal?: AbortSignal) => Promise<number>
  /** The same all at once; within a block, matches are taken to be spread evenly. */
  spread: (filter: LogFilter, width: number, signal?: AbortSignal) => Promise<Group[]>
  /** Over the filter's time, or that of all that can match; null where there is none. */
  histogram: (filter: LogFilter, buckets: number, signal?: AbortSignal) => Promise<Histogram | null>
  /** Entries that came late, by when they happened. */
  toldLater: (filter: LogFilter, happened: { from: number; to: number }, limit: number) => Promise<Entry[]>
  /** What an export would mask in the next entries; one slice. */
  valueSlice: Remote<LogOperations>['valueSlice']
  /** Names of actions that occur. */
  entryActions: (charger: string | null) => Promise<string[]>
}

/**
 * @param light answers what somebody looks at now
 * @param heavy goes through the whole log
 */
export function slicedLog(light: Remote<LogOperations>, heavy: Remote<LogOperations>): SlicedLog {
  const page = async (filter: LogFilter, wish: PageWish, signal: AbortSignal | undefined): Promise<EntryPage> => {
    const entries: Entry[] = []
    let cursor = wish.cursor
    for (;;) {
      signal?.throwIfAborted()
      const slice = await light.pageSlice(filter, { ...wish, cursor, limit: wish.limit - entries.length })
      entries.push(...slice.entries)
      if (slice.next === null || entries.length >= wish.limit) return { entries, nextCursor: slice.next }
      cursor = slice.next
    }
  }

  /** When the first and the last match were. */
  const ends = async (filter: LogFilter, signal: AbortSignal | undefined): Promise<{ from: number; to: number } | null> => {
    const [[first], [last]] = await Promise.all([
      page(filter, { direction: 'newer', cursor: null, limit: 1 }, signal).then(({ entries }) => entries),
      page(filter, { direction: 'older', cursor: null, limit: 1 }, signal).then(({ entries }) => entries),
    ])
    return first === undefined || last === undefined ? null : { from: Math.min(first.at, last.at), to: Math.max(first.at, last.at) }
  }

  return {
    entriesBefore: async (filter, before, limit, signal) => {
      // One more than wanted tells whether there are more.
      const { entries } = await page(filter, { direction: 'older', cursor: before, limit: limit + 1 }, signal)
      const shown = entries.slice(0, limit)
      return { entries: shown, nextCursor: entries.length > limit ? (shown.at(-1)?.seq ?? null) : null }
    },
    entriesAfter: async (filter, after, limit, signal) =>
      (await page(filter, { direction: 'newer', cursor: after, limit }, signal)).entries,
    countEntries: async (filter, before = null, signal) => {
      const from = before === null ? heavy : light
      let count = 0
      await toTheEnd(signal, async (after) => {
        const slice = await from.countSlice(filter, after, before)
        count += slice.count
        return slice.next
      })
      return count
    },
    seqAt: (filter, index) => light.seqAt(filter, index),
    groups: async (filter, width, tell, signal) => {
      let [verified, last] = [0, 0]
      await toTheEnd(signal, async (after) => {
        const slice = verified >= MOST_VERIFIED ? await heavy.candidateSlice(filter, after, width) : null
        if (slice !== null) {
          last = slice.last
          tell(slice.groups, false)
          return slice.next
        }
        const { groups, next, last: seen } = await heavy.groupSlice(filter, after, width)
        last = seen
        for (const [, count] of groups) verified += count
        tell(groups, true)
        return next
      })
      return last
    },
    spread: async (filter, width, signal) => {
      const all: Group[] = []
      await toTheEnd(signal, async (after) => {
        const { groups, next } = await heavy.spreadSlice(filter, after, width)
        all.push(...groups)
        return next
      })
      return all
    },
    histogram: async (filter, buckets, signal) => {
      const counted = isCounted(filter)
      const extent = counted ? await heavy.extent(filter) : await ends(filter, signal)
      if (extent === null) return null
      const { from = extent.from, to = extent.to + 1 } = filter
      if (to <= from) return null
      const width = (to - from) / buckets
      const counts = Object.fromEntries(
        categories.map((category) => [category, Array.from({ length: buckets }, () => 0)]),
      ) as Histogram['counts']
      await toTheEnd(signal, async (after) => {
        const slice = await heavy.histogramSlice(filter, { from, width, count: buckets }, after)
        for (const [bucket, category, count] of slice.counts) {
          // The ends are those of the first and the last entry, and one between may be a little earlier or later.
          const place = counted ? bucket : Math.max(0, Math.min(buckets - 1, bucket))
          if (place >= 0 && place < buckets) counts[category][place]! += count
        }
        return slice.next
      })
      return { from, to, counts }
    },
    toldLater: (filter, happened, limit) => light.toldLater(filter, happened, limit),
    valueSlice: (filter, classes, after) => heavy.valueSlice(filter, classes, after),
    entryActions: (charger) => light.entryActions(charger),
  }
}

/** @param slice goes on after a seq, and tells where it stopped; null at the end */
async function toTheEnd(signal: AbortSignal | undefined, slice: (after: number) => Promise<number | null>): Promise<void> {
  for (let after: number | null = 0; after !== null;) {
    signal?.throwIfAborted()
    after = await slice(after)
  }
}
