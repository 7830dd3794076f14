import { useEffect, useRef } from 'react'
import type { Session } from '../../../shared/domain/session.ts'
import { endOf } from '../../../shared/timeline/lanes.ts'
import type { TimelineSelection } from './TimelinePanel.tsx'
import type { ViewControl } from './useView.ts'

/**
 * What is picked elsewhere is brought into view: the moment of a row of the log, or a session with some air around it. What was
 * picked here is where it is, and nothing moves under the pointer.
 */
export function usePicks(
  view: ViewControl,
  cursorAt: number | null,
  session: Session | null,
  onSelect: (selection: TimelineSelection) => void,
): (picked: TimelineSelection) => void {
  const picked = useRef<TimelineSelection>({})
  const { reveal, moveTo } = view
  const latest = useRef({ session, edge: view.whole.to })
  useEffect(() => {
    latest.current = { session, edge: view.whole.to }
  })
  useEffect(() => {
    if (cursorAt !== null && cursorAt !== picked.current.at) reveal(cursorAt)
  }, [cursorAt, reveal])
  const id = session?.id ?? null
  useEffect(() => {
    const shown = latest.current.session
    if (shown === null || id === picked.current.session) return
    const from = shown.startedAt
    const to = endOf({ from, to: shown.endedAt }, latest.current.edge)
    const air = Math.max(30_000, (to - from) * 0.15)
    moveTo({ from: from - air, to: to + air })
  }, [id, moveTo])
  return (one) => {
    picked.current = one
    onSelect(one)
  }
}
