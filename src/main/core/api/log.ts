import { once } from 'node:events'
import type { Entry } from '../../../shared/domain/entry.ts'
import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import { ActionProblem } from '../actions/context.ts'
import { watch } from '../live.ts'
import type { Group } from '../store/log/groups.ts'
import { type ApiContext, os } from './context.ts'
import { searchLog } from './log-search.ts'

const FOLLOW_MS = 100
const FOLLOW_PAGE = 1_000
/** A screen has no room for more. */
const TOLD_LATER_MOST = 200

/** The log: pages, counts, one entry with all that belongs to it, and what comes in. */
export function logApi({ store, pipeline, recordings }: ApiContext) {
  const reader = (filter: Pick<LogFilter, 'charger' | 'recording'>) => recordings.reader(filter)

  /** New entries that match, after `after`, each once and in order. */
  async function* followLive(filter: LogFilter, after: number, abort: AbortSignal | undefined): AsyncGenerator<Entry[], void> {
    let seen = after
    for await (const upTo of watch(pipeline.changed, pipeline.lastSeq, { everyMs: FOLLOW_MS, abort })) {
      while (seen < upTo && !abort?.aborted) {
        const page = await store.read.entriesAfter(filter, seen, FOLLOW_PAGE)
        const full = page.length === FOLLOW_PAGE
        const entries = full ? page : page.filter(({ seq }) => seq <= upTo)
        seen = full ? (page.at(-1)?.seq ?? upTo) : upTo
        if (entries.length > 0) yield entries
      }
    }
  }

  /** A recording only has what it has: that, and then nothing until the reader goes away. */
  async function* followRecording(filter: LogFilter, after: number, abort: AbortSignal | undefined): AsyncGenerator<Entry[], void> {
    const read = await reader(filter)
    for (let seen = after; abort?.aborted !== true;) {
      const page = await read.entriesAfter(filter, seen, FOLLOW_PAGE)
      if (page.length > 0) yield page
      seen = page.at(-1)?.seq ?? seen
      if (page.length < FOLLOW_PAGE) break
    }
    if (abort && !abort.aborted) await once(abort, 'abort')
  }

  return {
    list: os.log.list.handler(async ({ input: { cursor, after, limit, ...filter }, signal }) => {
      const read = await reader(filter)
      if (after === undefined) return read.entriesBefore(filter, cursor ?? null, limit, signal)
      const entries = await read.entriesAfter(filter, after, limit, signal)
      return { entries, nextCursor: entries.length === limit ? (entries.at(-1)?.seq ?? null) : null }
    }),
    count: os.log.count.handler(async ({ input: { roughly, ...filter }, signal }) => {
      const read = await reader(filter)
      if (roughly !== true || !filter.text) return { count: await read.countEntries(filter, null, signal) }
      const counted = { count: 0, about: false }
      const tell = (groups: Group[], exact: boolean): void => {
        for (const [, hits] of groups) counted.count += hits
        counted.about ||= !exact
      }
      await read.groups(filter, Number.MAX_SAFE_INTEGER, tell, signal)
      return counted
    }),
    search: os.log.search.handler(async function* ({ input: { find, ...filter }, signal }) {
      yield* searchLog(await reader(filter), filter, find, signal)
    }),
    histogram: os.log.histogram.handler(async ({ input: { buckets, ...filter }, signal }) =>
      (await reader(filter)).histogram(filter, buckets, signal),
    ),
    place: os.log.place.handler(async ({ input: { seq, ...filter }, signal }) => ({
      index: await (await reader(filter)).countEntries(filter, seq, signal),
    })),
    at: os.log.at.handler(async ({ input: { index, ...filter } }) => ({ seq: await (await reader(filter)).seqAt(filter, index) })),
    toldLater: os.log.toldLater.handler(async ({ input: { happenedFrom, happenedTo, ...filter } }) =>
      (await reader(filter)).toldLater(filter, { from: happenedFrom, to: happenedTo }, TOLD_LATER_MOST),
    ),
    actions: os.log.actions.handler(async ({ input }) => (await reader(input)).entryActions(input.charger ?? null)),
    get: os.log.get.handler(async ({ input }) => {
      const detail = await (await reader({ recording: input.recording })).entryDetail(input.seq)
      if (!detail) throw new ActionProblem('not-found', `The log has no entry number ${input.seq}.`)
      return detail
    }),
    follow: os.log.follow.handler(({ input: { after, ...filter }, signal }) =>
      recordings.meant(filter) === null ? followLive(filter, after, signal) : followRecording(filter, after, signal),
    ),
  }
}
