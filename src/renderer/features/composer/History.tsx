import { Checkbox, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../api/client.ts'
import { formatDateTime, formatDuration } from '../../ui/format.ts'
import { ReasonButton } from '../../ui/ReasonButton.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { Earlier } from './Earlier.tsx'
import { outcomeWord } from './OutcomeView.tsx'
import { useSend } from './useSend.ts'

interface HistoryProps {
  id: string
  action: string | null
  why: string | null
  onLoad: (message: { action: string | null; payload: string }) => void
}

/** What was sent from here, newest first, with what came of it. */
export function History({ id, action, why, onLoad }: HistoryProps) {
  const [onlyThis, setOnlyThis] = useState(false)
  const sending = useSend(id)
  const wanted = onlyThis && action !== null ? action : undefined
  const { data, error } = useQuery(orpc.composer.history.queryOptions({ input: { id, action: wanted } }))
  if (error) return <Failed what="the history" error={error} />
  if (!data) return <Waiting what="the history" />
  return (
    <>
      {action !== null && (
        <Checkbox
          size="xs"
          label={`Only ${action}`}
          checked={onlyThis}
          onChange={(event) => setOnlyThis(event.currentTarget.checked)}
          mb="xs"
        />
      )}
      {sending.problem && (
        <Text size="xs" c="var(--bench-bad)" role="alert" mb="xs">
          {sending.problem}
        </Text>
      )}
      {data.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing was sent from here yet.
        </Text>
      )}
      {data.map((message) => (
        <Earlier
          key={message.id}
          title={message.action ?? 'Raw text'}
          payload={message.payload}
          note={message.anyway && message.action !== null ? 'invalid on purpose' : null}
          details={[
            formatDateTime(message.at),
            message.latencyMs === null
              ? outcomeWord[message.outcome]
              : `${outcomeWord[message.outcome]} after ${formatDuration(message.latencyMs)}`,
          ]}
          words={message.words}
          failed={message.outcome !== 'result' && message.outcome !== 'sent'}
          onLoad={() => onLoad(message)}
        >
          <ReasonButton
            reason={why}
            does={message.anyway ? 'Sends it again as it was, also where it breaks the standard.' : 'Sends it again as it was.'}
            variant="subtle"
            size="compact-xs"
            leftSection={<IconRefresh size={12} />}
            onClick={() => sending.send({ again: message.id })}
          >
            Resend
          </ReasonButton>
        </Earlier>
      ))}
    </>
  )
}
