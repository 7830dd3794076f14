import { useEffect, useRef, useState } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import type { Session } from '../../../shared/domain/session.ts'
import type { Mark } from '../../../shared/domain/timeline.ts'
import { Footer } from './Footer.tsx'
import type { Lane } from '../../../shared/timeline/lanes.ts'
import { quantities, type Quantity } from '../../../shared/timeline/meter.ts'
import { Plot } from './Plot.tsx'
import type { Range } from '../../../shared/timeline/range.ts'
import type { TimelineSelection } from './TimelinePanel.tsx'
import { Toolbar } from './Toolbar.tsx'
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
  onSelect: (selection: TimelineSelection) => void
}

/** The timeline with its controls, once there is something to show. */
export function Instrument({ chargerId, charger, lanes, marks, sessions, whole, live, cursorAt, range, onSelect }: InstrumentProps) {
  const view = useView(whole, live)
  const { selection, select } = useRangeSelection(range, onSelect)
  const [laneKey, setLaneKey] = useState<string | null>(null)
  const [wanted, setWanted] = useState<ReadonlySet<Quantity>>(new Set(['powerW']))
  const { samples, offered: metered } = useSamples(chargerId, view.range, charger)

  // A moment that was picked here is where it is; one picked in the log is brought into view.
  const pickedAt = useRef<number | null>(null)
  const { reveal } = view
  useEffect(() => {
    if (cursorAt !== null && cursorAt !== pickedAt.current) reveal(cursorAt)
  }, [cursorAt, reveal])
  const pick = (picked: TimelineSelection) => {
    pickedAt.current = picked.at ?? null
    onSelect(picked)
  }

  const lane = lanes.find((one) => one.key === laneKey) ?? lanes.find((one) => one.connectorId !== null) ?? lanes[0]!
  const connectorId = lane.connectorId ?? metered.keys().next().value ?? 1
  const offered = quantities.filter(({ key }) => metered.get(connectorId)?.has(key))
  const tracks = offered.filter(({ key }) => wanted.has(key))

  return (
    <>
      <Toolbar lanes={lanes} view={view} live={live} selection={selection} onSelect={select} />
      <Plot
        lanes={lanes}
        lane={lane}
        onLane={setLaneKey}
        marks={marks}
        sessions={sessions}
        view={view}
        samples={samples}
        connectorId={connectorId}
        tracks={tracks}
        selection={selection}
        cursorAt={cursorAt}
        onEntry={pick}
        onRange={select}
      />
      <Footer lane={lane} view={view} offered={offered} wanted={wanted} onWanted={setWanted} />
    </>
  )
}
