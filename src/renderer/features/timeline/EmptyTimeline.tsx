import { Text } from '@mantine/core'
import type { LaneState } from '../../../shared/domain/state.ts'
import { statePattern, useScheme } from '../../ui/state.tsx'
import classes from './timeline.module.css'

const example: readonly [state: LaneState, share: number][] = [
  ['Available', 3],
  ['Preparing', 1],
  ['Charging', 6],
  ['SuspendedEV', 2],
  ['Charging', 3],
  ['Finishing', 1],
  ['Available', 2],
]

/** Before the charger has ever connected: what will be seen here. */
export function EmptyTimeline() {
  const scheme = useScheme()
  return (
    <div className={classes.empty}>
      <div className={classes.example} aria-hidden>
        {example.map(([state, share], i) => (
          <span key={`${state} ${i}`} style={{ ...statePattern(state, scheme), flexGrow: share }} />
        ))}
      </div>
      <Text size="sm" fw={500}>
        Nothing to show yet
      </Text>
      <Text size="sm" c="dimmed" maw={520} ta="center">
        As soon as this charger connects, its connection and the state of each connector are drawn here over time: available, charging,
        paused by the car or by the charger, faulted, disconnected. Sessions, restarts and meter values appear along the same axis.
      </Text>
    </div>
  )
}
