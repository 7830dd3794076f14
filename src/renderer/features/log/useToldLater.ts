import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import type { Entry } from '../../../shared/domain/entry.ts'
import { orpc } from '../../api/client.ts'
import type { LogFilter } from './model/filter.ts'
import { askedTime, placesOf, type ToldLater } from './model/told-later.ts'

/** How long the scrolling has to rest before late messages are asked for, ms. */
const restMs = 200

/** What happened between the rows that are seen, and was told only later; by the seq of the row after which it happened. */
export function useToldLater(filter: LogFilter, seen: readonly Entry[]): Map<number, ToldLater> {
  const ordered = useMemo(() => seen.toSorted((a, b) => a.seq - b.seq), [seen])
  const [first, last] = [ordered[0], ordered.at(-1)]
  const time = first === undefined || last === undefined ? null : askedTime(first.at, last.at)
  const [asked] = useDebouncedValue(time === null ? '' : JSON.stringify(time), restMs)
  const { from, to } = asked === '' ? { from: 0, to: 0 } : (JSON.parse(asked) as { from: number; to: number })
  const { from: _from, to: _to, ...conditions } = filter
  const { data } = useQuery(
    orpc.log.toldLater.queryOptions({
      input: { ...conditions, happenedFrom: from, happenedTo: to },
      enabled: to > from,
      placeholderData: keepPreviousData,
      staleTime: 5_000,
    }),
  )
  return useMemo(() => placesOf(ordered, data ?? []), [ordered, data])
}
