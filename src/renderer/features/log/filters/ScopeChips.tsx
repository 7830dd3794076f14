import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { LogFilter, LogScope } from '../model/filter.ts'
import { isFiltered } from '../model/filter.ts'
import { chipsOf } from './chips.ts'
import classes from './filters.module.css'

interface ScopeChipsProps {
  filter: LogFilter
  scope: LogScope
  onChange: (filter: LogFilter) => void
  onClearScope: () => void
}

/** What narrows the log down — a remote action, a session, a connection, a stretch of time — each with a way out. */
export function ScopeChips({ filter, scope, onChange, onClearScope }: ScopeChipsProps) {
  const chips = chipsOf(filter, scope)
  if (chips.length === 0 && !isFiltered(filter)) return null
  return (
    <div className={classes.chips} role="group" aria-label="What the log is narrowed down to">
      {chips.map(({ key, text, without }) => (
        <span key={key} className={classes.chip}>
          <span title={text}>{text}</span>
          <ActionIcon
            size={18}
            radius="xl"
            aria-label={`Remove: ${text}`}
            onClick={() => (without === null ? onClearScope() : onChange(without))}
          >
            <IconX size={11} aria-hidden />
          </ActionIcon>
        </span>
      ))}
      {isFiltered(filter) && (
        <Button variant="subtle" size="compact-xs" onClick={() => onChange({})}>
          Clear filters
        </Button>
      )}
    </div>
  )
}
