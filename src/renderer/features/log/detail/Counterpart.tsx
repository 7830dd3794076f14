import { Button, Group, Text } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import type { Entry } from '../../../../shared/domain/entry.ts'
import { visibleLine } from '../model/visible-text.ts'
import { latencyText } from '../words.ts'
import classes from './detail.module.css'
import { MessageText } from './MessageText.tsx'

interface CounterpartProps {
  of: Entry
  counterpart: Entry | null
  /** Whether it may still come. */
  waiting: boolean
  onJump: (seq: number) => void
}

/** The answer of a call, or the call of an answer, with the way there. */
export function Counterpart({ of, counterpart, waiting, onJump }: CounterpartProps) {
  const isCall = of.messageType === 'call'
  const latency = isCall ? counterpart?.latencyMs : of.latencyMs
  return (
    <div className={classes.counterpart}>
      <Group gap="xs" mb={4}>
        <Text size="sm" fw={600}>
          {isCall ? 'Answer' : 'Request'}
          {latency != null && (
            <span className={classes.quiet}> {isCall ? `after ${latencyText(latency)}` : `${latencyText(latency)} before`}</span>
          )}
        </Text>
        {counterpart && (
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconLink size={13} aria-hidden />}
            onClick={() => onJump(counterpart.seq)}
          >
            {isCall ? 'Go to the answer' : 'Go to the request'}
          </Button>
        )}
      </Group>
      {counterpart ? (
        <>
          <Text size="sm" mb={6} className={classes.summary}>
            {visibleLine(counterpart.summary)}
          </Text>
          <MessageText key={counterpart.seq} entry={counterpart} />
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {missing(isCall, waiting)}
        </Text>
      )}
    </div>
  )
}

function missing(isCall: boolean, waiting: boolean): string {
  if (waiting) return isCall ? 'No answer yet.' : 'Looking for the request…'
  return isCall ? 'No answer came.' : 'The request that this answers is not in the log.'
}
