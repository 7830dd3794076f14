import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { problemText } from '../../ui/problem.ts'

interface FormDialogProps {
  title: string
  busy: boolean
  error: Error | null
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  onClose: () => void
  children: ReactNode
}

/** The frame of the forms that edit one item of a list. */
export function FormDialog({ title, busy, error, onSubmit, onClose, children }: FormDialogProps) {
  return (
    <Modal opened onClose={onClose} title={title} size="sm">
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">{children}</Stack>
        {error !== null && (
          <Text size="sm" c="var(--bench-bad)" mt="sm" role="alert">
            {problemText(error)}
          </Text>
        )}
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Save
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
