import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { Entry } from '../../../shared/domain/entry.ts'
import { client } from '../../api/client.ts'
import { useRecordingScope } from '../../api/recording.ts'
import { tellProblem } from '../../ui/problem.ts'
import type { RowsHandle } from './LogRows.tsx'
import { entryAt, indexOfSeq } from './model/window.ts'
import type { ShownFeed } from './useFeed.ts'

interface Options {
  shown: ShownFeed
  rows: RefObject<RowsHandle | null>
  /** Called with the entry when it is known; `listed` tells whether the filter lets it through. */
  onArrive: (entry: Entry, listed: boolean) => void
  focusSeq: number | null
}

/**
 * Goes to an entry wherever it is in the log, and does so by itself when the page names one. `jumpWhenRead` goes there once
 * the log has been read under another filter.
 */
export function useEntryJump({ shown, rows, onArrive, focusSeq }: Options) {
  const { feed, state, switching } = shown
  const target = useRef<number | null>(null)
  const { recording } = useRecordingScope()
  const arrive = useRef(onArrive)
  useEffect(() => {
    arrive.current = onArrive
  })

  const jump = useCallback(
    (seq: number) => {
      const go = async () => {
        if (feed === null) return
        const { window } = feed.state()
        const entry = entryAt(window, indexOfSeq(window, seq)) ?? (await client.log.get({ seq, recording })).entry
        const listed = await feed.toSeq(seq)
        if (listed) target.current = seq
        arrive.current(entry, listed)
      }
      void go().catch((error: unknown) => tellProblem(error, 'The entry could not be opened'))
    },
    [feed, recording],
  )

  // After each drawing, for the rows may show the entry only when its page is on the screen.
  useEffect(() => {
    const seq = target.current
    if (seq === null || rows.current === null || indexOfSeq(state.window, seq) < 0) return
    target.current = null
    rows.current.show(seq)
  })

  const later = useRef<number | null>(null)
  const focused = useRef<number | null>(null)
  const ready = feed !== null && !switching && state.status === 'ready'
  useEffect(() => {
    if (!ready) return
    const seq = focusSeq === focused.current ? later.current : focusSeq
    focused.current = focusSeq
    later.current = null
    if (seq !== null) jump(seq)
  }, [ready, focusSeq, jump])

  const jumpWhenRead = useCallback((seq: number) => {
    later.current = seq
  }, [])
  return { jump, jumpWhenRead }
}
