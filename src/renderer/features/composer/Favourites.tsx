import { ActionIcon, Text, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { client, orpc, queryClient } from '../../api/client.ts'
import { tellProblem } from '../../ui/problem.ts'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { Earlier } from './Earlier.tsx'

interface FavouritesProps {
  id: string
  onLoad: (message: { action: string; payload: string }) => void
}

/** Messages that were kept under a name, for every charger of the version. */
export function Favourites({ id, onLoad }: FavouritesProps) {
  const { data, error } = useQuery(orpc.composer.favourites.queryOptions({ input: { id } }))
  if (error) return <Failed what="the favourites" error={error} />
  if (!data) return <Waiting what="the favourites" />
  if (data.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        None yet. Keep a message under a name, and it is here for every charger of this version.
      </Text>
    )
  }
  return data.map((favourite) => (
    <Earlier
      key={favourite.id}
      title={favourite.name}
      payload={favourite.payload}
      details={[favourite.action]}
      onLoad={() => onLoad(favourite)}
    >
      <Tooltip label="Remove">
        <ActionIcon aria-label={`Remove ${favourite.name}`} onClick={() => void remove(favourite.id)}>
          <IconTrash size={13} />
        </ActionIcon>
      </Tooltip>
    </Earlier>
  ))
}

async function remove(favourite: string): Promise<void> {
  try {
    await client.composer.removeFavourite({ favourite })
    await queryClient.invalidateQueries({ queryKey: orpc.composer.favourites.key() })
  } catch (problem) {
    tellProblem(problem, 'The favourite was not removed')
  }
}
