import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Recording } from '../../../shared/domain/recording.ts'
import { orpc } from '../../api/client.ts'
import { problemText } from '../../ui/problem.ts'

export function RenameRecording({ recording, onClose }: { recording: Recording; onClose: () => void }) {
  const [name, setName] = useState(recording.name)
  const rename = useMutation(orpc.recordings.rename.mutationOptions({ onSuccess: onClose }))
  return (
    <Modal opened onClose={onClose} title="Rename the recording" size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          rename.mutate({ id: recording.id, name })
        }}
      >
        <Stack gap="md">
          <TextInput
            label="Name"
            data-autofocus
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={rename.error && problemText(rename.error)}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={rename.isPending} disabled={name.trim() === ''}>
              Rename
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
