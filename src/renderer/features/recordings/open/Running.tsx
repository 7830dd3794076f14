import { Button, Group, Progress, Stack, Text } from '@mantine/core'

/** How far something long is, and the way out of it. */
export function Running({ words, share, onCancel }: { words: string; share: number; onCancel: () => void }) {
  return (
    <Stack gap="sm">
      <Progress value={Math.min(1, share) * 100} aria-label="How far it is" />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {words}
        </Text>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}
