import { Autocomplete, Button, Group, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { RemoveVirtual } from './RemoveVirtual.tsx'
import type { VirtualControls } from './useVirtualControls.ts'
import classes from './VirtualPanel.module.css'

/** What a virtual charger as a whole can be told, and whose card is at its reader. */
export function VirtualPanel({ controls }: { controls: VirtualControls }) {
  const { charger, known, card, setCard, tell } = controls
  const navigate = useNavigate()
  return (
    <section className={classes.panel} aria-label="Virtual charger">
      <Text size="sm" c="dimmed">
        Virtual charger
      </Text>
      <Button size="compact-xs" variant="default" onClick={() => tell({ command: 'reboot' })}>
        Reboot
      </Button>
      {charger.offlineByCommand ? (
        <Button size="compact-xs" variant="light" onClick={() => tell({ command: 'come-back' })}>
          Come back
        </Button>
      ) : (
        <Button size="compact-xs" variant="default" onClick={() => tell({ command: 'go-offline' })}>
          Go offline
        </Button>
      )}
      <RemoveVirtual id={charger.id} onRemoved={() => void navigate({ to: '/' })} />
      {charger.queuedMessages > 0 && (
        <Text size="sm" c="dimmed">
          {charger.queuedMessages} {charger.queuedMessages === 1 ? 'message waits' : 'messages wait'} for the connection
        </Text>
      )}
      <Group gap={6} ml="auto" wrap="nowrap">
        <Text size="sm" c="dimmed" component="label" htmlFor="virtual-card">
          Card at the reader
        </Text>
        <Autocomplete
          id="virtual-card"
          w={150}
          size="xs"
          maxLength={20}
          data={known}
          value={card}
          onChange={setCard}
          className={classes.card}
        />
      </Group>
    </section>
  )
}
