import { useState } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import type { Session } from '../../../shared/domain/session.ts'
import type { Mark } from '../../../shared/domain/timeline.ts'
import { Footer } from './Footer.tsx'
import type { Lane } from '../../../shared/timeline/lanes.ts'
import { limitUnit } from '../../../shared/timeline/limits.ts'
import { quantities, type Quantity } from '../../../shared/timeline/meter.ts'
import { Plot } from './Plot.tsx'
import type { Range } from '../../../shared/timeline/range.ts'
import type { TimelineSelection } from './TimelinePanel.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useDetail } from './useDetail.ts'
import { usePicks } from './usePicks.ts'
import { usePicture } from './usePicture.ts'
import { useRangeSelection } from './useRangeSelection.ts'
import { useSamples } from './useSamples.ts'
import { useView } from './useView.ts'

interface InstrumentProps {
  chargerId: string
  charger: Charger | undefined
  lanes: Lane[]
  marks: Mark[]
  sessions: Session[]
  whole: Range
  live: boolean
  cursorAt: number | null
  range?: Range | null
  sessionId?: number | null
  onSelect: (selection: TimelineSelection) => void
}

/** The timeline with its controls, once there is something to show. */
export function Instrument(props: InstrumentProps) {
  const { chargerId, charger, lanes, marks, sessions, whole, live, cursorAt, range, sessionId = null, onSelect } = props
  const view = useView(whole, live)
  const { selection, select } = useRangeSelection(range, onSelect)
  const [laneKey, setLaneKey] = useState<string | null>(null)
  const [wanted, setWanted] = useState<ReadonlySet<Quantity> | null>(null)
  const { samples, offered: metered } = useSamples(chargerId, view.range, charger)
  const detail = useDetail(chargerId, view.range, whole.to, lanes, charger)

  const session = sessions.find(({ id }) => id === sessionId) ?? null
  const pick = usePicks(view, cursorAt, session, onSelect)
  // The lane of a session that is looked at, wherever it was chosen.
  const sessionLane = session === null ? null : `connector:${session.connectorId}`
  const [shownLane, setShownLane] = useState<string | null>(null)
  if (sessionLane !== shownLane) {
    setShownLane(sessionLane)
    if (sessionLane !== null) setLaneKey(sessionLane)
  }

  const lane = detail.lanes.find((one) => one.key === laneKey) ?? detail.lanes.find((one) => one.connectorId !== null) ?? detail.lanes[0]!
  const connectorId = lane.connectorId ?? metered.keys().next().value ?? 1
  const limited = new Set(detail.limits.filter((limit) => limit.connectorId === connectorId).map(({ unit }) => unit))
  const isLimited = (key: Quantity) => limited.has(limitUnit(key) as 'A' | 'W')
  const offered = quantities.filter(({ key }) => metered.get(connectorId)?.has(key) === true || isLimited(key))
  // What limits say nothing about is shown when it is asked for.
  const tracks = offered.filter(({ key }) => wanted?.has(key) ?? (key === 'powerW' || isLimited(key)))

  const picture = usePicture({ chargerId, whole, range: selection ?? view.range, detail, marks, sessions, samples })
  return (
    <>
      <Toolbar lanes={lanes} view={view} live={live} selection={selection} onSelect={select} picture={picture} />
      <Plot
        lanes={detail.lanes}
        lane={lane}
        onLane={setLaneKey}
        marks={marks}
        heartbeats={detail.heartbeats}
        sessions={sessions}
        sessionId={sessionId}
        view={view}
        samples={samples}
        limits={detail.limits}
        connectorId={connectorId}
        tracks={tracks}
        selection={selection}
        cursorAt={cursorAt}
        onEntry={pick}
        onRange={select}
      />
      <Footer
        lane={lane}
        lanes={detail.lanes}
        sessions={sessions}
        view={view}
        selection={selection}
        limitsLeftOut={detail.limitsLeftOut}
        offered={offered}
        wanted={new Set(tracks.map(({ key }) => key))}
        onWanted={setWanted}
        onSession={({ id }) => onSelect({ session: id, seq: id })}
      />
    </>
  )
}
