import { useMemo } from 'react'
import type { Sample } from '../../../shared/domain/timeline.ts'
import { bounds, readingAt, series, within, type quantities } from '../../../shared/timeline/meter.ts'
import type { Range } from '../../../shared/timeline/range.ts'
import classes from './timeline.module.css'

type Track = (typeof quantities)[number]

interface MeterReadingsProps {
  samples: Sample[]
  connectorId: number
  tracks: Track[]
  view: { range: Range }
  readAt: number | null
}

/** Beside each track: its name, top and bottom, and the reading at the pointer or the cursor. */
export function MeterReadings({ tracks, ...props }: MeterReadingsProps) {
  return tracks.map((track) => <Reading key={track.key} track={track} {...props} />)
}

function Reading({ track, samples, connectorId, view, readAt }: Omit<MeterReadingsProps, 'tracks'> & { track: Track }) {
  const points = useMemo(() => series(samples, connectorId, track.key), [samples, connectorId, track])
  const [low, high] = bounds(within(points, view.range), track.fromZero)
  const value = readAt === null ? (points.at(-1)?.value ?? null) : readingAt(points, readAt)
  return (
    <div className={classes.track} data-testid={`reading-${track.key}`}>
      <span className={classes.trackName}>
        {track.label} <span>{connectorId}</span>
      </span>
      <strong>{value === null ? '–' : track.format(value)}</strong>
      <span className={classes.high}>{track.format(high)}</span>
      <span className={classes.low}>{track.format(low)}</span>
    </div>
  )
}
