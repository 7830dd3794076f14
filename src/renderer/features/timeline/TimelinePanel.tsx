import { useMemo } from 'react'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { useRecording } from '../../api/recording.ts'
import { useNow } from '../../ui/useNow.ts'
import { EmptyTimeline } from './EmptyTimeline.tsx'
import { Instrument } from './Instrument.tsx'
import { isLive, lanesOf } from '../../../shared/timeline/lanes.ts'
import type { Range } from '../../../shared/timeline/range.ts'
import classes from './timeline.module.css'
import { useTimeline } from './useTimeline.ts'

/** What was picked on the timeline: an entry and its moment, a session, or a stretch of time; nothing when it was cleared. */
export interface TimelineSelection {
  seq?: number
  session?: number
  at?: number
  from?: number
  to?: number
}

export interface TimelinePanelProps {
  chargerId: string
  /** The moment of the row that is open in the log. */
  cursorAt: number | null
  /** The selected stretch of time, where the page keeps it; otherwise the panel does. */
  range?: Range | null
  /** The session that is looked at. */
  sessionId?: number | null
  onSelect: (selection: TimelineSelection) => void
}

/** A charger's timeline: lanes, sessions, meter tracks and durations over one time axis. */
export function TimelinePanel(props: TimelinePanelProps) {
  return (
    <section className={classes.panel} aria-label="Timeline" data-testid="timeline">
      <Loaded key={props.chargerId} {...props} />
    </section>
  )
}

function Loaded({ chargerId, ...page }: TimelinePanelProps) {
  const { timeline, sessions, charger } = useTimeline(chargerId)
  const now = useNow()
  const recording = useRecording()
  const { data, error } = timeline
  const lanes = useMemo(() => lanesOf(data?.segments ?? []), [data])
  if (!data)
    return error ? <Failed what="the timeline" error={error} retry={() => void timeline.refetch()} /> : <Waiting what="the timeline" />
  if (!data.extent || lanes.length === 0) return <EmptyTimeline />

  const open = isLive(data.segments)
  const live = open && recording === null
  const whole = { from: data.extent.from, to: Math.max(data.extent.to, open ? now : data.extent.from + 1) }
  return (
    <Instrument
      chargerId={chargerId}
      charger={charger}
      lanes={lanes}
      marks={data.marks}
      sessions={sessions}
      whole={whole}
      live={live}
      {...page}
    />
  )
}
