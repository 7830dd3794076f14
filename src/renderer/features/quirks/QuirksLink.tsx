import { Button, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { PlaceLink, usePlaces } from '../../api/places.tsx'
import { useRecordingScope } from '../../api/recording.ts'
import { formatCount } from '../../ui/format.ts'

/** How many things the charger does against the standard, leading to the list of them. */
export function QuirksLink({ chargerId }: { chargerId: string }) {
  const scope = useRecordingScope()
  const places = usePlaces()
  const refetchInterval = scope.recording === undefined && 5_000
  const { data } = useQuery(orpc.chargers.quirks.queryOptions({ input: { id: chargerId, ...scope }, refetchInterval }))
  if (data === undefined || data.length === 0) return null
  return (
    <Tooltip label="What this charger does against the standard, counted">
      <Button
        variant="subtle"
        color="gray"
        c="dimmed"
        size="compact-xs"
        renderRoot={(props) => <PlaceLink place={places.quirks(chargerId)} {...props} />}
      >
        Quirks ({formatCount(data.length)})
      </Button>
    </Tooltip>
  )
}
