import type { Entry } from '../../../shared/domain/entry.ts'
import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import { ActionProblem } from '../actions/context.ts'
import { watch } from '../live.ts'
import { type ApiContext, os } from './context.ts'

const FOLLOW_MS = 100
const FOLLOW_PAGE = 1_000

/** The log: pages, counts, one entry with all that belongs to it, and what comes in. */
export function logApi({ store, pipeline }: ApiContext) {
  /** New entries that match, after `after`, each once and in order. */
  async function* follow(filter: LogFilter, after: number, abort: AbortSignal | undefined): AsyncGenerator<Entry[], void> {
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

  return {
    list: os.log.list.handler(async ({ input: { cursor, after, limit, ...filter } }) => {
      if (after === undefined) return store.read.entriesBefore(filter, cursor ?? null, limit)
      const entries = await store.read.entriesAfter(filter, after, limit)
      return { entries, nextCursor: entries.length === limit ? (entries.at(-1)?.seq ?? null) : null }
    }),
    count: os.log.count.handler(async ({ input }) => ({ count: await store.read.countEntries(input) })),
    actions: os.log.actions.handler(({ input }) => store.read.entryActions(input.charger ?? null)),
    get: os.log.get.handler(async ({ input }) => {
      const detail = await store.read.entryDetail(input.seq)
      if (!detail) throw new ActionProblem('not-found', `The log has no entry number ${input.seq}.`)
      return detail
    }),
    follow: os.log.follow.handler(({ input: { after, ...filter }, signal }) => follow(filter, after, signal)),
  }
}
