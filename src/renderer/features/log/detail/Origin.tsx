import type { Entry } from '../../../../shared/domain/entry.ts'
import { formatDateTime, formatTime } from '../../../ui/format.ts'
import { visibleLine } from '../model/visible-text.ts'
import { clockWords, onlyLog } from '../origin.ts'
import classes from './detail.module.css'

/** In a merged recording: the logs that have the entry, each with its own time, and how far these are apart. */
export function Origin({ origin }: { origin: Entry['origin'] }) {
  if (origin == null) return null
  const [one, other] = origin
  return (
    <>
      <dt>Log</dt>
      <dd data-testid="entry-origin">
        {onlyLog(origin) !== null && <span>Only in </span>}
        {origin.map(({ log, at }) => (
          <div key={log}>
            {visibleLine(log)}{' '}
            <span className={classes.quiet}>
              at {formatDateTime(at).slice(0, 10)} {formatTime(at)}
            </span>
          </div>
        ))}
        {one !== undefined && other !== undefined && (
          <div className={classes.quiet}>
            Clock of {visibleLine(other.log)} {clockWords(other.at - one.at)} that of {visibleLine(one.log)}, by this entry
          </div>
        )}
      </dd>
    </>
  )
}
