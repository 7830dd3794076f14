import { ActionIcon, Tooltip } from '@mantine/core'
import { useResizeObserver } from '@mantine/hooks'
import { IconZoomOut, IconZoomReset } from '@tabler/icons-react'
import { useLayoutEffect, useRef } from 'react'
import { categoryStyle } from '../../../../shared/ocpp/category.ts'
import type { LogHistogram } from '../../../../shared/domain/log-search.ts'
import { xOf, type Range } from '../../../../shared/timeline/range.ts'
import { ticks } from '../../../../shared/timeline/ticks.ts'
import { useScheme } from '../../../ui/state.tsx'
import { problemText } from '../../../ui/problem.ts'
import { bucketCount, bucketRange, bucketsFor, bucketsRange, bucketWords, widened } from '../model/buckets.ts'
import type { LogFilter } from '../model/filter.ts'
import { rangeText } from '../words.ts'
import { drawBars } from './draw.ts'
import classes from './histogram.module.css'
import { useBrush } from './useBrush.ts'
import { useHistogram } from './useHistogram.ts'

interface HistogramProps {
  /** What the log shows. */
  filter: LogFilter
  /** Whether entries come in. */
  live: boolean
  /** When the selected entry was, to be marked; null where none is selected. */
  at: number | null
  /** The time that the log is narrowed down to by its own filter. */
  chosen: Pick<LogFilter, 'from' | 'to'>
  onRange: (range: Range | null) => void
  /** Goes to the first entry from a moment on. */
  onGoTo: (at: number) => void
}

const height = 40

/** How much was said when, in the log's colours. Dragging narrows the log down to a stretch of time; a click goes there. */
export function Histogram({ filter, live, at, chosen, onRange, onGoTo }: HistogramProps) {
  const [box, size] = useResizeObserver<HTMLDivElement>()
  const canvas = useRef<HTMLCanvasElement>(null)
  const scheme = useScheme()
  const width = Math.floor(size.width)
  const { data, error, isPlaceholderData } = useHistogram(filter, bucketsFor(width), live)
  const histogram = data ?? null
  const brush = useBrush({ histogram, width, onRange, onGoTo })
  const { from, to } = chosen
  const zoomedIn = from !== undefined || to !== undefined

  useLayoutEffect(() => {
    if (canvas.current === null || width <= 0) return
    if (histogram === null) canvas.current.width = 0
    else drawBars(canvas.current, histogram, { width, height, ratio: window.devicePixelRatio }, scheme)
  }, [histogram, width, scheme])

  return (
    <div className={classes.panel} data-waiting={isPlaceholderData || undefined}>
      {/* A slider over moments: arrow keys move, Shift widens, Enter narrows the log down. */}
      <div
        ref={box}
        className={classes.chart}
        role="slider"
        tabIndex={0}
        aria-label="Entries over time. Arrow keys move, with Shift they select, Enter shows only what is selected, Space goes there."
        aria-valuemin={0}
        aria-valuemax={histogram === null ? 0 : bucketCount(histogram) - 1}
        aria-valuenow={brush.cursor ?? 0}
        aria-valuetext={
          histogram === null ? 'nothing' : wordsOf(histogram, brush.selection ?? { one: brush.cursor ?? 0, other: brush.cursor ?? 0 })
        }
        data-testid="log-histogram"
        {...brush.handlers}
      >
        <canvas ref={canvas} style={{ width, height }} />
        {histogram !== null && (
          <>
            <Axis histogram={histogram} width={width} />
            {at !== null && at >= histogram.from && at < histogram.to && (
              <div className={classes.now} style={{ left: xOf(at, histogram, width) }} />
            )}
            {brush.selection !== null && <Stretch histogram={histogram} width={width} {...brush.selection} />}
            {brush.cursor !== null && <Tip histogram={histogram} width={width} cursor={brush.cursor} selection={brush.selection} />}
          </>
        )}
        {data === null && <span className={classes.nothing}>Nothing to draw over time</span>}
        {error !== null && <span className={classes.problem}>No chart: {problemText(error)}</span>}
      </div>
      {zoomedIn && (
        <div className={classes.zoom}>
          <Tooltip label="A longer time around it">
            <ActionIcon
              size={20}
              aria-label="A longer time"
              disabled={histogram === null}
              onClick={() => histogram && onRange(widened({ from: from ?? histogram.from, to: to ?? histogram.to }, null))}
            >
              <IconZoomOut size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="All times">
            <ActionIcon size={20} aria-label="All times" onClick={() => onRange(null)}>
              <IconZoomReset size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
      )}
    </div>
  )
}

function Axis({ histogram, width }: { histogram: LogHistogram; width: number }) {
  return (
    <div className={classes.axis} aria-hidden>
      {ticks(histogram, width).map(({ at, label, day }) => (
        <span key={at} data-day={day || undefined} style={{ left: xOf(at, histogram, width) }}>
          {label}
        </span>
      ))}
    </div>
  )
}

interface StretchProps {
  histogram: LogHistogram
  width: number
  one: number
  other: number
}

function Stretch({ histogram, width, one, other }: StretchProps) {
  const { from, to } = bucketsRange(histogram, one, other)
  const left = xOf(from, histogram, width)
  return <div className={classes.stretch} style={{ left, width: Math.max(1, xOf(to, histogram, width) - left), height }} />
}

interface TipProps {
  histogram: LogHistogram
  width: number
  cursor: number
  selection: { one: number; other: number } | null
}

/** What stands at the place that is pointed at. */
function Tip({ histogram, width, cursor, selection }: TipProps) {
  const { from, to } = bucketRange(histogram, cursor)
  const left = xOf((from + to) / 2, histogram, width)
  return (
    <div className={classes.tip} data-side={left > width / 2 ? 'left' : 'right'} style={{ left }}>
      {wordsOf(histogram, selection ?? { one: cursor, other: cursor })}
    </div>
  )
}

function wordsOf(histogram: LogHistogram, { one, other }: { one: number; other: number }): string {
  const range = rangeText(bucketsRange(histogram, one, other))
  return one === other ? `${range}: ${bucketWords(histogram, one, (category) => categoryStyle[category].label)}` : range
}
