import type { CommandedLimit } from '../../../shared/domain/timeline.ts'
import { xOf, type Range } from '../../../shared/timeline/range.ts'
import classes from './timeline.module.css'

interface LimitLinesProps {
  limits: CommandedLimit[]
  range: Range
  width: number
  height: number
  low: number
  high: number
}

/** What was commanded to flow at most, as dashed steps over what flowed. */
export function LimitLines({ limits, range, width, height, low, high }: LimitLinesProps) {
  const x = (at: number) => Math.min(width + 2, Math.max(-2, xOf(at, range, width)))
  // A limit of nothing is a line too, not the edge of the track.
  const y = (value: number) => Math.min(height - 1, Math.max(1, height - ((value - low) / (high - low || 1)) * height))
  return (
    <svg className={classes.limits} width={width} height={height} aria-hidden data-testid="limit-lines">
      {limits.map(({ from, to, value, purpose, seq }) => (
        <line key={`${seq} ${purpose} ${from}`} data-purpose={purpose} x1={x(from)} x2={x(to)} y1={y(value)} y2={y(value)} />
      ))}
    </svg>
  )
}
