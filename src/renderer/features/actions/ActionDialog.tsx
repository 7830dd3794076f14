import { Button, Group, Modal, Text } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'

interface ActionDialogFrameProps {
  title: string
  /** The word on the button that does it. */
  confirm: string
  destructive?: boolean
  busy: boolean
  problem: string | null
  onClose: () => void
  onSubmit: (event?: FormEvent<HTMLFormElement>) => void
  children: ReactNode
}

/** The frame of a remote action's dialog: what will happen, a problem in words, and the two buttons. */
export function ActionDialog({ title, confirm, destructive = false, busy, problem, onClose, onSubmit, children }: ActionDialogFrameProps) {
  return (
    <Modal opened onClose={onClose} title={title} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit(event)
        }}
        noValidate
      >
        {children}
        {problem !== null && (
          <Text size="sm" c="var(--bench-bad)" mt="sm" role="alert">
            {problem}
          </Text>
        )}
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color={destructive ? 'red' : undefined} loading={busy} data-autofocus={destructive ? undefined : true}>
            {confirm}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
