import { SegmentedControl } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import type { LogFilter } from '../model/filter.ts'
import { segments } from './segments.ts'

interface DirectionPickProps {
  direction: LogFilter['direction']
  onChange: (direction: LogFilter['direction']) => void
}

/** Which way the messages went. */
export function DirectionPick({ direction, onChange }: DirectionPickProps) {
  return (
    <SegmentedControl
      aria-label="Direction"
      classNames={segments}
      value={direction ?? 'both'}
      onChange={(value) => onChange(value === 'in' || value === 'out' ? value : undefined)}
      data={[
        { value: 'both', label: 'Both' },
        { value: 'in', label: <IconArrowLeft size={14} aria-label="From the charger" /> },
        { value: 'out', label: <IconArrowRight size={14} aria-label="To the charger" /> },
      ]}
    />
  )
}
