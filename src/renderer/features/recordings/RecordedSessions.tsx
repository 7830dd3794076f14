import { Text } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useChargers } from '../../api/bench.tsx'
import { orpc } from '../../api/client.ts'
import { useRecordingScope } from '../../api/recording.ts'
import { formatCount } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { SessionTable } from '../sessions/SessionTable.tsx'

/** Every charging session of a recording. */
export function RecordedSessions() {
  const scope = useRecordingScope()
  const { data: chargers = [] } = useChargers()
  const answers = useQueries({
    queries: chargers.map(({ id }) => orpc.chargers.sessions.queryOptions({ input: { id, ...scope }, staleTime: Infinity })),
  })
  const failed = answers.find(({ error }) => error !== null)
  const waiting = answers.some(({ isPending }) => isPending)
  const sessions = answers.flatMap(({ data = [] }) => data).toSorted((a, b) => b.startedAt - a.startedAt)
  return (
    <Page title="Sessions" note={sessions.length > 0 && `${formatCount(sessions.length)} in the recording`}>
      {failed && <Failed what="the sessions" error={failed.error} />}
      {!failed && waiting && <Waiting what="the sessions" />}
      {!failed && !waiting && sessions.length === 0 && (
        <Text size="sm" c="dimmed">
          No session begins or ends in this recording.
        </Text>
      )}
      {sessions.length > 0 && <SessionTable sessions={sessions} />}
    </Page>
  )
}
