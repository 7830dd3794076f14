import { Button } from '@mantine/core'
import { useElementSize, useLocalStorage } from '@mantine/hooks'
import { useMemo, useRef } from 'react'
import type { Entry } from '../../../shared/domain/entry.ts'
import { useRecordingScope } from '../../api/recording.ts'
import { Failed } from '../../ui/Waiting.tsx'
import { BookmarkList } from './bookmarks/BookmarkList.tsx'
import { useBookmarks } from './bookmarks/useBookmarks.ts'
import { useLogView } from './columns/useLogView.ts'
import { ViewMenu } from './columns/ViewMenu.tsx'
import { DetailSplit } from './detail/DetailSplit.tsx'
import { LogDetail } from './detail/LogDetail.tsx'
import { FilterBar } from './filters/FilterBar.tsx'
import { ScopeChips } from './filters/ScopeChips.tsx'
import { SearchBox } from './find/SearchBox.tsx'
import { useFind } from './find/useFind.ts'
import { FollowToggle } from './FollowToggle.tsx'
import { gridKeys } from './grid-keys.ts'
import { Histogram } from './histogram/Histogram.tsx'
import { LogDialogs, useLogDialogs } from './LogDialogs.tsx'
import { LogRows, type RowsHandle } from './LogRows.tsx'
import { LogEmpty, LogSkeleton, Looking, NewEntries } from './LogStates.tsx'
import { LogToolbar } from './LogToolbar.tsx'
import { DifferenceBar } from './marks/DifferenceBar.tsx'
import { useTimeMarks } from './marks/useTimeMarks.ts'
import { copy } from './menu/copy.ts'
import classes from './log.module.css'
import { entryAsRow } from './model/entry-text.ts'
import { effectiveFilter, isFiltered, type LogFilter } from './model/filter.ts'
import { isHit } from './model/hits.ts'
import { countOf } from './model/window.ts'
import { useEntryJump } from './useEntryJump.ts'
import { useFeed } from './useFeed.ts'
import { useLiveEdge } from './useLiveEdge.ts'
import { useLogFilter } from './useLogFilter.ts'
import { useLogKeys } from './useLogKeys.ts'
import { useLogText } from './useLogText.ts'
import { useShownEntry } from './useShownEntry.ts'

export interface LogPanelProps {
  /** The charger whose log it is; without one, all chargers, and the filter stands in the address. */
  chargerId?: string | undefined
  /** An entry to go to and open. */
  focusSeq?: number | null
  range?: { from: number; to: number } | null
  runId?: string | null
  sessionId?: number | null
  onClearScope?: () => void
  /** The technician has selected a row. */
  onFocus?: (entry: Entry) => void
}

/** From this width the entry's pane stands beside the rows; in a low panel already from a smaller one. */
const besideFrom = 1_240
const besideFromWhenLow = 760
const low = 440

