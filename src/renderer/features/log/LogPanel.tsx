import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { useElementSize, useLocalStorage } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp, IconFileExport } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import type { Entry } from '../../../shared/domain/entry.ts'
import { useRecordingScope } from '../../api/recording.ts'
import { formatCount } from '../../ui/format.ts'
import { useKeys } from '../../ui/keys.ts'
import { Failed } from '../../ui/Waiting.tsx'
import { ExportDialog } from '../export/ExportDialog.tsx'
import { DetailSplit } from './detail/DetailSplit.tsx'
import { LogDetail } from './detail/LogDetail.tsx'
import { FilterBar } from './filters/FilterBar.tsx'
import filterClasses from './filters/filters.module.css'
import { ScopeChips } from './filters/ScopeChips.tsx'
import { LogHelp } from './LogHelp.tsx'
import { LogRows, type RowsHandle } from './LogRows.tsx'
import { LogEmpty, LogSkeleton } from './LogStates.tsx'
import { FollowToggle } from './FollowToggle.tsx'
import classes from './log.module.css'
import { effectiveFilter, isFiltered } from './model/filter.ts'
import type { Order } from './model/scroll.ts'
import { countOf } from './model/window.ts'
import { gridKeys } from './grid-keys.ts'
import { useEntryJump } from './useEntryJump.ts'
import { useFeed } from './useFeed.ts'
import { useLogFilter } from './useLogFilter.ts'

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
  const [filter, setFilter] = useLogFilter(chargerId === undefined)
  const [from, to] = [range?.from, range?.to]
  const { recording } = useRecordingScope()
  const scope = useMemo(
    () => ({ chargerId, range: from === undefined || to === undefined ? null : { from, to }, runId, sessionId, recording }),
    [chargerId, from, to, runId, sessionId, recording],
  )
  const asked = useMemo(() => effectiveFilter(filter, scope), [filter, scope])
  const shown = useFeed(asked)
  const { feed, state, switching } = shown

  const [order, setOrder] = useLocalStorage<Order>({
    key: `chargebench-log-order-${recording !== undefined ? 'recording' : chargerId === undefined ? 'all' : 'charger'}`,
    defaultValue: chargerId === undefined && recording === undefined ? 'newest-first' : 'oldest-first',
    getInitialValueInEffect: false,
  })
  const [pinned, setPinned] = useState(true)
  const [unpinnedAt, setUnpinnedAt] = useState(0)
  const [active, setActive] = useState<Entry | null>(null)
  const [open, setOpen] = useState(false)
  const [unlisted, setUnlisted] = useState(false)
  const [feedBefore, setFeedBefore] = useState(feed)
  if (feed !== feedBefore) {
    setFeedBefore(feed)
    setPinned(true)
  }
  const [exporting, setExporting] = useState(false)
  const rows = useRef<RowsHandle>(null)
  const textField = useRef<HTMLInputElement>(null)
  const { ref: body, width, height } = useElementSize()

  const pin = (next: boolean) => {
    if (!next && pinned) setUnpinnedAt(feed?.state().arrived ?? 0)
    setPinned(next)
  }
  const toLive = (wanted = order) => {
    setOrder(wanted)
    setPinned(true)
    void feed?.toNewest()
  }
  const select = (entry: Entry) => {
    setActive(entry)
    setUnlisted(false)
    pin(false)
    onFocus?.(entry)
  }
  const { jump, jumpWhenRead } = useEntryJump({
    shown,
    rows,
    focusSeq,
    onArrive: (entry, listed) => {
      select(entry)
      setUnlisted(!listed)
      // A link to the log means the entry; inside a page there may be little room, and the row is enough.
      setOpen(open || chargerId === undefined)
    },
  })
  const showAll = () => {
    setFilter({})
    onClearScope?.()
  }
  const close = () => {
    setOpen(false)
    rows.current?.focus()
  }
  const follow = () => toLive(order === 'oldest-first' && pinned ? 'newest-first' : 'oldest-first')
  const step = (by: number) => {
    rows.current?.step(by)
    rows.current?.focus()
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    g: () => void rows.current?.toEnd('first'),
    G: () => void rows.current?.toEnd('last'),
    f: follow,
    e: () => setExporting(true),
    '/': () => textField.current?.focus(),
    ...(open ? { Escape: close } : {}),
  })

  const total = countOf(state.window)
  const fresh = pinned ? 0 : Math.max(0, state.arrived - unpinnedAt)
  const layout = width >= (height < low ? besideFromWhenLow : besideFrom) ? 'beside' : 'below'
  return (
    <section className={classes.panel} aria-label="Log">
      <FilterBar filter={filter} onChange={setFilter} chargerId={chargerId} textRef={textField} onLeaveText={() => rows.current?.focus()}>
        <span className={filterClasses.count} data-testid="log-count">
          {formatCount(total)} {total === 1 ? 'entry' : 'entries'}
        </span>
        {recording === undefined && <FollowToggle order={order} live={pinned} onToggle={follow} />}
        <Tooltip label="Export the log (e)">
          <ActionIcon variant="default" size={26} aria-label="Export" onClick={() => setExporting(true)}>
            <IconFileExport size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <LogHelp />
      </FilterBar>
      <ScopeChips filter={filter} scope={scope} onChange={setFilter} onClearScope={() => onClearScope?.()} />
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
              onOpen={(entry) => {
                select(entry)
                setOpen(true)
              }}
              onJump={jump}
              onKeyDown={(event) => gridKeys(event, rows.current, () => active !== null && setOpen(!open))}
              onOrder={toLive}
              showCharger={chargerId === undefined}
            />
          )}
          {state.status === 'ready' && total === 0 && (
            <LogEmpty
              filtered={isFiltered({ ...asked, recording: undefined, charger: chargerId === undefined ? asked.charger : undefined })}
              onClear={showAll}
            />
          )}
          {fresh > 0 && (
            <Button
              className={classes.newer}
              data-order={order}
              radius="xl"
              leftSection={order === 'oldest-first' ? <IconArrowDown size={14} aria-hidden /> : <IconArrowUp size={14} aria-hidden />}
              onClick={() => toLive()}
            >
              {formatCount(fresh)} new
            </Button>
          )}
        </div>
        {open && active !== null && (
          <DetailSplit layout={layout} room={layout === 'beside' ? width : height}>
            <LogDetail
              entry={active}
              unlisted={unlisted}
              onShowAll={() => {
                jumpWhenRead(active.seq)
                showAll()
              }}
              onJump={jump}
              onSession={(session) => setFilter({ ...filter, session })}
              onClose={close}
            />
          </DetailSplit>
        )}
      </div>
      <ExportDialog opened={exporting} onClose={() => setExporting(false)} filter={asked} count={total} chargerId={chargerId} />
    </section>
  )
}
