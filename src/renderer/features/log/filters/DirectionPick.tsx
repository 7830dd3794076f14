import { Tooltip } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import type { LogFilter } from '../model/filter.ts'
import { directionWord } from '../words.ts'
import classes from './filters.module.css'

interface DirectionPickProps {
  direction: LogFilter['direction']
  onChange: (direction: LogFilter['direction']) => void
}

const directions = [
  { value: 'in', Arrow: IconArrowLeft },
  { value: 'out', Arrow: IconArrowRight },
] as const

/** Which way the messages went; with none pressed, both. */
export function DirectionPick({ direction, onChange }: DirectionPickProps) {
  return (
    <div role="group" aria-label="Direction" className={classes.categories}>
      {directions.map(({ value, Arrow }) => (
        <Tooltip key={value} label={`Only ${directionWord[value].toLowerCase()}`}>
          <button
            type="button"
            className={classes.category}
            aria-label={directionWord[value]}
            aria-pressed={direction === value}
            onClick={() => onChange(direction === value ? undefined : value)}
          >
            <Arrow size={14} aria-hidden />
          </button>
        </Tooltip>
      ))}
    </div>
  )
}
