import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useRecording } from '../../api/recording.ts'
import { zoneLabel } from '../../ui/format.ts'
import { columnOf, type ColumnId } from './columns/columns.ts'
import classes from './log.module.css'
import { timeModeWord, type TimeMode } from './model/relative-time.ts'
import type { Order } from './model/scroll.ts'

interface LogHeaderProps {
  /** Time of the row at the top: its date stands in the header. */
  at: number | null
  columns: readonly ColumnId[]
  timeMode: TimeMode
  order: Order
  onOrder: (order: Order) => void
}

/** The names of the columns; the date and zone of what is seen stand over the times. */
export function LogHeader({ at, columns, timeMode, order, onOrder }: LogHeaderProps) {
  const descending = order === 'newest-first'
  const zone = `${descending ? 'Newest first' : 'Oldest first'}. Times in ${zoneLabel(at ?? undefined)}`
  const over = timeMode === 'clock' ? (at === null ? 'Time' : formatDay(at)) : timeMode === 'since-row' ? 'Since row' : 'Since mark'
  return (
    <div role="rowgroup" className={classes.headerGroup}>
      <div role="row" aria-rowindex={1} className={classes.header}>
        <span role="presentation" />
        {columns.map((id) =>
          id === 'time' ? (
            <span
              key={id}
              role="columnheader"
              title={timeMode === 'clock' ? zone : timeModeWord[timeMode]}
              aria-sort={descending ? 'descending' : 'ascending'}
            >
              <button
                type="button"
                tabIndex={-1}
                className={classes.sort}
                aria-label={descending ? 'Newest first' : 'Oldest first'}
                onClick={() => onOrder(descending ? 'oldest-first' : 'newest-first')}
              >
                {over}
                {descending ? <IconChevronDown size={12} aria-hidden /> : <IconChevronUp size={12} aria-hidden />}
              </button>
            </span>
          ) : (
            <ColumnName key={id} id={id} />
          ),
        )}
        <span role="columnheader" aria-label="Marks" />
      </div>
    </div>
  )
}

function ColumnName({ id }: { id: ColumnId }) {
  const { label, short, hint, bare } = columnOf[id]
  const merged = useRecording()?.merged
  return (
    <span
      role="columnheader"
      aria-label={bare ? label : undefined}
      title={hint ?? label}
      className={id === 'latency' ? classes.latency : classes.columnName}
    >
      {id === 'summary' && merged !== undefined && <span className={classes.origin}>Log</span>}
      {bare ? null : (short ?? label)}
    </span>
  )
}

/** The day in the technician's zone: `Sat 22 Nov 2025`. */
export function formatDay(ms: number): string {
  return dayFormat.format(ms).replaceAll(',', '')
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', year: 'numeric' })
