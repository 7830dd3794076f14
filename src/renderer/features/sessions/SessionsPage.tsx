import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../api/client.ts'
import { formatCount } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { SessionTable } from './SessionTable.tsx'

const step = 200

/** Every charging session with its terms and whether it was paid. */
export function SessionsPage() {
  const [most, setMost] = useState(step)
  // The list has no stream of its own; a running session's energy and cost change with each meter value.
  const { data, error, refetch } = useQuery(orpc.sessions.list.queryOptions({ refetchInterval: 3_000 }))
  const sessions = data?.toSorted((a, b) => b.startedAt - a.startedAt)
  const running = data?.filter((session) => session.endedAt === null).length ?? 0
  return (
    <Page title="Sessions" note={sessions && sessions.length > 0 && `${formatCount(sessions.length)} in all, ${running} running`}>
      {error !== null && sessions === undefined && <Failed what="the sessions" error={error} retry={() => void refetch()} />}
      {error === null && sessions === undefined && <Waiting what="the sessions" />}
      {sessions?.length === 0 && (
        <Text size="sm" c="dimmed">
          No session yet. One begins when a charger sends StartTransaction: open a charger and use <b>Start charge</b>, or present a card at
          the charger.
        </Text>
      )}
      {sessions && sessions.length > 0 && <SessionTable sessions={sessions.slice(0, most)} />}
      {sessions && sessions.length > most && (
        <Button variant="default" mt="md" onClick={() => setMost(most + step)}>
          Show {Math.min(step, sessions.length - most)} older
        </Button>
      )}
    </Page>
  )
}
