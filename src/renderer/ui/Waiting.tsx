import { Alert, Button, Group, Loader, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { problemText } from './problem.ts'

/** Something is being fetched. */
export function Waiting({ what }: { what: string }) {
  return (
    <Group gap="sm" p="md" role="status">
      <Loader size="xs" />
      <Text size="sm" c="dimmed">
        Reading {what}…
      </Text>
    </Group>
  )
}

/** Something could not be fetched; says why, and offers to try again where that makes sense. */
export function Failed({ what, error, retry }: { what: string; error: unknown; retry?: () => void }) {
  return (
    <Alert color="red" icon={<IconAlertTriangle size={16} />} title={`Could not read ${what}`} m="md" role="alert">
      <Text size="sm">{problemText(error)}</Text>
      {retry && (
        <Button mt="sm" variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </Alert>
  )
}
