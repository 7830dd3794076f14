import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMemo } from 'react'
import { stateStyle } from '../../../shared/domain/state.ts'
import { StateSwatch } from '../../ui/state.tsx'
import { durations } from './durations.ts'
import type { Lane } from '../../../shared/timeline/lanes.ts'
import type { quantities, Quantity } from '../../../shared/timeline/meter.ts'
import { gutterWidth } from '../../../shared/timeline/rows.ts'
import classes from './timeline.module.css'
import type { ViewControl } from './useView.ts'
import { lasted } from './words.ts'

type Track = (typeof quantities)[number]

interface FooterProps {
  lane: Lane
  view: ViewControl
  offered: Track[]
  wanted: ReadonlySet<Quantity>
  onWanted: (wanted: ReadonlySet<Quantity>) => void
}

/** The legend, which is also the sum: how long the picked lane was in each state within what is visible. */
export function Footer({ lane, view, offered, wanted, onWanted }: FooterProps) {
  const { range, whole } = view
  const { states } = useMemo(() => durations(lane.segments, range, whole.to), [lane, range, whole.to])
  return (
    <div className={classes.footer}>
      <span className={classes.summed} style={{ width: gutterWidth - 16 }}>
        {lane.label}
      </span>
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

function percent(share: number): string {
  const value = share * 100
  if (value > 0 && value < 0.1) return '< 0.1\u00A0%'
  return `${value >= 99.95 ? 100 : value.toFixed(1)}\u00A0%`
}
