import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { Entry } from '../../../shared/domain/entry.ts'
import { client } from '../../api/client.ts'
import { useRecordingScope } from '../../api/recording.ts'
import { tellProblem } from '../../ui/problem.ts'
import type { RowsHandle } from './LogRows.tsx'
import { entryAt, indexOfSeq, nearestSeq } from './model/window.ts'
import type { ShownFeed } from './useFeed.ts'

/** Why the log goes to an entry: somebody asked for it, or the filter has changed around it. */
export type Arrival = 'asked' | 'found' | 'kept'

interface Options {
  shown: ShownFeed
  rows: RefObject<RowsHandle | null>
  /** Called with the entry when it is known; `listed` tells whether the filter lets it through. */
  onArrive: (entry: Entry, listed: boolean, why: Arrival) => void
  focusSeq: number | null
}

/**
 * Goes to an entry wherever it is in the log, and does so by itself when the page names one. `jumpWhenRead` goes there once
 * the log has been read under another filter.
 */
export function useEntryJump({ shown, rows, onArrive, focusSeq }: Options) {
  const { feed, state, switching } = shown
  const target = useRef<number | null>(null)
  const later = useRef<{ seq: number; why: Arrival } | null>(null)
  /** Counts what was asked for: only the last of it arrives. */
  const turn = useRef(0)
  const { recording } = useRecordingScope()
  const arrive = useRef(onArrive)
  useEffect(() => {
    arrive.current = onArrive
  })

  const jump = useCallback(
    (seq: number, why: Arrival = 'asked') => {
      const mine = ++turn.current
      const go = async () => {
        if (feed === null) return
        const { window } = feed.state()
        const entry = entryAt(window, indexOfSeq(window, seq)) ?? (await client.log.get({ seq, recording })).entry
        const listed = await feed.toSeq(seq)
        if (mine !== turn.current) return
        // Where the filter hides it, what is next to it is shown.
        target.current = listed ? seq : nearestSeq(feed.state().window, seq)
        arrive.current(entry, listed, why)
      }
      void go().catch((error: unknown) => tellProblem(error, 'The entry could not be opened'))
    },
    [feed, recording],
  )

  /** Goes to the first entry from a moment on. */
  const jumpToTime = useCallback(
    (at: number) => {
      const go = async () => {
        if (feed === null) return
        const { entries } = await client.log.list({ ...feed.filter, from: Math.max(at, feed.filter.from ?? at), after: 0, limit: 1 })
        if (entries[0] !== undefined) jump(entries[0].seq, 'found')
      }
      void go().catch((error: unknown) => tellProblem(error, 'That moment could not be found'))
    },
    [feed, jump],
  )

  // After each drawing, for the rows may show the entry only when its page is on the screen.
  useEffect(() => {
    const seq = target.current
    if (seq === null || rows.current === null || indexOfSeq(state.window, seq) < 0) return
    target.current = null
    rows.current.show(seq)
  })

  const focused = useRef<number | null>(null)
  const ready = feed !== null && !switching && state.status === 'ready'
  useEffect(() => {
    if (!ready) return
    const next = focusSeq === focused.current || focusSeq === null ? later.current : { seq: focusSeq, why: 'asked' as const }
    focused.current = focusSeq
    later.current = null
    if (next !== null) jump(next.seq, next.why)
  }, [ready, focusSeq, jump])

  const jumpWhenRead = useCallback((seq: number, why: Arrival = 'asked') => {
    later.current = { seq, why }
  }, [])
  /** Somebody has chosen an entry meanwhile: whatever was on its way does not take it from them. */
  const stay = useCallback(() => {
    turn.current++
    later.current = null
    target.current = null
  }, [])
  return { jump, jumpToTime, jumpWhenRead, stay }
}
