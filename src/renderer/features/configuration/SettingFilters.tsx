import { Button, Group, Text, TextInput, Tooltip } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import { useKeys } from '../../ui/keys.ts'
import classes from './configuration.module.css'
import { kinds, kindWords, type SettingFilter } from './filter.ts'

interface SettingFiltersProps {
  filter: SettingFilter
  onFilter: (filter: SettingFilter) => void
  found: number
  all: number
}

/** Finds settings by words and by kind; `/` goes to the field. */
export function SettingFilters({ filter, onFilter, found, all }: SettingFiltersProps) {
  const field = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => field.current?.focus() })
  return (
    <Group gap={8} className={classes.filters} role="search" aria-label="Find settings">
      <TextInput
        ref={field}
        aria-label="Find a setting"
        placeholder="Find by name, value or meaning"
        leftSection={<IconSearch size={14} />}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          if (filter.text === '') event.currentTarget.blur()
          else onFilter({ ...filter, text: '' })
        }}
        w={300}
      />
      {kinds.map((kind) => {
        const on = filter.kinds.includes(kind)
        return (
          <Tooltip key={kind} label={kindWords[kind].meaning}>
            <Button
              variant={on ? 'light' : 'default'}
              aria-pressed={on}
              onClick={() => onFilter({ ...filter, kinds: on ? filter.kinds.filter((each) => each !== kind) : [...filter.kinds, kind] })}
            >
              {kindWords[kind].label}
            </Button>
          </Tooltip>
        )
      })}
      <Text size="xs" c="dimmed" role="status">
        {found === all ? `${all} settings` : `${found} of ${all} settings`}
      </Text>
    </Group>
  )
}
