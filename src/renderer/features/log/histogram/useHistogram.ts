import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { client, orpc } from '../../../api/client.ts'
import type { LogFilter } from '../model/filter.ts'

/** How often the chart is drawn anew while entries come in, ms. */
const freshEveryMs = 5_000
/** A text that millions of entries hold makes the core read them all: not for a chart. */
const atMostMs = 15_000

/** How many entries of each colour each stretch of time has, under a filter. */
export function useHistogram(filter: LogFilter, buckets: number, live: boolean) {
  const input = { ...filter, buckets }
  return useQuery({
    queryKey: orpc.log.histogram.queryKey({ input }),
    queryFn: async ({ signal }) => {
      const within = AbortSignal.timeout(atMostMs)
      try {
        return await client.log.histogram(input, { signal: AbortSignal.any([signal, within]) })
      } catch (error) {
        if (within.aborted) throw new Error('Too many entries hold this text. Narrow the log down further.', { cause: error })
        throw error
      }
    },
    placeholderData: keepPreviousData,
    enabled: buckets > 1,
    retry: false,
    // What is searched for is read anew each time; the rest is counted already.
    refetchInterval: live && filter.text === undefined ? freshEveryMs : false,
    staleTime: freshEveryMs,
  })
}
