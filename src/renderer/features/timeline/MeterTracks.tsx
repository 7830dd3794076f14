import { useResizeObserver } from '@mantine/hooks'
import { memo, useDeferredValue, useMemo } from 'react'
import { Area, AreaChart, CartesianGrid, XAxis, YAxis } from 'recharts'
import type { CommandedLimit, Sample } from '../../../shared/domain/timeline.ts'
import { downsampled, series, within, type quantities } from '../../../shared/timeline/meter.ts'
import type { Range } from '../../../shared/timeline/range.ts'
import { trackBounds } from '../../../shared/timeline/limits.ts'
import { ticks } from '../../../shared/timeline/ticks.ts'
import { LimitLines } from './LimitLines.tsx'
import { limitsOf } from './limits.ts'
import classes from './timeline.module.css'

type Track = (typeof quantities)[number]

interface TracksProps {
  samples: Sample[]
  limits: CommandedLimit[]
  connectorId: number
  tracks: Track[]
  range: Range
  width: number
}

/** Points of a line that recharts draws within a frame. */
const most = 1_000
const flush = { top: 0, right: 0, bottom: 0, left: 0 }

/** Meter tracks under the lanes, exactly as wide, over the same time. */
export function MeterTracks({ tracks, ...props }: TracksProps) {
  return tracks.map((track) => <MeterTrack key={track.key} track={track} {...props} />)
}

const MeterTrack = memo(function MeterTrack({
  track,
  samples,
  limits,
  connectorId,
  range,
  width,
}: Omit<TracksProps, 'tracks'> & { track: Track }) {
  const [box, size] = useResizeObserver<HTMLDivElement>()
  const points = useMemo(() => series(samples, connectorId, track.key), [samples, connectorId, track])
  // Lanes pan at once; a chart that cannot keep up may come a frame later.
  const shown = useDeferredValue(range)
  const data = useMemo(() => downsampled(within(points, shown), most), [points, shown])
  const own = useMemo(() => limitsOf(limits, connectorId, track.key, shown), [limits, connectorId, track, shown])
  const [low, high] = trackBounds(data, track.fromZero, own)
  const height = Math.floor(size.height)
  return (
    <div ref={box} className={classes.track} data-testid={`track-${track.key}`}>
      {width > 0 && height > 0 && (
        <AreaChart data={data} width={width} height={height} margin={flush} accessibilityLayer={false} className={classes.chart}>
          <CartesianGrid
            verticalValues={ticks(shown, width).map((tick) => tick.at)}
            horizontalValues={[(low + high) / 2]}
            stroke="var(--timeline-grid)"
          />
          <XAxis dataKey="at" type="number" domain={[shown.from, shown.to]} allowDataOverflow hide />
          <YAxis type="number" domain={[low, high]} allowDataOverflow hide width={0} />
          <Area
            dataKey="value"
            // The last reading holds until the next one: what lies between them nobody has measured.
            type="stepAfter"
            stroke="var(--timeline-line)"
            strokeWidth={1.5}
            fill="var(--timeline-line)"
            fillOpacity={0.12}
            baseValue={low}
            dot={data.length <= 2 ? { r: 1.5 } : false}
            activeDot={false}
            connectNulls={false}
            isAnimationActive={false}
          />
        </AreaChart>
      )}
      {own.length > 0 && <LimitLines limits={own} range={shown} width={width} height={height} low={low} high={high} />}
    </div>
  )
})
