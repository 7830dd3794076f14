import type { Entry } from '../../../shared/domain/entry.ts'
import classes from './log.module.css'
import { visibleLine } from './model/visible-text.ts'
import { onlyLog } from './origin.ts'

/** In a merged recording: which of the two logs has the entry. */
export function OriginMark({ origin }: { origin: Entry['origin'] }) {
  if (origin == null) return null
  const only = onlyLog(origin)
  const words = only === null ? 'In both logs' : `Only in “${visibleLine(only)}”`
  return (
    <span className={classes.origin} data-only={only === null ? undefined : true} title={words}>
      {only === null ? 'both' : visibleLine(only)}
    </span>
  )
}
