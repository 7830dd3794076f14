import { useEffect, useRef } from 'react'
import type { Lane } from '../../../shared/timeline/lanes.ts'
import { zoneLabel } from '../../ui/format.ts'
import { MeterReadings } from './MeterReadings.tsx'
import type { PlotProps } from './Plot.tsx'
import { axisHeight, gutterWidth, heightOf, type Row } from '../../../shared/timeline/rows.ts'
import { dayLabel } from '../../../shared/timeline/ticks.ts'
import classes from './timeline.module.css'
import { laneName } from './words.ts'

interface GutterProps extends PlotProps {
  rows: Row[]
  /** The lane that must be seen where there are more than have room. */
  seenLane: Lane
  /** The moment that meter values are read out for. */
  readAt: number | null
}

/** The names beside axis, lanes and tracks; a lane's name picks it for the sums and the meter. */
export function Gutter({ rows, seenLane, readAt, lane, onLane, ...props }: GutterProps) {
  const { range } = props.view
  const names = useRef<HTMLDivElement>(null)
  const seenKey = seenLane.key
  useEffect(() => {
    names.current?.querySelector(`[data-lane="${CSS.escape(seenKey)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [seenKey])
  return (
    <div className={classes.gutter} style={{ width: gutterWidth }}>
      <div ref={names} className={classes.lanes} style={{ height: heightOf(rows) }}>
        <div className={classes.zone} style={{ height: axisHeight }} title={`Times are of ${zoneLabel(range.from)}`}>
          {dayLabel(range.from)}
        </div>
        {rows.map((row) => (
          <button
            key={row.lane.key}
            data-lane={row.lane.key}
            type="button"
            className={classes.laneName}
            style={{ top: row.barTop - 3, height: row.barHeight + 6 }}
            aria-pressed={row.lane.key === lane.key}
            title={`Sum up ${laneName(row.lane).toLowerCase()} below, and show its meter`}
            aria-label={laneName(row.lane)}
            data-kind={row.lane.kind}
            onClick={() => onLane(row.lane.key)}
          >
            {row.lane.label}
          </button>
        ))}
      </div>
      <MeterReadings {...props} readAt={readAt} />
    </div>
  )
}
