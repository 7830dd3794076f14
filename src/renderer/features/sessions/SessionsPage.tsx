import { Text } from '@mantine/core'
import { formatCount } from '../../ui/format.ts'
import { SessionList } from './SessionList.tsx'

/** Every charging session with its terms and whether it was paid. */
export function SessionsPage() {
  return (
    <SessionList
      // The list has no stream of its own; a running session's energy and cost change with each meter value.
      everyMs={3_000}
      note={({ all, running }) => `${formatCount(all)} in all, ${formatCount(running)} running`}
      empty={
        <Text size="sm" c="dimmed">
          No session yet. One begins when a charger sends StartTransaction: open a charger and use <b>Start charge</b>, or present a card at
          the charger.
        </Text>
      }
    />
  )
}
