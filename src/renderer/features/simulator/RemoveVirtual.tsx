import { Button, Group, Popover, Text } from '@mantine/core'
import { client } from '../../api/client.ts'
import { tellProblem } from '../../ui/problem.ts'

/** Takes a virtual charger away, after asking. */
export function RemoveVirtual({ id, onRemoved }: { id: string; onRemoved: () => void }) {
  const remove = () => {
    client.simulator
      .remove({ id })
      .then(onRemoved)
      .catch((error: unknown) => tellProblem(error, 'The virtual charger was not removed'))
  }
  return (
    <Popover position="bottom" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <Button size="compact-xs" variant="default">
          Remove…
        </Button>
      </Popover.Target>
      <Popover.Dropdown maw={280}>
        <Text size="sm">It disconnects and does nothing more. Its log and sessions stay.</Text>
        <Group justify="flex-end" mt="sm">
          <Button size="compact-xs" color="red" onClick={remove}>
            Remove {id}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
