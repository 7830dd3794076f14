import type { Entry } from '../../../../shared/domain/entry.ts'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import { isFiltered } from './filter.ts'
import { follow } from './follow.ts'
import { Places } from './places.ts'
import {
  countOf,
  emptyWindow,
  indexOfSeq,
  trimmed,
  windowAround,
  windowAtNewest,
  withLive,
  withNewerPage,
  withOlderPage,
  withTotal,
  type LogWindow,
  type Page,
} from './window.ts'

/** What the feed needs of the core; `client.log` is one. */
export interface LogSource {
  list: (
    input: LogFilter & { cursor?: number; after?: number; limit: number },
    options: { signal: AbortSignal },
  ) => Promise<{ entries: Entry[] }>
  count: (
    input: LogFilter & { roughly?: boolean },
    options: { signal: AbortSignal },
  ) => Promise<{ count: number; about?: boolean | undefined }>
  /** How many matching entries are older than one. */
  place: (input: LogFilter & { seq: number }, options: { signal: AbortSignal }) => Promise<{ index: number }>
  /** The seq at an index counted from the oldest; null where that takes long. */
  at: (input: LogFilter & { index: number }, options: { signal: AbortSignal }) => Promise<{ seq: number | null }>
  follow: (input: LogFilter & { after: number }, options: { signal: AbortSignal }) => Promise<AsyncIterable<Entry[]>>
}

export interface FeedState {
  status: 'loading' | 'ready' | 'failed'
  window: LogWindow<Entry>
  /** Entries that the live stream has brought since the feed began. */
  arrived: number
  /**
   * How well the number of entries is known: `least` while they are counted, `about` where it is taken from the numbers of
   * the entries or from an index, without looking at each.
   */
  known: 'least' | 'about' | 'exactly'
  /** Why the last read failed, in words. */
  problem: string | null
}

export const loadingState: FeedState = { status: 'loading', window: emptyWindow, arrived: 0, known: 'least', problem: null }

const pageSize = 400
/** Entries in memory at most: about 20 MB of ordinary frames. */
const mostEntries = 16_000
/** Rows between what is seen and the edge of the window below which the next page is fetched. */
const readAhead = 300
/** Beyond so many rows outside the window it is quicker to jump than to read on. */
const jumpBeyond = 800

/**
 * The log under one filter: keeps the window of entries around what is seen, and follows what happens now.
 * Each filter has a feed of its own; `stop` ends everything it started.
 */
export class LogFeed {
  readonly filter: LogFilter
  #source: LogSource
  #places: Places
  #ending = new AbortController()
  #listeners = new Set<() => void>()
  #arrivals = new Set<(batch: Entry[]) => void>()
  #state = loadingState
  #liveSeq = 0
  /** Rows on the screen, counted from the oldest; null until somebody looks. */
  #seen: { from: number; to: number } | null = null
  #reading = 0

