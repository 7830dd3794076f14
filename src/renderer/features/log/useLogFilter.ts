import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { compact, type LogFilter } from './model/filter.ts'
import { filterToSearch, searchToFilter } from './model/search.ts'

/**
 * The technician's filter. On the log's own page it stands in the address, so that a link shows the same rows; inside
 * another page it is the panel's own. With `back` the browser's way back leads to the filter before.
 */
export function useLogFilter(inAddress: boolean): [LogFilter, (filter: LogFilter, options?: { back?: boolean }) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const [own, setOwn] = useState<LogFilter>({})
  const key = JSON.stringify(inAddress ? filterToSearch(searchToFilter(search)) : own)
  const filter = useMemo(() => (inAddress ? searchToFilter(JSON.parse(key) as Record<string, unknown>) : own), [inAddress, key, own])
  const change = useCallback(
    (next: LogFilter, { back = false }: { back?: boolean } = {}) => {
      if (!inAddress) return setOwn(compact(next))
      void navigate({ to: '.', search: filterToSearch(next), replace: !back })
    },
    [inAddress, navigate],
  )
  return [filter, change]
}
