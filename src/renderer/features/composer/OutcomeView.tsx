import { Anchor, Code, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { SentMessage } from '../../../shared/domain/composer.ts'
import { indentedJson } from '../../../shared/ocpp/indented-json.ts'
import { formatDuration, formatTime } from '../../ui/format.ts'
import classes from './Composer.module.css'

/** What came of a message: in words, then the answer as it came, and the way to its frames. */
export function OutcomeView({ message }: { message: SentMessage }) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section ref={place} className={classes.outcome} data-outcome={message.outcome} data-severity={message.severity} aria-label="Outcome">
      <Text size="sm" fw={550} role="status">
        {message.words}
      </Text>
      <Group gap="md" c="dimmed" fz="xs">
        <span>{outcomeWord[message.outcome]}</span>
        {message.latencyMs !== null && <span>answered after {formatDuration(message.latencyMs)}</span>}
        <span>{formatTime(message.at)}</span>
        <Anchor
          size="xs"
          renderRoot={(props) => (
            <Link
              to="/chargers/$id"
              params={{ id: message.chargerId }}
              search={{ run: message.runId, seq: message.answerSeq ?? message.callSeq ?? undefined }}
              {...props}
            />
          )}
        >
          Show its frames in the log
        </Anchor>
      </Group>
      {message.answer !== null && (
        <Code block className={classes.answer}>
          {indentedJson(message.answer) ?? message.answer}
        </Code>
      )}
    </section>
  )
}

export const outcomeWord: Record<SentMessage['outcome'], string> = {
  result: 'answer',
  error: 'error',
  timeout: 'no answer',
  disconnected: 'connection lost',
  sent: 'sent',
}
