import { useMemo } from 'react'
import type { CommandedLimit, Sample } from '../../../shared/domain/timeline.ts'
import { readingAt, series, within, type quantities } from '../../../shared/timeline/meter.ts'
import type { Range } from '../../../shared/timeline/range.ts'
import { trackBounds } from '../../../shared/timeline/limits.ts'
import { limitAt, limitsOf, limitWords } from './limits.ts'
import classes from './timeline.module.css'

type Track = (typeof quantities)[number]

interface MeterReadingsProps {
  samples: Sample[]
  limits: CommandedLimit[]
  connectorId: number
  tracks: Track[]
  view: { range: Range; whole: Range }
  readAt: number | null
}

/** Beside each track: its name, top and bottom, and the reading at the pointer or the cursor. */
export function MeterReadings({ tracks, ...props }: MeterReadingsProps) {
  return tracks.map((track) => <Reading key={track.key} track={track} {...props} />)
}

function Reading({ track, samples, limits, connectorId, view, readAt }: Omit<MeterReadingsProps, 'tracks'> & { track: Track }) {
  const points = useMemo(() => series(samples, connectorId, track.key), [samples, connectorId, track])
  const own = limitsOf(limits, connectorId, track.key, view.range)
  const [low, high] = trackBounds(within(points, view.range), track.fromZero, own)
  const value = readAt === null ? (points.at(-1)?.value ?? null) : readingAt(points, readAt)
  const limit = limitAt(own, readAt ?? view.whole.to)
  return (
    <div className={classes.track} data-testid={`reading-${track.key}`}>
      <span className={classes.trackName}>
        {track.label} <span>{connectorId}</span>
      </span>
      <strong>{value === null ? '–' : track.format(value)}</strong>
      {limit && (
        <span className={classes.limit} title={limitWords(limit, track.format)}>
          limit {track.format(limit.value)}
        </span>
      )}
      <span className={classes.high}>{track.format(high)}</span>
      <span className={classes.low}>{track.format(low)}</span>
    </div>
  )
}
