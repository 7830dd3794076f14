/**
 * The part of a log that is in memory: a run of matching entries without a gap, ascending by `seq`, and how many entries
 * lie on either side of it. Pure, so that "each entry once and in order" can be tested without a screen or a server.
 */
export interface Numbered {
  seq: number
}

export interface LogWindow<E extends Numbered> {
  entries: readonly E[]
  /** How many matching entries are older than the first. A guess after a jump, unless `reachedOldest`. */
  older: number
  /** How many matching entries are newer than the last. A guess after a jump, unless `reachedNewest`. */
  newer: number
  reachedOldest: boolean
  reachedNewest: boolean
}

/** A page as `log.list` gives it; `complete` where there was nothing more in that direction. */
export interface Page<E extends Numbered> {
  entries: readonly E[]
  complete: boolean
}

export const emptyWindow: LogWindow<never> = { entries: [], older: 0, newer: 0, reachedOldest: true, reachedNewest: true }

export function countOf(window: LogWindow<Numbered>): number {
  return window.older + window.entries.length + window.newer
}

/**
 * A window around a place in the log.
 * @param older entries before the place, in any order
 * @param newer entries from the place on, in any order
 * @param place the guessed index of the place, counted from the oldest
 * @param total how many entries match
 */
export function windowAround<E extends Numbered>(older: Page<E>, newer: Page<E>, place: number, total: number): LogWindow<E> {
  const before = ascending(older.entries)
  const from = before.at(-1)?.seq ?? Number.NEGATIVE_INFINITY
  const entries = [...before, ...ascending(newer.entries).filter((entry) => entry.seq > from)]
  return withTotal(
    { entries, older: Math.max(0, place - before.length), newer: 0, reachedOldest: older.complete, reachedNewest: newer.complete },
    total,
  )
}

/** The window over the newest page. */
export function windowAtNewest<E extends Numbered>(page: Page<E>, total: number): LogWindow<E> {
  return withTotal({ entries: ascending(page.entries), older: 0, newer: 0, reachedOldest: page.complete, reachedNewest: true }, total)
}

export function withOlderPage<E extends Numbered>(window: LogWindow<E>, page: Page<E>): LogWindow<E> {
  const first = window.entries[0]?.seq ?? Number.POSITIVE_INFINITY
  const added = ascending(page.entries).filter((entry) => entry.seq < first)
  return withTotal(
    { ...window, entries: [...added, ...window.entries], older: Math.max(0, window.older - added.length), reachedOldest: page.complete },
    countOf(window),
  )
}

/**
 * @param liveSeq the highest seq that the live stream has brought: a page that ends before it has not reached the newest,
 *   though it was complete when it was read
 */
export function withNewerPage<E extends Numbered>(window: LogWindow<E>, page: Page<E>, liveSeq: number): LogWindow<E> {
  const added = after(window, page.entries)
  const entries = [...window.entries, ...added]
  const last = entries.at(-1)?.seq ?? 0
  return withTotal(
    { ...window, entries, newer: Math.max(0, window.newer - added.length), reachedNewest: page.complete && last >= liveSeq },
    countOf(window),
  )
}

/** Entries that have just happened: shown where the window reaches to the newest, only counted where it does not. */
export function withLive<E extends Numbered>(window: LogWindow<E>, batch: readonly E[]): LogWindow<E> {
  const added = after(window, batch)
  if (added.length === 0) return window
  if (!window.reachedNewest) return { ...window, newer: window.newer + added.length }
  return { ...window, entries: [...window.entries, ...added] }
}

/** Puts a newly counted total into effect: what is not exactly known on either side gives way. */
export function withTotal<E extends Numbered>(window: LogWindow<E>, total: number): LogWindow<E> {
  const outside = Math.max(0, total - window.entries.length)
  const { reachedOldest, reachedNewest } = window
  if (reachedOldest && reachedNewest) return { ...window, older: 0, newer: 0 }
  if (reachedOldest) return { ...window, older: 0, newer: Math.max(1, outside) }
  if (reachedNewest) return { ...window, older: Math.max(1, outside), newer: 0 }
  const older = Math.max(1, Math.min(window.older, outside - 1))
  return { ...window, older, newer: Math.max(1, outside - older) }
}

/** Forgets entries far from what is seen, so that memory stays bounded. `centre` counts from the oldest of the whole log. */
export function trimmed<E extends Numbered>(window: LogWindow<E>, most: number, centre: number): LogWindow<E> {
  const { entries, older } = window
  if (entries.length <= most) return window
  const from = Math.max(0, Math.min(entries.length - most, Math.round(centre - older - most / 2)))
  const to = from + most
  return {
    entries: entries.slice(from, to),
    older: older + from,
    newer: window.newer + entries.length - to,
    reachedOldest: window.reachedOldest && from === 0,
    reachedNewest: window.reachedNewest && to === entries.length,
  }
}

/** The entry at an index counted from the oldest, or undefined where it is not loaded. */
export function entryAt<E extends Numbered>(window: LogWindow<E>, index: number): E | undefined {
  return index < window.older ? undefined : window.entries[index - window.older]
}

/** The index, counted from the oldest, of the entry with this seq, or -1 where it is not loaded. */
export function indexOfSeq(window: LogWindow<Numbered>, seq: number): number {
  const { entries } = window
  let low = 0
  let high = entries.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = entries[middle]!.seq
    if (found === seq) return window.older + middle
    if (found < seq) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** The loaded seq that is next to one that need not be loaded; null where nothing is. */
export function nearestSeq(window: LogWindow<Numbered>, seq: number): number | null {
  const { entries } = window
  const from = entries.findIndex((entry) => entry.seq >= seq)
  const near = [entries.at(from < 0 ? -1 : from), from > 0 ? entries[from - 1] : undefined].filter((entry) => entry !== undefined)
  return near.toSorted((a, b) => Math.abs(a.seq - seq) - Math.abs(b.seq - seq))[0]?.seq ?? null
}

/**
 * Which seq probably stands at an index: a straight line between the places that are known.
 * @param oldestSeq seq of the oldest matching entry
 * @param newestSeq seq of the newest matching entry
 */
export function guessSeq(window: LogWindow<Numbered>, index: number, oldestSeq: number, newestSeq: number): number {
  const first = window.entries[0]?.seq ?? newestSeq
  const last = window.entries.at(-1)?.seq ?? newestSeq
  const end = window.older + window.entries.length - 1
  const between = (fromIndex: number, fromSeq: number, toIndex: number, toSeq: number) =>
    toIndex <= fromIndex ? fromSeq : Math.round(fromSeq + ((toSeq - fromSeq) * (index - fromIndex)) / (toIndex - fromIndex))
  if (index <= window.older) return between(0, oldestSeq, window.older, first)
  return between(end, last, countOf(window) - 1, newestSeq)
}

function after<E extends Numbered>(window: LogWindow<E>, entries: readonly E[]): E[] {
  const last = window.entries.at(-1)?.seq ?? Number.NEGATIVE_INFINITY
  return ascending(entries).filter((entry) => entry.seq > last)
}

/** In order of arrival, each entry once, whichever way they came. */
function ascending<E extends Numbered>(entries: readonly E[]): E[] {
  const sorted = entries.toSorted((a, b) => a.seq - b.seq)
  return sorted.filter((entry, index) => entry.seq !== sorted[index - 1]?.seq)
}
