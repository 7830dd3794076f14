import { zoneLabel } from '../../ui/format.ts'
import classes from './log.module.css'
import type { Order } from './model/scroll.ts'

interface LogHeaderProps {
  /** Time of the row at the top: its date stands in the header. */
  at: number | null
  showCharger: boolean
  order: Order
}

/** The names of the columns; the date and zone of what is seen stand over the times. */
export function LogHeader({ at, showCharger, order }: LogHeaderProps) {
  const zone = `Times in ${zoneLabel(at ?? undefined)}`
  return (
    <div role="rowgroup" className={classes.headerGroup}>
      <div role="row" aria-rowindex={1} className={classes.header}>
        <span role="presentation" />
        <span role="columnheader" title={zone} aria-sort={order === 'oldest-first' ? 'ascending' : 'descending'}>
          {at === null ? 'Time' : formatDay(at)}
        </span>
        {showCharger && <span role="columnheader">Charger</span>}
        <span role="columnheader" aria-label="Direction" />
        <span role="columnheader">Category</span>
        <span role="columnheader">Action</span>
        <span role="columnheader">What it says</span>
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
