import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { orpc } from '../../../api/client.ts'
import type { LogFilter } from '../model/filter.ts'

/** How often the chart is drawn anew while entries come in, ms. */
const freshEveryMs = 5_000

/** How many entries of each colour each stretch of time has, under a filter. */
export function useHistogram(filter: LogFilter, buckets: number, live: boolean) {
  return useQuery(
    orpc.log.histogram.queryOptions({
      input: { ...filter, buckets },
      placeholderData: keepPreviousData,
      enabled: buckets > 1,
      refetchInterval: live ? freshEveryMs : false,
      staleTime: freshEveryMs,
    }),
  )
}
