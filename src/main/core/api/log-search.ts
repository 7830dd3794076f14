import { setTimeout as pause } from 'node:timers/promises'
import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import { type LogHits, MARK_PLACES } from '../../../shared/domain/log-search.ts'
import type { StoreReader } from '../store/client.ts'
import type { Group } from '../store/log/groups.ts'

/** How often is told how far a search is. */
const TELL_MS = 150
/** Groups of entries that places are told apart by. */
const GROUPS = 2_000

/** Counts hits among what a filter shows, and tells where they are; ends when the signal or the reader does. */
export async function* searchLog(
  read: StoreReader,
  shown: LogFilter,
  find: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<LogHits, void> {
  const ending = new AbortController()
  const over = signal ? AbortSignal.any([signal, ending.signal]) : ending.signal
  const newest = await read.entriesBefore(shown, null, 1, over)
  const width = Math.max(1, Math.ceil((newest.entries[0]?.seq ?? 0) / GROUPS))
  const groups = new Map<number, number>()
  let [count, about, done, upTo] = [0, false, false, 0]
  const tell = (found: Group[], exact: boolean): void => {
    for (const [group, hits] of found) {
      groups.set(group, (groups.get(group) ?? 0) + hits)
      count += hits
    }
    about ||= !exact
  }
  try {
    const search = read.groups({ ...shown, text: find }, width, tell, over).then((last) => {
      upTo = last
      done = true
    })
    while (!done) {
      await Promise.race([search, pause(TELL_MS)])
      if (!done) yield { count, about, done: false, upTo, marks: [] }
    }
    yield { count, about, done: true, upTo, marks: count === 0 ? [] : marksOf(groups, await read.spread(shown, width, over)) }
  } catch (error) {
    if (!over.aborted) throw error
  } finally {
    ending.abort()
  }
}

/** Places of hits among all rows. */
function marksOf(hits: ReadonlyMap<number, number>, rows: readonly Group[]): number[] {
  const sizes = new Map<number, number>()
  for (const [group, size] of rows) sizes.set(group, (sizes.get(group) ?? 0) + size)
  const total = rows.reduce((sum, [, size]) => sum + size, 0)
  const marks = new Set<number>()
  let before = 0
  for (const [group, size] of [...sizes].toSorted(([a], [b]) => a - b)) {
    if (hits.has(group)) marks.add(Math.min(MARK_PLACES - 1, Math.floor(((before + size / 2) / total) * MARK_PLACES)))
    before += size
  }
  return [...marks]
}
