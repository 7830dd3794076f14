import { Button, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { orpc } from '../../api/client.ts'
import { formatCount } from '../../ui/format.ts'

/** How many things the charger does against the standard, leading to the list of them. */
export function QuirksLink({ chargerId }: { chargerId: string }) {
  const { data } = useQuery(orpc.chargers.quirks.queryOptions({ input: { id: chargerId }, refetchInterval: 5_000 }))
  if (data === undefined || data.length === 0) return null
  return (
    <Tooltip label="What this charger does against the standard, counted">
      <Button
        variant="subtle"
        color="gray"
        c="dimmed"
        size="compact-xs"
        renderRoot={(props) => <Link to="/chargers/$id/quirks" params={{ id: chargerId }} {...props} />}
      >
        Quirks ({formatCount(data.length)})
      </Button>
    </Tooltip>
  )
}
