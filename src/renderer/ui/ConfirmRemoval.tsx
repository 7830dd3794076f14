import { Button, Group, Modal, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { problemText } from './problem.ts'

interface ConfirmRemovalProps {
  /** What is removed, such as `the user CARD-1`. */
  what: string
  /** What is gone with it, and what stays, as sentences. */
  meaning: string
  onRemove: () => Promise<unknown>
  onClose: () => void
}

/** Asks before something is taken away for good. */
export function ConfirmRemoval({ what, meaning, onRemove, onClose }: ConfirmRemovalProps) {
  const remove = useMutation({ mutationFn: onRemove, onSuccess: onClose, networkMode: 'always' })
  return (
    <Modal opened onClose={onClose} title={`Remove ${what}?`} size="sm">
      <Text size="sm">{meaning}</Text>
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
