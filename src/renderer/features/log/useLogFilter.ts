import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { compact, type LogFilter } from './model/filter.ts'
import { filterToSearch, searchToFilter } from './model/search.ts'

/**
 * The technician's filter. On the log's own page it stands in the address, so that a link shows the same rows; inside
 * another page it is the panel's own.
 */
export function useLogFilter(inAddress: boolean): [LogFilter, (filter: LogFilter) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const [own, setOwn] = useState<LogFilter>({})
  const key = JSON.stringify(inAddress ? filterToSearch(searchToFilter(search)) : own)
  const filter = useMemo(() => (inAddress ? searchToFilter(JSON.parse(key) as Record<string, unknown>) : own), [inAddress, key, own])
  const change = useCallback(
    (next: LogFilter) => {
      if (!inAddress) return setOwn(compact(next))
      void navigate({ to: '.', search: filterToSearch(next), replace: true })
    },
    [inAddress, navigate],
  )
  return [filter, change]
}
