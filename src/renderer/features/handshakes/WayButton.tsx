import { Button, Group, Popover, Text } from '@mantine/core'
import { useState } from 'react'

interface WayButtonProps {
  label: string
  /** The best way is the one that stands out. */
  first: boolean
  /** What is given up by it, to be read before a second click; null where that is nothing. */
  warning: string | null
  busy: boolean
  onTake: () => void
}

/** A way out of a refusal; one that makes something less safe asks first. */
export function WayButton({ label, first, warning, busy, onTake }: WayButtonProps) {
  const [asking, setAsking] = useState(false)
  const button = (
    <Button
      size="compact-sm"
      variant={first && warning === null ? 'filled' : 'default'}
      loading={busy}
      onClick={warning === null ? onTake : () => setAsking(!asking)}
    >
      {label}
    </Button>
  )
  if (warning === null) return button
  return (
    <Popover opened={asking} onChange={setAsking} width={340} position="bottom-start" withArrow shadow="md" trapFocus>
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown>
        <Text size="sm">{warning}</Text>
        <Group gap="xs" mt="sm">
          <Button
            size="compact-sm"
            color="orange"
            onClick={() => {
              setAsking(false)
              onTake()
            }}
          >
            {label.replace('…', '')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsking(false)}>
            Cancel
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
