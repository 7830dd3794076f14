import { Text } from '@mantine/core'
import { formatCount } from '../../ui/format.ts'
import { SessionList } from '../sessions/SessionList.tsx'

/** Every charging session of a recording. */
export function RecordedSessions() {
  return (
    <SessionList
      note={({ all }) => `${formatCount(all)} in the recording`}
      empty={
        <Text size="sm" c="dimmed">
          No session begins or ends in this recording.
        </Text>
      }
    />
  )
}
