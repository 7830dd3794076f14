import { Alert, Button, Group, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** Why it came to nothing, with what can be done instead. */
export function NotOpened({
  title,
  problem,
  onClose,
  children,
}: {
  title: string
  problem: string
  onClose: () => void
  children?: ReactNode
}) {
  return (
    <Stack gap="md">
      <Alert color="red" role="alert" icon={<IconAlertTriangle size={16} aria-hidden />} title={title}>
        {problem}
      </Alert>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        {children}
      </Group>
    </Stack>
  )
}
