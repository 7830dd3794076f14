import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SavedFilter } from '../../../../shared/domain/saved-filter.ts'
import { orpc } from '../../../api/client.ts'
import { problemText } from '../../../ui/problem.ts'
import { compact, isFiltered, type LogFilter } from '../model/filter.ts'
import { visibleLine } from '../model/visible-text.ts'
import classes from './filters.module.css'

interface SavedFiltersProps {
  filter: LogFilter
  onPick: (filter: LogFilter) => void
}

/** Filters worth using again: pick one, keep the present one under a name, take one away. */
export function SavedFilters({ filter, onPick }: SavedFiltersProps) {
  const cache = useQueryClient()
  const { data, error } = useQuery(orpc.savedFilters.list.queryOptions())
  const keep = (list: SavedFilter[]) => cache.setQueryData(orpc.savedFilters.list.queryKey(), list)
  const save = useMutation(orpc.savedFilters.save.mutationOptions({ onSuccess: keep }))
  const remove = useMutation(orpc.savedFilters.remove.mutationOptions({ onSuccess: keep }))
  const [name, setName] = useState('')
  const { recording: _recording, ...worth } = compact(filter)
  const problem = error ?? save.error ?? remove.error
  const replaces = data?.some((saved) => saved.name.toLowerCase() === name.trim().toLowerCase())
  return (
    <Stack gap="xs">
      {data?.map((saved) => (
        <Group key={saved.id} gap={4} wrap="nowrap">
          <button type="button" className={classes.saved} onClick={() => onPick(saved.filter)}>
            {visibleLine(saved.name)}
          </button>
          <ActionIcon size={20} aria-label={`Remove ${saved.name}`} onClick={() => remove.mutate({ id: saved.id })}>
            <IconTrash size={13} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {isFiltered(worth) ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() !== '') save.mutate({ name: name.trim(), filter: worth }, { onSuccess: () => setName('') })
          }}
        >
          <Group gap={4} wrap="nowrap">
            <TextInput
              data-autofocus
              flex={1}
              aria-label="Name for this filter"
              placeholder="Name for this filter"
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
              {replaces ? 'Replace' : 'Save'}
            </Button>
          </Group>
        </form>
      ) : (
        <Text size="xs" c="dimmed">
          {data?.length === 0 ? 'No filter is saved yet. ' : ''}Filter the log, and keep the filter here under a name.
        </Text>
      )}
      {problem !== null && (
        <Text size="xs" c="error" role="alert">
          {problemText(problem)}
        </Text>
      )}
    </Stack>
  )
}
