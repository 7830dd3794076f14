import { type CSSProperties, useEffect, useImperativeHandle, useMemo, useRef, type MouseEvent, type KeyboardEvent, type Ref } from 'react'
import type { Entry } from '../../../shared/domain/entry.ts'
import { formatTime, unknownText } from '../../ui/format.ts'
import { drawnColumns, gridColumns, type ColumnId } from './columns/columns.ts'
import { ScrollMarks } from './find/ScrollMarks.tsx'
import { formatDay, LogHeader } from './LogHeader.tsx'
import classes from './log.module.css'
import { LogRow, rowId } from './LogRow.tsx'
import type { FeedState, LogFeed } from './model/feed.ts'
import { formatDifference, type TimeMode } from './model/relative-time.ts'
import { rowHeight, rowOf, visibleRows, type Order } from './model/scroll.ts'
import { countOf, entryAt, indexOfSeq } from './model/window.ts'
import { useWidth } from './useBoxSize.ts'
import { useToldLater } from './useToldLater.ts'
import { useLogScroll } from './useLogScroll.ts'

/** What the panel can ask of the rows. */
export interface RowsHandle {
  focus: () => void
  /** Selects the row so many rows further down, or the first on the screen where none is selected. */
  step: (by: number) => void
  page: (by: 1 | -1) => void
  toEnd: (end: 'first' | 'last') => Promise<void>
  show: (seq: number) => void
  /** seq of the first row that is wholly seen; null where there is none. */
  topSeq: () => number | null
}

interface LogRowsProps {
  feed: LogFeed
  state: FeedState
  order: Order
  pinned: boolean
  /** Newest entries that are not shown yet, because somebody reads further down. */
  held: number
  onPinned: (pinned: boolean) => void
  active: Entry | null
  onSelect: (entry: Entry) => void
  onOpen: (entry: Entry) => void
  onJump: (seq: number) => void
  onMenu: (entry: Entry, x: number, y: number) => void
  onKeyDown: (event: KeyboardEvent) => void
  onOrder: (order: Order) => void
  showCharger: boolean
  columns: readonly ColumnId[]
  timeMode: TimeMode
  /** Rows that differences of time are measured between. */
  marks: readonly Entry[]
  noteOn: (seq: number) => string | null
  /** What is searched for. */
  find: string
  /** Where hits are in the log, and of how many entries that was told; null while nothing is searched for. */
  hitMarks: { marks: readonly number[]; of: number } | null
  ref: Ref<RowsHandle>
}

/** Below this width of the rows, px, latency is left out. */
const narrowBelow = 700
/** Rows drawn above and below what is seen, so that fast scrolling shows no gap. */
const overscan = 12

