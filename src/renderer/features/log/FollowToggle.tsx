import { Tooltip } from '@mantine/core'
import classes from './log.module.css'
import type { Order } from './model/scroll.ts'

interface FollowToggleProps {
  order: Order
  /** Whether new entries are in sight as they come. */
  live: boolean
  onToggle: () => void
}

/** Following, the newest entry at the bottom; or the newest first. Hollow while somebody has scrolled away. */
export function FollowToggle({ order, live, onToggle }: FollowToggleProps) {
  const following = order === 'oldest-first'
  const tip = following ? (live ? 'Press for newest first (f)' : 'Paused. Press to follow again (f)') : 'Newest first. Press to follow (f)'
  return (
    <Tooltip label={tip}>
      <button type="button" className={classes.follow} aria-pressed={following && live} onClick={onToggle}>
        <span aria-hidden className={classes.liveMark} data-live={(following && live) || undefined} />
        {following && !live ? 'Paused' : 'Following'}
      </button>
    </Tooltip>
  )
}
