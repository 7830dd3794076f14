import { Button, Group, Modal, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { SnapshotInfo } from '../../../shared/domain/configuration.ts'
import { client } from '../../api/client.ts'
import { problemText } from '../../ui/problem.ts'
import { visibleLine } from '../log/model/visible-text.ts'

/** Asks before a snapshot is thrown away: it cannot be read from the charger again. */
export function RemoveSnapshot({ snapshot, onRemoved, onClose }: { snapshot: SnapshotInfo; onRemoved: () => void; onClose: () => void }) {
  const remove = useMutation({
    mutationFn: () => client.configuration.snapshots.remove({ id: snapshot.id }),
    onSuccess: () => {
      onRemoved()
      onClose()
    },
    networkMode: 'always',
  })
  return (
    <Modal opened onClose={onClose} title={`Remove the snapshot ${visibleLine(snapshot.name)}?`} size="sm">
      <Text size="sm">Its settings can no longer be compared or restored. The charger keeps what it has.</Text>
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
