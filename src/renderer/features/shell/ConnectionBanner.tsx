import { Group, Loader } from '@mantine/core'
import { useConnection } from '../../api/live.ts'
import classes from './ConnectionBanner.module.css'

/** Says that the page has lost the core, while it tries to reach it again by itself. */
export function ConnectionBanner() {
  const { state } = useConnection()
  if (state !== 'lost') return null
  return (
    <Group className={classes.banner} role="alert" gap="sm">
      <Loader size={12} color="currentColor" />
      Connection to Chargebench lost, retrying. What you see is the last that was known.
    </Group>
  )
}
