import { Button, Group, Popover, Text } from '@mantine/core'
import { IconAlertTriangle, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import type { PayloadProblem } from '../../../shared/domain/composer.ts'
import { ReasonButton } from '../../ui/ReasonButton.tsx'

interface SendBarProps {
  action: string
  why: string | null
  /** null while the core looks. */
  problems: readonly PayloadProblem[] | null
  /** Whether the payload is JSON at all; anything else can be sent as raw text only. */
  readable: boolean
  busy: boolean
  onSend: (anyway: boolean) => void
}

/** Send, and for a message that breaks the standard: send it anyway, after a second click that says what will happen. */
export function SendBar({ action, why, problems, readable, busy, onSend }: SendBarProps) {
  const [asking, setAsking] = useState(false)
  const count = problems?.length ?? 0
  const invalid = reasonNotToSend(problems ?? [], readable)
  return (
    <Group gap="sm">
      <ReasonButton
        reason={why ?? invalid}
        does={`Sends ${action} and waits for the answer.`}
        leftSection={<IconSend size={14} />}
        loading={busy}
        onClick={() => onSend(false)}
      >
        Send
      </ReasonButton>
      {count > 0 && readable && (
        <Popover opened={asking} onChange={setAsking} width={330} position="top-start" withArrow trapFocus>
          <Popover.Target>
            <Button
              variant="default"
              c="var(--bench-notice)"
              leftSection={<IconAlertTriangle size={14} />}
              disabled={why !== null || busy}
              onClick={() => setAsking(true)}
            >
              Send anyway…
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <Text size="sm">
              The charger gets a message that breaks the standard on purpose. It may answer with an error, take it in its own way, or not
              answer. The log marks it as sent on purpose.
            </Text>
            <Group gap="xs" mt="sm">
              <Button
                color="orange"
                onClick={() => {
                  setAsking(false)
                  onSend(true)
                }}
              >
                Send it invalid
              </Button>
              <Button variant="subtle" color="gray" onClick={() => setAsking(false)}>
                Cancel
              </Button>
            </Group>
          </Popover.Dropdown>
        </Popover>
      )}
    </Group>
  )
}

function reasonNotToSend(problems: readonly PayloadProblem[], readable: boolean): string | null {
  if (problems.length === 0) return null
  const [first] = problems
  if (!readable) return `${first?.text}. To send it all the same, send the frame as raw text.`
  return `It is against the standard: ${first?.text}${problems.length > 1 ? `, and ${problems.length - 1} more` : ''}.`
}
