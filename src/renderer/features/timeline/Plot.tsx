import { useMergedRef, useResizeObserver } from '@mantine/hooks'
import { useId, useMemo, useRef } from 'react'
import type { Session } from '../../../shared/domain/session.ts'
import type { CommandedLimit, Heartbeat, Mark, Sample, Segment } from '../../../shared/domain/timeline.ts'
import { useKeys } from '../../ui/keys.ts'
import { AxisCanvas } from './AxisCanvas.tsx'
import { Gutter } from './Gutter.tsx'
import type { Scene } from '../../../shared/timeline/scene.ts'
import { targetAt } from './hit.ts'
import { LaneCanvas } from './LaneCanvas.tsx'
import { endOf, type Lane } from '../../../shared/timeline/lanes.ts'
import { MeterTracks } from './MeterTracks.tsx'
import type { quantities } from '../../../shared/timeline/meter.ts'
import { Overlay } from './Overlay.tsx'
import { timeAt, type Range } from '../../../shared/timeline/range.ts'
import { rowsOf } from '../../../shared/timeline/rows.ts'
import { entryOf, type Target } from './target.ts'
import classes from './timeline.module.css'
import { TimelineTooltip } from './TimelineTooltip.tsx'
import type { TimelineSelection } from './TimelinePanel.tsx'
import { keyWords, usePlotKeys } from './usePlotKeys.ts'
import { usePlotPointer } from './usePlotPointer.ts'
import type { ViewControl } from './useView.ts'
import { laneName, segmentWords, spoken } from './words.ts'

export interface PlotProps {
  lanes: Lane[]
  lane: Lane
  onLane: (key: string) => void
  marks: Mark[]
  heartbeats: Heartbeat[]
  sessions: Session[]
  sessionId: number | null
  view: ViewControl
  samples: Sample[]
  limits: CommandedLimit[]
  connectorId: number
  tracks: (typeof quantities)[number][]
  selection: Range | null
  cursorAt: number | null
  onEntry: (selection: TimelineSelection) => void
  onRange: (range: Range | null, done?: boolean) => void
}

/** Names on the left; on the right lanes and meter tracks over one time axis, with all that mouse and keyboard can do. */
export function Plot(props: PlotProps) {
  const { lanes, marks, heartbeats, sessions, sessionId, view, selection, onEntry, onRange } = props
  const { range, whole } = view
  const plot = useRef<HTMLDivElement>(null)
  const [observe, size] = useResizeObserver<HTMLDivElement>()
  const plotRef = useMergedRef(plot, observe)
  const description = useId()
  const width = Math.floor(size.width)
  const edge = whole.to
  const rows = useMemo(() => rowsOf(lanes, marks, sessions, heartbeats), [lanes, marks, sessions, heartbeats])
  const { from, to } = range
  const scene = useMemo((): Scene => ({ rows, range: { from, to }, width, edge, sessionId }), [rows, from, to, width, edge, sessionId])

  const pointer = usePlotPointer(plot, width, view, {
    onClick: ({ x, y }, selects) => {
      const target = targetAt(x, y, scene)
      if (target) props.onLane(target.lane.key)
      if (target?.kind === 'segment' && selects) onRange({ from: target.segment.from, to: endOf(target.segment, edge) })
      else if (target?.kind === 'segment' && target.segment.merged) view.moveTo(aroundSegment(target.segment, edge))
      else onEntry(pickedBy(target) ?? { at: Math.round(timeAt(x, range, width)) })
    },
    onSelect: onRange,
  })
  const keys = usePlotKeys(lanes, edge, view, {
    onEnter: (segment) => (segment.merged ? view.moveTo(aroundSegment(segment, edge)) : onEntry({ seq: segment.seq, at: segment.from })),
    onSelect: (segment) => onRange({ from: segment.from, to: endOf(segment, edge) }),
    onClear: () => {
      if (selection) onRange(null)
      return selection !== null
    },
  })
  useKeys({ t: () => plot.current?.focus() })

  const { hover } = pointer
  const target = hover && targetAt(hover.x, hover.y, scene)
  const hoverAt = hover ? timeAt(hover.x, range, width) : null
  const said = keys.roved && keys.lane ? spoken(laneName(keys.lane), segmentWords(keys.roved, edge)) : ''
  return (
    <div className={classes.body}>
      <Gutter {...props} rows={rows} seenLane={keys.lane ?? props.lane} readAt={hoverAt ?? props.cursorAt} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application role takes pointer and keys */}
      <div
        ref={plotRef}
        className={classes.plot}
        data-dragging={pointer.dragging}
        data-clickable={target !== null}
        data-testid="timeline-plot"
        // The arrow keys belong to the plot itself, as in a drawing.
        role="application"
        aria-label="State of the charger over time"
        aria-roledescription="timeline"
        aria-describedby={description}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- an application role takes the keyboard
        tabIndex={0}
        onKeyDown={keys.onKeyDown}
        onDoubleClick={() => target?.kind === 'segment' && view.moveTo(aroundSegment(target.segment, edge))}
        {...pointer.events}
      >
        <AxisCanvas scene={scene} />
        <LaneCanvas scene={scene} roved={keys.roved} />
        <MeterTracks {...props} range={scene.range} width={width} />
        <Overlay range={range} width={width} edge={edge} hoverAt={hoverAt} cursorAt={props.cursorAt} selection={selection} />
      </div>
      <p id={description} className={classes.unseen}>
        {keyWords}
      </p>
      <p className={classes.unseen} aria-live="polite" data-testid="timeline-reading">
        {said}
      </p>
      {hover && target && <TimelineTooltip hover={hover} target={target} edge={edge} />}
    </div>
  )
}

function pickedBy(target: Target | null): TimelineSelection | null {
  const entry = target && entryOf(target)
  if (entry === null) return null
  return target?.kind === 'session' ? { ...entry, session: target.session.id } : entry
}

/** A segment with some air around it. */
function aroundSegment({ from, to }: Segment, edge: number): Range {
  const end = endOf({ from, to }, edge)
  const air = (end - from) * 0.1
  return { from: from - air, to: end + air }
}