/** The log's rows: only those near the screen are in the page, however many there are. */
export function LogRows(props: LogRowsProps) {
  const { feed, state, order, pinned, held, onPinned, active, onSelect, onOpen, onJump, onMenu, onKeyDown, onOrder, ref } = props
  const { showCharger, columns: chosen, timeMode, marks, noteOn, find, hitMarks } = props
  const { window } = state
  const element = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const rows = Math.max(0, countOf(window) - held)
  const scroll = useLogScroll({ element, window, rows, order, pinned, onPinned })
  const { top, viewport, scale } = scroll
  const width = useWidth(grid)
  const columns = useMemo(() => drawnColumns(chosen, { showCharger, narrow: width < narrowBelow }), [chosen, showCharger, width])
  const latest = useRef(scroll)
  useEffect(() => {
    latest.current = scroll
  })
  const seen = visibleRows(top, viewport, rows, overscan)
  const entryOf = (row: number) => (row < 0 || row >= rows ? undefined : entryAt(window, rowOf(row, rows, order)))

  const ends = [rowOf(seen.from, rows, order), rowOf(Math.max(seen.from, seen.to - 1), rows, order)]
  const [oldestSeen, newestSeen] = [Math.min(...ends), Math.max(...ends)]
  useEffect(() => feed.show(oldestSeen, newestSeen), [feed, oldestSeen, newestSeen])

  const select = (row: number) => {
    const entry = entryOf(row)
    if (!entry) return
    scroll.showRow(row)
    onSelect(entry)
  }
  const rowOfSeq = (seq: number) => {
    const index = indexOfSeq(window, seq)
    return index < 0 ? -1 : rowOf(index, rows, order)
  }
  useImperativeHandle(ref, () => ({
    focus: () => grid.current?.focus({ preventScroll: true }),
    step: (by) => {
      const from = active === null ? -1 : rowOfSeq(active.seq)
      const firstSeen = order === 'oldest-first' && pinned ? rows - 1 : Math.ceil(top / rowHeight)
      select(from < 0 ? Math.min(rows - 1, firstSeen) : Math.max(0, Math.min(rows - 1, from + by)))
    },
    page: (by) => scroll.moveTo(top + by * Math.max(rowHeight, viewport - rowHeight)),
    toEnd: async (end) => {
      const newest = (end === 'last') === (order === 'oldest-first')
      await (newest ? feed.toNewest() : feed.toOldest())
      // What was read may have shown that the log is longer than was known: move when that has been drawn.
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const { moveTo, scale: known } = latest.current
      moveTo(end === 'first' ? 0 : known.most)
    },
    show: (seq) => {
      const row = rowOfSeq(seq)
      if (row * rowHeight >= top && (row + 1) * rowHeight <= top + viewport) return
      if (row >= 0) scroll.moveTo(row * rowHeight - viewport / 3)
    },
    topSeq: () => entryOf(Math.ceil(top / rowHeight))?.seq ?? null,
  }))

  const click = (event: MouseEvent) => {
    grid.current?.focus({ preventScroll: true })
    const target = event.target as HTMLElement
    const partner = target.closest<HTMLElement>('[data-partner]')?.dataset.partner
    if (partner !== undefined) return onJump(Number(partner))
    const seq = target.closest<HTMLElement>('[data-seq]')?.dataset.seq
    const entry = seq === undefined ? undefined : entryOf(rowOfSeq(Number(seq)))
    if (entry && !hasSelection()) onOpen(entry)
  }

  const menu = (event: MouseEvent) => {
    const seq = (event.target as HTMLElement).closest<HTMLElement>('[data-seq]')?.dataset.seq
    const entry = seq === undefined ? active : entryOf(rowOfSeq(Number(seq)))
    if (!entry || hasSelection()) return
    event.preventDefault()
    onSelect(entry)
    // The menu key asks from the grid: the menu opens at the row.
    const row = event.clientX > 0 && seq !== undefined ? null : document.querySelector(`#${rowId(entry.seq)}`)?.getBoundingClientRect()
    onMenu(entry, row ? row.left + 120 : event.clientX, row ? row.bottom : event.clientY)
  }

  const shown: { row: number; entry: Entry | undefined }[] = []
  for (let row = seen.from; row < seen.to; row += 1) shown.push({ row, entry: entryOf(row) })
  const partners = partnersOf(shown)
  const told = useToldLater(
    feed.filter,
    shown.flatMap(({ entry }) => entry ?? []),
  )
  const topEntry = entryOf(Math.floor(top / rowHeight))
  const dayBefore = (row: number) => {
    const neighbour = entryOf(row - 1)
    return neighbour === undefined ? null : formatDay(neighbour.at)
  }
  const timeOf = (entry: Entry, row: number): string => {
    if (timeMode === 'clock') return formatTime(entry.at)
    const since = timeMode === 'since-mark' ? marks[0] : entryOf(order === 'oldest-first' ? row - 1 : row + 1)
    return since === undefined ? unknownText : formatDifference(entry.at - since.at)
  }

  return (
    <div
      ref={grid}
      role="grid"
      aria-label="Log"
      aria-rowcount={rows + 1}
      aria-activedescendant={active === null ? undefined : rowId(active.seq)}
      tabIndex={0}
      className={classes.grid}
      data-times={timeMode}
      style={{ '--columns': gridColumns(columns) } as CSSProperties}
      onKeyDown={onKeyDown}
      onClick={click}
      onContextMenu={menu}
      data-testid="log-grid"
    >
      <LogHeader at={topEntry?.at ?? null} columns={columns} timeMode={timeMode} order={order} onOrder={onOrder} />
      <div ref={element} role="rowgroup" tabIndex={-1} className={classes.scroller} onScroll={scroll.onScroll}>
        <div role="presentation" className={classes.spacer} style={{ height: scale.spacer }}>
          <div role="presentation" className={classes.rows} style={{ top: top / scale.factor + seen.from * rowHeight - top }}>
            {shown.map(({ row, entry }) => {
              if (!entry) return <div key={`row-${row}`} role="row" aria-rowindex={row + 2} aria-busy className={classes.placeholder} />
              const before = dayBefore(row)
              const day = formatDay(entry.at)
              return (
                <LogRow
                  key={entry.seq}
                  entry={entry}
                  row={row}
                  active={active?.seq === entry.seq}
                  related={active !== null && (entry.answers === active.seq || active.answers === entry.seq)}
                  partner={entry.answers ?? partners.get(entry.seq) ?? null}
                  columns={columns}
                  time={timeOf(entry, row)}
                  marked={marks.some(({ seq }) => seq === entry.seq)}
                  note={noteOn(entry.seq)}
                  find={find}
                  toldSeq={told.get(entry.seq)?.seq ?? null}
                  toldText={told.get(entry.seq)?.text ?? null}
                  newDay={before !== null && before !== day ? day : null}
                />
              )
            })}
          </div>
        </div>
      </div>
      {hitMarks !== null && <ScrollMarks marks={hitMarks.marks} then={hitMarks.of} now={rows} order={order} height={viewport} />}
    </div>
  )
}

/** Answers among the drawn rows, by the call they answer. */
function partnersOf(shown: readonly { entry: Entry | undefined }[]): Map<number, number> {
  const partners = new Map<number, number>()
  for (const { entry } of shown) if (entry?.answers != null) partners.set(entry.answers, entry.seq)
  return partners
}

/** Somebody who marks text in a row does not want to open it. */
function hasSelection(): boolean {
  return (globalThis.getSelection()?.toString() ?? '') !== ''
}
