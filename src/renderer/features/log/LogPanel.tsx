import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import type { Entry } from '../../../shared/domain/entry.ts'
import { Failed } from '../../ui/Waiting.tsx'
import { DetailSplit } from './detail/DetailSplit.tsx'
import { LogDetail } from './detail/LogDetail.tsx'
import { ScopeChips } from './filters/ScopeChips.tsx'
import { gridKeys } from './grid-keys.ts'
import { Histogram } from './histogram/Histogram.tsx'
import { LogDialogs } from './LogDialogs.tsx'
import { LogRows } from './LogRows.tsx'
import { LogEmpty, LogSkeleton, Looking, NewEntries } from './LogStates.tsx'
import { LogTop } from './LogTop.tsx'
import { DifferenceBar } from './marks/DifferenceBar.tsx'
import { copy } from './menu/copy.ts'
import classes from './log.module.css'
import { entryAsRow } from './model/entry-text.ts'
import { isFiltered } from './model/filter.ts'
import { countOf } from './model/window.ts'
import { useReading } from './useReading.ts'

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
export function LogPanel(props: LogPanelProps) {
  const { chargerId, onClearScope } = props
  const reading = useReading(props)
  const { showCharger, recording, filter, setFilter, showAll, scope, asked, shown, live, histogram, entry, select, close } = reading
  const { jump, jumpToTime, jumpWhenRead, dialogs, view, times, bookmarks, rows, text, find } = reading
  const { feed, state, switching } = shown
  const { order, pinned, fresh, pin, toLive } = live
  const { active } = entry
  const { ref: body, width, height } = useElementSize()
  const total = countOf(state.window)
  const layout = width >= (height < low ? besideFromWhenLow : besideFrom) ? 'beside' : 'below'
  return (
    <section className={classes.panel} aria-label="Log">
      <LogTop reading={reading} chargerId={chargerId} />
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
