import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Session } from '../../../shared/domain/session.ts'
import { stateStyle } from '../../../shared/domain/state.ts'
import { StateSwatch } from '../../ui/state.tsx'
import { durations } from './durations.ts'
import type { Lane } from '../../../shared/timeline/lanes.ts'
import type { quantities, Quantity } from '../../../shared/timeline/meter.ts'
import type { Range } from '../../../shared/timeline/range.ts'
import { gutterWidth } from '../../../shared/timeline/rows.ts'
import classes from './timeline.module.css'
import type { ViewControl } from './useView.ts'
import { Totals } from './Totals.tsx'
import { laneName, lasted, percent } from './words.ts'

type Track = (typeof quantities)[number]

interface FooterProps {
  lane: Lane
  lanes: Lane[]
  sessions: Session[]
  view: ViewControl
  selection: Range | null
  limitsLeftOut: boolean
  offered: Track[]
  wanted: ReadonlySet<Quantity>
  onWanted: (wanted: ReadonlySet<Quantity>) => void
  onSession: (session: Session) => void
}

/** The legend, which is also the sum: how long the picked lane was in each state within what is visible. */
export function Footer({ lane, view, limitsLeftOut, offered, wanted, onWanted, ...totals }: FooterProps) {
  const { range, whole } = view
  const { states } = useMemo(() => durations(lane.segments, range, whole.to), [lane, range, whole.to])
  return (
    <div className={classes.footer}>
      <span className={classes.summed} style={{ width: gutterWidth - 16 }}>
        {laneName(lane)}
      </span>
      <ul className={classes.sums} aria-label={`Time in each state, ${laneName(lane)}, visible range`} data-testid="timeline-durations">
        {states.map(({ state, ms, share }) => (
          <li key={state} data-state={state} title={stateStyle[state].meaning}>
            <StateSwatch state={state} />
            <span>{stateStyle[state].label}</span>
            <strong>{lasted(ms)}</strong>
            <span className={classes.share}>{percent(share)}</span>
          </li>
        ))}
        {states.length === 0 && (
          <li>{lane.kind === 'suspension' ? 'Nothing was paused in this range.' : 'Nothing is recorded in this range.'}</li>
        )}
      </ul>
      {limitsLeftOut && (
        <span className={classes.share} title="More limits were commanded in this time than can be drawn">
          Limits: zoom in
        </span>
      )}
      <Totals view={view} {...totals} />
      {offered.length > 0 && <MeterMenu offered={offered} wanted={wanted} onWanted={onWanted} />}
    </div>
  )
}

/** Which meter tracks are drawn, of those that the connector reports. */
function MeterMenu({ offered, wanted, onWanted }: Pick<FooterProps, 'offered' | 'wanted' | 'onWanted'>) {
  return (
    <Menu position="top-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button size="compact-xs" variant="default" rightSection={<IconChevronDown size={12} />}>
          Meter
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map(({ key, label }) => (
          <Menu.CheckboxItem key={key} checked={wanted.has(key)} onChange={() => onWanted(wanted.symmetricDifference(new Set([key])))}>
            {label}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