  constructor(source: LogSource, filter: LogFilter) {
    this.#source = source
    this.filter = filter
    this.#places = new Places(source, filter, this.#ending.signal)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): FeedState => this.#state

  /** Tells of entries that have just come in, also of those outside the window. */
  readonly onArrival = (listener: (batch: Entry[]) => void): (() => void) => {
    this.#arrivals.add(listener)
    return () => this.#arrivals.delete(listener)
  }

  /** Reads the newest page and follows from there. Where that fails, `status` says so and `start` may be called again. */
  async start(): Promise<void> {
    this.#change({ status: 'loading', problem: null })
    let followAfter = 0
    const done = await this.#read(async () => {
      let page = await this.#older(undefined)
      if (page.entries.length === 0) {
        // Nothing matches yet: the stream begins at the end of the whole log, and the second look closes the gap between.
        followAfter = await this.#newestOfAll()
        page = await this.#older(undefined)
      }
      this.#liveSeq = page.entries[0]?.seq ?? 0
      followAfter = Math.max(followAfter, this.#liveSeq)
      this.#change({ status: 'ready', ...this.#guessed(page) })
    })
    if (!done || this.#ending.signal.aborted) return
    void follow(this.#source, this.filter, followAfter, this.#ending.signal, (batch) => this.#receive(batch))
    void this.#count()
  }

  stop(): void {
    this.#ending.abort()
    this.#listeners.clear()
    this.#arrivals.clear()
  }

  /** Tells which rows are seen, as indexes counted from the oldest, so that they and their neighbours are loaded. */
  show(from: number, to: number): void {
    this.#seen = { from, to }
    this.#fill()
  }

  /** Goes to the newest entries. */
  async toNewest(): Promise<void> {
    if (this.#state.window.reachedNewest) return
    await this.#read(async () => {
      const page = await this.#older(undefined)
      const newest = windowAtNewest(page, countOf(this.#state.window))
      this.#change({ window: { ...newest, reachedNewest: (page.entries[0]?.seq ?? 0) >= this.#liveSeq } })
    })
  }

  async toOldest(): Promise<void> {
    if (this.#state.window.reachedOldest) return
    await this.#read(async () => this.#replace({ entries: [], complete: true }, await this.#newer(0), 0))
  }

  /**
   * Loads the surroundings of an entry.
   * @returns whether the entry is among what the filter lets through
   */
  async toSeq(seq: number): Promise<boolean> {
    if (indexOfSeq(this.#state.window, seq) >= 0) return true
    await this.#read(async () => {
      const guess = Math.round((countOf(this.#state.window) * seq) / Math.max(seq, this.#liveSeq))
      const [older, newer, place] = await Promise.all([this.#older(seq), this.#newer(seq - 1), this.#places.indexOf(seq, guess)])
      this.#replace(older, newer, place)
    })
    return indexOfSeq(this.#state.window, seq) >= 0
  }

  #receive(batch: Entry[]): void {
    const { window, arrived } = this.#state
    this.#liveSeq = Math.max(this.#liveSeq, batch.at(-1)?.seq ?? 0)
    const grown = withLive(window, batch)
    this.#change({ window: this.#bounded(grown), arrived: arrived + countOf(grown) - countOf(window) })
    for (const listener of this.#arrivals) listener(batch)
  }

  /** Loads what is missing around the rows that are seen, one page at a time. */
  #fill(): void {
    const { window, status } = this.#state
    if (status !== 'ready' || this.#reading > 0 || this.#seen === null) return
    const { from, to } = this.#seen
    const end = window.older + window.entries.length
    const farNewer = from > end + jumpBeyond && !window.reachedNewest
    const farOlder = to < window.older - jumpBeyond && !window.reachedOldest
    if (farNewer || farOlder) void this.#read(() => this.#jump(Math.round((from + to) / 2)))
    else if (from < window.older + readAhead && !window.reachedOldest) void this.#read(() => this.#readOlder())
    else if (to > end - readAhead && !window.reachedNewest) void this.#read(() => this.#readNewer())
  }

  async #readOlder(): Promise<void> {
    const edge = this.#state.window.entries[0]?.seq
    const page = await this.#older(edge)
    const { window } = this.#state
    // Joined only to the edge it was read for: a window that has moved on would get a gap.
    if (window.entries[0]?.seq === edge) this.#change({ window: this.#bounded(withOlderPage(window, page)) })
  }

  async #readNewer(): Promise<void> {
    const edge = this.#state.window.entries.at(-1)?.seq
    const page = await this.#newer(edge ?? 0)
    const { window } = this.#state
    if (window.entries.at(-1)?.seq === edge) this.#change({ window: this.#bounded(withNewerPage(window, page, this.#liveSeq)) })
  }

  async #jump(index: number): Promise<void> {
    const { seq, exact } = await this.#places.seqAt(index, this.#state.window, this.#liveSeq)
    const place = exact ? index : this.#places.indexOf(seq, index)
    const [older, newer] = await Promise.all([this.#older(seq), this.#newer(seq - 1)])
    this.#replace(older, newer, await place)
  }

  #replace(older: Page<Entry>, newer: Page<Entry>, place: number): void {
    const last = newer.entries.at(-1)?.seq ?? older.entries[0]?.seq ?? 0
    const complete = newer.complete && last >= this.#liveSeq
    this.#change({ window: windowAround(older, { ...newer, complete }, place, countOf(this.#state.window)) })
  }

  async #read(work: () => Promise<void>): Promise<boolean> {
    this.#reading += 1
    try {
      await work()
      if (this.#state.problem !== null) this.#change({ problem: null })
      return true
    } catch (error) {
      const status = this.#state.status === 'loading' ? 'failed' : this.#state.status
      this.#change({ status, problem: error instanceof Error ? error.message : String(error) })
      return false
    } finally {
      this.#reading -= 1
      if (this.#state.problem === null) this.#fill()
    }
  }

  async #older(cursor: number | undefined): Promise<Page<Entry>> {
    const input = { ...this.filter, ...(cursor === undefined ? {} : { cursor }), limit: pageSize }
    const { entries } = await this.#source.list(input, { signal: this.#ending.signal })
    return { entries, complete: entries.length < pageSize }
  }

  async #newer(after: number): Promise<Page<Entry>> {
    const { entries } = await this.#source.list({ ...this.filter, after, limit: pageSize }, { signal: this.#ending.signal })
    return { entries, complete: entries.length < pageSize }
  }

  async #newestOfAll(): Promise<number> {
    const { entries } = await this.#source.list({ limit: 1 }, { signal: this.#ending.signal })
    return entries[0]?.seq ?? 0
  }

  /** How many entries match; counted again while entries arrive meanwhile, which the count may or may not hold. */
  async #count(): Promise<void> {
    try {
      for (let round = 0; round < 3; round += 1) {
        const { arrived } = this.#state
        const { count, about = false } = await this.#source.count({ ...this.filter, roughly: true }, { signal: this.#ending.signal })
        this.#change({ window: withTotal(this.#state.window, count), known: about ? 'about' : 'exactly' })
        if (arrived === this.#state.arrived) return
      }
    } catch {
      // The count is an ornament: pages go on without it, and the guess stands.
    }
  }

  /** What is shown until the entries have been counted: all entries are numbered without gaps, nearly. */
  #guessed(page: Page<Entry>): Pick<FeedState, 'window' | 'known'> {
    const read = page.entries.length
    if (page.complete) return { window: windowAtNewest(page, read), known: 'exactly' }
    const { recording: _recording, ...conditions } = this.filter
    if (isFiltered(conditions)) return { window: windowAtNewest(page, read + pageSize), known: 'least' }
    return { window: windowAtNewest(page, Math.max(read, this.#liveSeq)), known: 'about' }
  }

  #bounded(window: LogWindow<Entry>): LogWindow<Entry> {
    const centre = this.#seen === null ? countOf(window) : (this.#seen.from + this.#seen.to) / 2
    return trimmed(window, mostEntries, centre)
  }

  #change(change: Partial<FeedState>): void {
    if (this.#ending.signal.aborted) return
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
