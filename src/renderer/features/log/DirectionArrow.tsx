import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import type { Entry } from '../../../shared/domain/entry.ts'
import classes from './log.module.css'
import { directionWord } from './words.ts'

export function DirectionArrow({ direction }: { direction: Entry['direction'] }) {
  if (direction === null) return null
  const Arrow = direction === 'in' ? IconArrowLeft : IconArrowRight
  return (
    <span role="img" aria-label={directionWord[direction]} title={directionWord[direction]} className={classes.arrow}>
      <Arrow size={14} stroke={2} aria-hidden />
    </span>
  )
}
