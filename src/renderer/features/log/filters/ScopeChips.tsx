import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { deviationKind } from '../../../../shared/ocpp/deviations.ts'
import type { LogFilter, LogScope } from '../model/filter.ts'
import { isFiltered } from '../model/filter.ts'
import { visibleLine } from '../model/visible-text.ts'
import { rangeText } from '../words.ts'
import classes from './filters.module.css'

interface ScopeChipsProps {
  filter: LogFilter
  scope: LogScope
  onChange: (filter: LogFilter) => void
  onClearScope: () => void
}

/** What narrows the log down from elsewhere — a remote action, a session, a stretch of time — each with a way out. */
export function ScopeChips({ filter, scope, onChange, onClearScope }: ScopeChipsProps) {
  const run = scope.runId ?? filter.run
  const session = scope.sessionId ?? filter.session
  const chips = [
    scope.range && { key: 'range', text: rangeText(scope.range), clear: onClearScope },
    run != null && {
      key: 'run',
      text: 'Frames of one remote action',
      clear: scope.runId == null ? () => onChange({ ...filter, run: undefined }) : onClearScope,
    },
    session != null && {
      key: 'session',
      text: `Session ${session}`,
      clear: scope.sessionId == null ? () => onChange({ ...filter, session: undefined }) : onClearScope,
    },
    filter.deviation !== undefined && {
      key: 'deviation',
      text: `Unusual: ${filter.deviation.map((code) => deviationKind(code)?.title ?? visibleLine(code)).join(', ')}`,
      clear: () => onChange({ ...filter, deviation: undefined }),
    },
    !scope.range &&
      (filter.from !== undefined || filter.to !== undefined) && {
        key: 'time',
        text: rangeText(filter),
        clear: () => onChange({ ...filter, from: undefined, to: undefined }),
      },
    filter.onlyIn !== undefined && {
      key: 'onlyIn',
      text: `Only in “${visibleLine(filter.onlyIn)}”`,
      clear: () => onChange({ ...filter, onlyIn: undefined }),
    },
    filter.text !== undefined && {
      key: 'text',
      text: `Contains “${visibleLine(filter.text)}”`,
      clear: () => onChange({ ...filter, text: undefined }),
    },
  ].filter((chip) => typeof chip === 'object' && chip !== null)
  if (chips.length === 0 && !isFiltered(filter)) return null
  return (
    <div className={classes.chips} role="group" aria-label="What the log is narrowed down to">
      {chips.map(({ key, text, clear }) => (
        <span key={key} className={classes.chip}>
          <span title={text}>{text}</span>
          <ActionIcon size={18} radius="xl" aria-label={`Remove: ${text}`} onClick={clear}>
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
