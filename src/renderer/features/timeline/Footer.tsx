import { Button, Select } from '@mantine/core'
import { useMemo } from 'react'
import { stateStyle } from '../../../shared/domain/state.ts'
import { StateSwatch } from '../../ui/state.tsx'
import { durations } from './durations.ts'
import type { Lane } from './lanes.ts'
import type { quantities, Quantity } from './meter.ts'
import classes from './timeline.module.css'
import type { ViewControl } from './useView.ts'
import { lasted } from './words.ts'

interface FooterProps {
  lanes: Lane[]
  lane: Lane
  onLane: (key: string) => void
  view: ViewControl
  offered: (typeof quantities)[number][]
  wanted: ReadonlySet<Quantity>
  onWanted: (wanted: ReadonlySet<Quantity>) => void
}

/** The legend, which is also the sum: how long the picked lane was in each state within what is visible. */
export function Footer({ lanes, lane, onLane, view, offered, wanted, onWanted }: FooterProps) {
  const { range, whole } = view
  const { states } = useMemo(() => durations(lane.segments, range, whole.to), [lane, range, whole.to])
  return (
    <div className={classes.footer}>
      <Select
        aria-label="Lane to sum up"
        className={classes.picker}
        data={lanes.map(({ key, label }) => ({ value: key, label }))}
        value={lane.key}
        onChange={(key) => key !== null && onLane(key)}
      />
      <ul className={classes.sums} aria-label={`Time in each state, ${lane.label}, visible range`} data-testid="timeline-durations">
        {states.map(({ state, ms, share }) => (
          <li key={state} data-state={state} title={stateStyle[state].meaning}>
            <StateSwatch state={state} />
            <span>{stateStyle[state].label}</span>
            <strong>{lasted(ms)}</strong>
            <span className={classes.share}>{percent(share)}</span>
          </li>
        ))}
        {states.length === 0 && <li>Nothing is recorded in this range.</li>}
      </ul>
      {offered.length > 0 && (
        <fieldset className={classes.tracks} aria-label="Meter tracks">
          {offered.map(({ key, label }) => (
            <Button
              key={key}
              size="compact-xs"
              variant={wanted.has(key) ? 'light' : 'subtle'}
              color={wanted.has(key) ? undefined : 'gray'}
              aria-pressed={wanted.has(key)}
              onClick={() => onWanted(wanted.symmetricDifference(new Set([key])))}
            >
              {label}
            </Button>
          ))}
        </fieldset>
      )}
    </div>
  )
}

function percent(share: number): string {
  const value = share * 100
  if (value > 0 && value < 0.1) return '< 0.1\u00A0%'
  return `${value >= 99.95 ? 100 : value.toFixed(1)}\u00A0%`
}
