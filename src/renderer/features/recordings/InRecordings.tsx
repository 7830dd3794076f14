import { Button, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { visibleLine } from '../log/model/visible-text.ts'
import { useRecordings } from './useRecordings.ts'

const mostShown = 5

/** Where a charger that has never connected here is found nevertheless. */
export function InRecordings({ chargerId }: { chargerId: string }) {
  const { data = [] } = useRecordings()
  const having = data.filter(({ chargers }) => chargers.some(({ id }) => id === chargerId))
  if (having.length === 0) return null
  return (
    <Stack gap="xs" mt="md" align="flex-start">
      <Text size="sm">It is in {having.length === 1 ? 'a recording' : `${having.length} recordings`}:</Text>
      {having.slice(0, mostShown).map(({ id, name }) => (
        <Button
          key={id}
          variant="default"
          size="xs"
          renderRoot={(props) => <Link to="/recordings/$recording/chargers/$id" params={{ recording: id, id: chargerId }} {...props} />}
        >
          {visibleLine(name)}
        </Button>
      ))}
    </Stack>
  )
}
