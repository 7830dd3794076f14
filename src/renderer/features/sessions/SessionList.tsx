import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { SessionCounts } from '../../../shared/domain/session.ts'
import { orpc } from '../../api/client.ts'
import { useRecordingScope } from '../../api/recording.ts'
import { Page } from '../../ui/Page.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { SessionTable } from './SessionTable.tsx'

const step = 200

interface SessionListProps {
  note: (counts: SessionCounts) => string
  empty: ReactNode
  /** How often it is read again, ms; never where it stays as it is. */
  everyMs?: number
}

/** The newest sessions of all chargers, and older ones where they are asked for: a log of years has tens of thousands. */
export function SessionList({ note, empty, everyMs }: SessionListProps) {
  const scope = useRecordingScope()
  const [most, setMost] = useState(step)
  const again = everyMs === undefined ? { staleTime: Infinity } : { refetchInterval: everyMs }
  const list = useQuery(orpc.sessions.list.queryOptions({ input: { ...scope, limit: most }, placeholderData: keepPreviousData, ...again }))
  const { data: counts } = useQuery(orpc.sessions.count.queryOptions({ input: scope, ...again }))
  const { data: sessions, error, refetch } = list
  const older = (counts?.all ?? 0) - (sessions?.length ?? 0)
  return (
    <Page title="Sessions" note={counts !== undefined && counts.all > 0 && note(counts)}>
      {error !== null && sessions === undefined && <Failed what="the sessions" error={error} retry={() => void refetch()} />}
      {error === null && sessions === undefined && <Waiting what="the sessions" />}
      {sessions?.length === 0 && empty}
      {sessions && sessions.length > 0 && <SessionTable sessions={sessions} />}
      {sessions && older > 0 && (
        <Button variant="default" mt="md" onClick={() => setMost(most + step)}>
          Show {Math.min(step, older)} older
        </Button>
      )}
    </Page>
  )
}
