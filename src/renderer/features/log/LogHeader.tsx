import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useRecording } from '../../api/recording.ts'
import { zoneLabel } from '../../ui/format.ts'
import classes from './log.module.css'
import type { Order } from './model/scroll.ts'

interface LogHeaderProps {
  /** Time of the row at the top: its date stands in the header. */
  at: number | null
  showCharger: boolean
  order: Order
  onOrder: (order: Order) => void
}

/** The names of the columns; the date and zone of what is seen stand over the times. */
export function LogHeader({ at, showCharger, order, onOrder }: LogHeaderProps) {
  const merged = useRecording()?.merged
  const descending = order === 'newest-first'
  const zone = `${descending ? 'Newest first' : 'Oldest first'}. Times in ${zoneLabel(at ?? undefined)}`
  return (
    <div role="rowgroup" className={classes.headerGroup}>
      <div role="row" aria-rowindex={1} className={classes.header}>
        <span role="presentation" />
        <span role="columnheader" title={zone} aria-sort={descending ? 'descending' : 'ascending'}>
          <button
            type="button"
            tabIndex={-1}
            className={classes.sort}
            aria-label={descending ? 'Newest first' : 'Oldest first'}
            onClick={() => onOrder(descending ? 'oldest-first' : 'newest-first')}
          >
            {at === null ? 'Time' : formatDay(at)}
            {descending ? <IconChevronDown size={12} aria-hidden /> : <IconChevronUp size={12} aria-hidden />}
          </button>
        </span>
        {showCharger && <span role="columnheader">Charger</span>}
        <span role="columnheader" aria-label="Direction" />
        <span role="columnheader">Category</span>
        <span role="columnheader">Action</span>
        <span role="columnheader">
          {merged !== undefined && <span className={classes.origin}>Log</span>}
          What it says
        </span>
        <span role="columnheader" className={classes.latency} title="From the request to its answer">
          Latency
        </span>
        <span role="columnheader" aria-label="Marks" />
      </div>
    </div>
  )
}

/** The day in the technician's zone: `Sat 22 Nov 2025`. */
export function formatDay(ms: number): string {
  return dayFormat.format(ms).replaceAll(',', '')
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', year: 'numeric' })
