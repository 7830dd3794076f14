import { IconBookmarkFilled, IconClockPause, IconClockPlay, IconLink } from '@tabler/icons-react'
import { memo } from 'react'
import type { Entry } from '../../../shared/domain/entry.ts'
import { categoryStyle } from '../../../shared/ocpp/category.ts'
import { Cell } from './columns/Cell.tsx'
import type { ColumnId } from './columns/columns.ts'
import classes from './log.module.css'
import { isLate, lateWords } from './model/late.ts'
import { visibleLine } from './model/visible-text.ts'
import { SeverityMark } from './SeverityMark.tsx'

export interface LogRowProps {
  entry: Entry
  /** Row number on the screen, from 0. */
  row: number
  active: boolean
  /** Whether it is the request or answer of the active row. */
  related: boolean
  /** seq of its request or answer where it is near. */
  partner: number | null
  columns: readonly ColumnId[]
  /** What stands in the column of times. */
  time: string
  /** Whether differences are counted from or to it. */
  marked: boolean
  /** What somebody noted on it, perhaps nothing but that it is worth finding again; null where nobody did. */
  note: string | null
  /** The date, on the first row of another day. */
  newDay: string | null
  /** What is searched for. */
  find: string
  /** What happened between this row and the next newer one and was told later; seq of the first, null where there is none. */
  toldSeq: number | null
  toldText: string | null
}

/** One entry on one line. Clicks are taken by the grid, by `data-seq` and `data-partner`. */
export const LogRow = memo(function LogRow(props: LogRowProps) {
  const { entry, row, active, related, partner, columns, time, marked, note, newDay, find, toldSeq, toldText } = props
  return (
    // Rows are reached with the grid's own keys (aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      id={rowId(entry.seq)}
      role="row"
      aria-rowindex={row + 2}
      aria-selected={active}
      className={classes.row}
      data-seq={entry.seq}
      data-category={entry.category}
      data-kind={entry.kind}
      data-active={active || undefined}
      data-related={related || undefined}
      data-marked={marked || undefined}
      data-new-day={newDay === null ? undefined : true}
    >
      <span className={classes.bar} style={{ background: categoryStyle[entry.category].colour }} />
      {columns.map((column) => (
        <Cell key={column} column={column} entry={entry} time={time} newDay={newDay} find={find} />
      ))}
      <span role="gridcell" className={classes.marks}>
        {toldSeq !== null && (
          <button type="button" tabIndex={-1} className={classes.told} data-partner={toldSeq} title={`Happened here: ${toldText}`}>
            <IconClockPlay size={13} aria-hidden />
            <span>{toldText}</span>
          </button>
        )}
        {note !== null && (
          <span role="img" className={classes.bookmark} aria-label="Bookmark" title={note === '' ? 'Bookmark' : visibleLine(note)}>
            <IconBookmarkFilled size={13} aria-hidden />
          </span>
        )}
        {isLate(entry) && (
          <span role="img" className={classes.late} aria-label="Arrived late" title={lateWords(entry)}>
            <IconClockPause size={14} aria-hidden />
          </span>
        )}
        <SeverityMark severity={entry.severity} why={entry.deviations[0]?.text} />
        {partner !== null && (
          <button
            type="button"
            tabIndex={-1}
            className={classes.partner}
            data-partner={partner}
            aria-label={entry.messageType === 'call' ? 'Go to its answer' : 'Go to its request'}
            title={entry.messageType === 'call' ? 'Go to its answer' : 'Go to its request'}
          >
            <IconLink size={13} aria-hidden />
          </button>
        )}
      </span>
    </div>
  )
})

export function rowId(seq: number): string {
  return `log-row-${seq}`
}
