import { VisuallyHidden } from '@mantine/core'
import classes from './ConnectionMark.module.css'

/** ● connected, ○ not: a steady mark, told apart by shape and colour. */
export function ConnectionMark({ connected }: { connected: boolean }) {
  return (
    <span className={classes.mark} data-connected={connected || undefined}>
      <VisuallyHidden>{connected ? 'connected' : 'not connected'}</VisuallyHidden>
    </span>
  )
}
