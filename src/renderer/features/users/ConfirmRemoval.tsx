import { Button, Group, Modal, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { problemText } from '../../ui/problem.ts'

interface ConfirmRemovalProps {
  item: { id: string; name: string }
  one: string
  onRemove: (id: string) => Promise<unknown>
  onClose: () => void
}

/** Asks before something is taken from a list. */
export function ConfirmRemoval({ item, one, onRemove, onClose }: ConfirmRemovalProps) {
  const remove = useMutation({ mutationFn: () => onRemove(item.id), onSuccess: onClose, networkMode: 'always' })
  return (
    <Modal opened onClose={onClose} title={`Remove the ${one} ${item.name || item.id}?`} size="sm">
      <Text size="sm">Sessions that used it keep what they were charged. It is no longer offered from now on.</Text>
      {remove.error && (
        <Text size="sm" c="var(--bench-bad)" mt="sm" role="alert">
          {problemText(remove.error)}
        </Text>
      )}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          Remove
        </Button>
      </Group>
    </Modal>
  )
}
