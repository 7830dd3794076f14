import { useLocalStorage } from '@mantine/hooks'
import { useMemo, useRef } from 'react'
import type { Entry } from '../../../shared/domain/entry.ts'
import { useRecordingScope } from '../../api/recording.ts'
import { useBookmarks } from './bookmarks/useBookmarks.ts'
import { useLogView } from './columns/useLogView.ts'
import { useFind } from './find/useFind.ts'
import { useLogDialogs } from './LogDialogs.tsx'
import type { LogPanelProps } from './LogPanel.tsx'
import type { RowsHandle } from './LogRows.tsx'
import { useTimeMarks } from './marks/useTimeMarks.ts'
import { effectiveFilter, type LogFilter } from './model/filter.ts'
import { isHit } from './model/hits.ts'
import { useEntryJump } from './useEntryJump.ts'
import { useFeed } from './useFeed.ts'
import { useLiveEdge } from './useLiveEdge.ts'
import { useLogFilter } from './useLogFilter.ts'
import { useLogKeys } from './useLogKeys.ts'
import { useLogText } from './useLogText.ts'
import { useShownEntry } from './useShownEntry.ts'

/** What somebody who reads a log has before them and does with it: what is shown, where they are in it, and every way to another place. */
export function useReading({ chargerId, focusSeq = null, range, runId, sessionId, onClearScope, onFocus }: LogPanelProps) {
  const showCharger = chargerId === undefined
  const [filter, putFilter] = useLogFilter(showCharger)
  const [from, to] = [range?.from, range?.to]
  const { recording } = useRecordingScope()
  const scope = useMemo(
    () => ({ chargerId, range: from === undefined || to === undefined ? null : { from, to }, runId, sessionId, recording }),
    [chargerId, from, to, runId, sessionId, recording],
  )
  const asked = useMemo(() => effectiveFilter(filter, scope), [filter, scope])
  const shown = useFeed(asked)
  const { feed } = shown

  const live = useLiveEdge(recording !== undefined ? 'recording' : showCharger ? 'all' : 'charger', shown)
  const { order, pinned, pin } = live
  const [histogram, setHistogram] = useLocalStorage({
    key: `chargebench-log-chart-${showCharger ? 'all' : 'charger'}`,
    // A charger's page has its timeline above.
    defaultValue: showCharger,
    getInitialValueInEffect: false,
  })
  const entry = useShownEntry()
  const { active } = entry
  const dialogs = useLogDialogs()
  const view = useLogView()
  const times = useTimeMarks()
  const bookmarks = useBookmarks(chargerId)
  const rows = useRef<RowsHandle>(null)
  const textField = useRef<HTMLInputElement>(null)

  const select = (selected: Entry, listed = true) => {
    entry.select(selected, listed)
    pin(false)
    onFocus?.(selected)
  }
  const { jump, jumpToTime, jumpWhenRead, stay } = useEntryJump({
    shown,
    rows,
    focusSeq,
    onArrive: (arrived, listed, why) => {
      select(arrived, listed)
      // A link to the log means the entry; inside a page there may be little room, and the row is enough.
      if (why === 'asked') entry.setOpen(entry.open || showCharger)
    },
  })
  const choose = (chosen: Entry) => {
    stay()
    select(chosen)
  }
  /** Whoever reads an entry keeps it in sight while the filter changes around it. */
  const setFilter = (next: LogFilter, options?: { back?: boolean }) => {
    if (active !== null && !pinned) jumpWhenRead(active.seq, 'kept')
    putFilter(next, options)
  }
  const showAll = () => {
    setFilter({})
    onClearScope?.()
  }
  const text = useLogText(filter, setFilter, textField)
  const find = useFind({
    find: text.find,
    filter: asked,
    feed,
    order,
    // From the first row in sight where none is selected, and that row itself is one of those looked at.
    fromSeq: (newer) => {
      if (active !== null) return active.seq
      const top = pinned ? null : (rows.current?.topSeq() ?? null)
      return top === null ? null : newer ? top - 1 : top + 1
    },
    first: () => {
      if (active !== null && isHit(active, text.find)) return { stay: active.seq }
      return { go: active === null && pinned && order === 'oldest-first' ? -1 : 1 }
    },
    onArrive: (seq) => jump(seq, 'found'),
  })
  const close = () => {
    entry.setOpen(false)
    rows.current?.focus()
  }
  useLogKeys({
    rows,
    active,
    open: entry.open,
    filter,
    view,
    text,
    find,
    onFilter: setFilter,
    onClose: close,
    onFollow: live.follow,
    onExport: () => dialogs.setExporting(true),
    onHistogram: () => setHistogram(!histogram),
    onNote: dialogs.setNoting,
    onMark: times.toggle,
  })
  return {
    showCharger,
    recording,
    filter,
    setFilter,
    showAll,
    scope,
    asked,
    shown,
    live,
    histogram,
    setHistogram,
    entry,
    select: choose,
    close,
    jump,
    jumpToTime,
    jumpWhenRead,
    dialogs,
    view,
    times,
    bookmarks,
    rows,
    text,
    textField,
    find,
  }
}

export type Reading = ReturnType<typeof useReading>