/** The log: rows, filter, one entry in full, and the way to an export. */
export function LogPanel({ chargerId, focusSeq = null, range, runId, sessionId, onClearScope, onFocus }: LogPanelProps) {
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
  const { feed, state, switching } = shown

  const live = useLiveEdge(recording !== undefined ? 'recording' : showCharger ? 'all' : 'charger', shown)
  const { order, pinned, fresh, pin, toLive } = live
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
  const { ref: body, width, height } = useElementSize()

  const select = (selected: Entry, listed = true) => {
    entry.select(selected, listed)
    pin(false)
    onFocus?.(selected)
  }
  const { jump, jumpToTime, jumpWhenRead } = useEntryJump({
    shown,
    rows,
    focusSeq,
    onArrive: (arrived, listed, why) => {
      select(arrived, listed)
      // A link to the log means the entry; inside a page there may be little room, and the row is enough.
      if (why === 'asked') entry.setOpen(entry.open || showCharger)
    },
  })
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

  const total = countOf(state.window)
  const layout = width >= (height < low ? besideFromWhenLow : besideFrom) ? 'beside' : 'below'
  return (
    <section className={classes.panel} aria-label="Log">
      <FilterBar
        filter={filter}
        onChange={setFilter}
        chargerId={chargerId}
        search={
          <SearchBox
            ref={textField}
            mode={text.mode}
            text={text.text}
            find={find}
            onChange={text.change}
            onMode={text.turn}
            onLeave={() => rows.current?.focus()}
          />
        }
      >
        <LogToolbar
          total={state.known === 'least' ? state.window.entries.length : total}
          known={state.known}
          onExport={() => dialogs.setExporting(true)}
        >
          {recording === undefined && <FollowToggle order={order} live={pinned} onToggle={live.follow} />}
          <BookmarkList
            bookmarks={bookmarks}
            showCharger={showCharger}
            only={filter.bookmarked === true}
            onOnly={(only) => setFilter({ ...filter, bookmarked: only ? true : undefined })}
            onJump={jump}
          />
          <ViewMenu view={view} showCharger={showCharger} histogram={histogram} onHistogram={setHistogram} />
        </LogToolbar>
      </FilterBar>
      {histogram && (
        <Histogram
          filter={asked}
          live={recording === undefined}
          at={active?.at ?? null}
          chosen={filter}
          onRange={(chosen) => setFilter({ ...filter, from: chosen?.from, to: chosen?.to })}
          onGoTo={jumpToTime}
        />
      )}
      <ScopeChips filter={filter} scope={scope} onChange={setFilter} onClearScope={() => onClearScope?.()} />
      <DifferenceBar times={times} active={active} onJump={(seq) => jump(seq, 'found')} />
      {state.problem !== null && state.status === 'ready' && (
        <div role="alert" className={classes.problem}>
          A part of the log could not be read: {state.problem}
          <Button variant="subtle" size="compact-xs" onClick={() => void feed?.toNewest()}>
            Go to the newest
          </Button>
        </div>
      )}
      <div ref={body} className={classes.body} data-layout={layout}>
        <div className={classes.list} data-switching={switching || undefined}>
          {state.status === 'loading' && <LogSkeleton />}
          {switching && <Looking />}
          {state.status === 'failed' && <Failed what="the log" error={state.problem} retry={() => void feed?.start()} />}
          {state.status === 'ready' && feed !== null && (
            <LogRows
              ref={rows}
              feed={feed}
              state={state}
              order={order}
              pinned={pinned}
              held={order === 'newest-first' ? fresh : 0}
              onPinned={pin}
              active={active}
              onSelect={select}
              onOpen={(opened) => {
                select(opened)
                entry.setOpen(true)
              }}
              onJump={jump}
              onMenu={(asking, x, y) => dialogs.setMenu({ entry: asking, x, y })}
              onKeyDown={(event) =>
                gridKeys(event, rows.current, {
                  toggleOpen: () => active !== null && entry.setOpen(!entry.open),
                  copyRow: () => active !== null && copy(entryAsRow(active), 'the row'),
                })
              }
              onOrder={toLive}
              showCharger={showCharger}
              columns={view.columns}
              timeMode={view.timeMode}
              marks={times.marks}
              noteOn={bookmarks.noteOn}
              find={text.find === '' ? (filter.text ?? '') : text.find}
              hitMarks={find.hits === null ? null : { marks: find.hits.marks, of: find.total }}
            />
          )}
          {state.status === 'ready' && total === 0 && (
            <LogEmpty
              filtered={isFiltered({ ...asked, recording: undefined, charger: showCharger ? asked.charger : undefined })}
              onClear={showAll}
            />
          )}
          {fresh > 0 && <NewEntries count={fresh} order={order} onClick={() => toLive()} />}
        </div>
        {entry.open && active !== null && (
          <DetailSplit layout={layout} room={layout === 'beside' ? width : height}>
            <LogDetail
              entry={active}
              unlisted={entry.unlisted}
              showCharger={showCharger}
              note={bookmarks.noteOn(active.seq)}
              find={text.find === '' ? (filter.text ?? '') : text.find}
              onShowAll={() => {
                showAll()
                jumpWhenRead(active.seq)
              }}
              onJump={jump}
              onFollow={(thread) => setFilter(thread, { back: true })}
              onGoToTime={jumpToTime}
              onBookmark={() => dialogs.setNoting(active)}
              onClose={close}
            />
          </DetailSplit>
        )}
      </div>
      <LogDialogs
        dialogs={dialogs}
        recording={recording}
        chargerId={chargerId}
        bookmarks={bookmarks}
        times={times}
        filter={asked}
        count={total}
        onFollow={(thread) => setFilter(thread, { back: true })}
        onMenuClosed={() => rows.current?.focus()}
      />
    </section>
  )
}
