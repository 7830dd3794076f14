import { Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Operation } from '../../../shared/domain/composer.ts'
import { useKeys } from '../../ui/keys.ts'
import classes from './Composer.module.css'

interface OperationListProps {
  operations: readonly Operation[]
  chosen: string | null
  onChoose: (operation: Operation) => void
}

/** Every operation of the version, by feature group, found by its name or by what it does. */
export function OperationList({ operations, chosen, onChoose }: OperationListProps) {
  const [search, setSearch] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => input.current?.focus() })
  const found = matching(operations, search)
  const groups = [...Map.groupBy(found, ({ group }) => group)]
  return (
    <nav className={classes.operations} aria-label="Operations">
      <TextInput
        ref={input}
        className={classes.search}
        placeholder={`Find one of ${operations.length}…`}
        aria-label="Find an operation"
        leftSection={<IconSearch size={14} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = found
          if (event.key === 'Enter' && first) onChoose(first)
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <div className={classes.scroll}>
        {groups.map(([group, members]) => (
          <section key={group} aria-label={group}>
            <h2 className={classes.group}>{group}</h2>
            {members.map((operation) => (
              <Tooltip
                key={operation.action}
                label={operation.does}
                position="right"
                openDelay={500}
                disabled={operation.action === chosen}
              >
                <UnstyledButton
                  className={classes.operation}
                  aria-current={operation.action === chosen || undefined}
                  onClick={() => onChoose(operation)}
                >
                  <span className={classes.name}>{operation.action}</span>
                  {operation.destructive && (
                    <IconAlertTriangle size={12} className={classes.caution} aria-label="changes or ends something" />
                  )}
                </UnstyledButton>
              </Tooltip>
            ))}
          </section>
        ))}
        {found.length === 0 && (
          <Text size="sm" c="dimmed" p="sm">
            No operation is called that, or does that.
          </Text>
        )}
      </div>
    </nav>
  )
}

/** Those whose name has the words first, then those that only do what is searched for. */
function matching(operations: readonly Operation[], search: string): Operation[] {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return [...operations]
  const named = operations.filter(({ action }) => action.toLowerCase().includes(wanted.replaceAll(' ', '')))
  return [...named, ...operations.filter((operation) => !named.includes(operation) && operation.does.toLowerCase().includes(wanted))]
}
