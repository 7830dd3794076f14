import { Link } from '@tanstack/react-router'
import type { Recording } from '../../../shared/domain/recording.ts'
import { formatCount } from '../../ui/format.ts'
import { clockWords } from '../log/origin.ts'
import { visibleLine } from '../log/model/visible-text.ts'
import classes from './recordings.module.css'

/** How the two logs of a merged recording fit together, with the way to what only one of them has. */
export function MergedLine({ recording: { id, merged } }: { recording: Recording }) {
  if (merged === undefined) return null
  const { first, second, both, onlyFirst, onlySecond, offsetMs, offsetRangeMs } = merged
  const range = offsetRangeMs.map((ms) => clockWords(ms)).join(' to ')
  return (
    <div className={classes.merged} data-testid="merged-line">
      <span title={`The median over what is in both; most of it ${range}. Times are those of “${visibleLine(first)}”.`}>
        Clock of <strong>{visibleLine(second)}</strong> {clockWords(offsetMs)} that of <strong>{visibleLine(first)}</strong>
      </span>
      <span>{formatCount(both)} entries in both</span>
      <Only recording={id} log={first} count={onlyFirst} />
      <Only recording={id} log={second} count={onlySecond} />
    </div>
  )
}

function Only({ recording, log, count }: { recording: string; log: string; count: number }) {
  const words = `${formatCount(count)} only in ${visibleLine(log)}`
  if (count === 0) return <span>{words}</span>
  return (
    <Link to="/recordings/$recording/log" params={{ recording }} search={{ onlyIn: log }}>
      {words}
    </Link>
  )
}
