import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Entry } from '../../../shared/domain/entry.ts'
import type { Selection } from '../../router.tsx'

/**
 * What is looked at, kept in the address so that it can be linked to: an entry, a stretch of time, a run, a session.
 * Selecting on the timeline filters the log; the log's current row moves the time cursor.
 */
export function useSelection() {
  const selection: Selection = useSearch({ strict: false })
  const navigate = useNavigate()
  const [cursorAt, setCursorAt] = useState<number | null>(null)

  const select = (picked: { seq?: number; session?: number; at?: number; from?: number; to?: number }) => {
    if (picked.at !== undefined) setCursorAt(picked.at)
    const { seq, session, from, to } = picked
    if (session !== undefined) return void navigate({ to: '.', search: { session, seq }, replace: true })
    const hasRange = from !== undefined && to !== undefined
    // Nothing picked takes the range away; an entry picked leaves it.
    void navigate({ to: '.', search: hasRange || seq === undefined ? { seq, from, to } : (last) => ({ ...last, seq }), replace: true })
  }
  return {
    selection,
    range: selection.from !== undefined && selection.to !== undefined ? { from: selection.from, to: selection.to } : null,
    cursorAt,
    select,
    clear: () => void navigate({ to: '.', search: {}, replace: true }),
    focus: (entry: Entry) => setCursorAt(entry.at),
  }
}
