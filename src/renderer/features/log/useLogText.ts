import { useState, type RefObject } from 'react'
import type { SearchMode } from './find/SearchBox.tsx'
import type { LogFilter } from './model/filter.ts'

/**
 * The one text that is searched for, in one of two ways: found among the rows, or as a part of the filter. Turning from one to
 * the other keeps the text: what was found becomes all that is shown, and back.
 */
export function useLogText(filter: LogFilter, setFilter: (filter: LogFilter) => void, field: RefObject<HTMLInputElement | null>) {
  const [wanted, setWanted] = useState<SearchMode>('filter')
  const [text, setText] = useState('')
  // A filter by text came from elsewhere, such as a saved one.
  const mode = filter.text === undefined ? wanted : 'filter'
  const find = mode === 'find' ? text.trim() : ''

  const change = (next: string) => {
    if (mode === 'find') return setText(next)
    setWanted('filter')
    setFilter({ ...filter, text: next })
  }
  const turn = (next: SearchMode) => {
    setWanted(next)
    if (next === mode) return
    if (next === 'find') {
      setText(filter.text ?? '')
      if (filter.text !== undefined) setFilter({ ...filter, text: undefined })
    } else {
      setText('')
      if (find !== '') setFilter({ ...filter, text: find })
    }
  }
  const start = (next: SearchMode) => {
    turn(next)
    field.current?.focus()
    field.current?.select()
  }
  return { mode, text: mode === 'find' ? text : (filter.text ?? ''), find, change, turn, start }
}
