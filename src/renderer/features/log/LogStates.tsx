import { Button, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { formatCount } from '../../ui/format.ts'
import classes from './log.module.css'
import type { Order } from './model/scroll.ts'

/** Lines where the rows will stand. */
export function LogSkeleton() {
  return (
    <div role="status" aria-label="Reading the log" className={classes.skeleton}>
      {Array.from({ length: 14 }, (_, line) => (
        <div key={line} className={classes.placeholder} />
      ))}
    </div>
  )
}

/** Another filter is being read; seen only where that takes a while. */
export function Looking() {
  return (
    <div role="status" className={classes.looking}>
      Looking through the log…
    </div>
  )
}

/** How many entries have come in since somebody scrolled away, and the way to them. */
export function NewEntries({ count, order, onClick }: { count: number; order: Order; onClick: () => void }) {
  const Arrow = order === 'oldest-first' ? IconArrowDown : IconArrowUp
  return (
    <Button className={classes.newer} data-order={order} radius="xl" leftSection={<Arrow size={14} aria-hidden />} onClick={onClick}>
      {formatCount(count)} new
    </Button>
  )
}

/** Nothing to show: because nothing has happened, or because the filter lets nothing through. */
export function LogEmpty({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  return (
    <Stack align="center" justify="center" gap={6} className={classes.empty}>
      <Text fw={600}>{filtered ? 'No entry matches the filter' : 'Nothing has happened yet'}</Text>
      <Text size="sm" c="dimmed" maw={440} ta="center">
        {filtered
          ? 'Entries that match will appear here as they come in.'
          : 'Every message and every connection attempt of a charger appears here the moment it happens, exactly as it came.'}
      </Text>
      {filtered && (
        <Button variant="default" mt="xs" onClick={onClear}>
          Clear filters
        </Button>
      )}
    </Stack>
  )
}
