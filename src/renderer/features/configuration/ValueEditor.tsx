import { Autocomplete, Button, Group, PasswordInput, TagsInput, Text, TextInput } from '@mantine/core'
import { useState, type KeyboardEvent } from 'react'
import type { ConfigurationItem } from '../../../shared/domain/configuration.ts'
import { unusualValue } from '../../../shared/ocpp/check-setting.ts'
import classes from './configuration.module.css'

interface ValueEditorProps {
  item: ConfigurationItem
  onSend: (value: string) => void
  onCancel: () => void
}

/** Edits a value in its row. What looks wrong by the standard is said, and can be sent all the same. */
export function ValueEditor({ item, onSend, onCancel }: ValueEditorProps) {
  const [value, setValue] = useState(item.value ?? '')
  const warning = item.type === null || (item.secret && value === '') ? null : unusualValue({ ...item, type: item.type }, value)
  const same = !item.secret && value === item.value
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onCancel()
  }
  const field = {
    onKeyDown,
    'aria-label': `New value of ${item.key}`,
    value,
    autoFocus: true,
    className: classes.field,
    size: 'xs' as const,
  }
  const choices = item.type === 'boolean' ? ['true', 'false'] : item.type === 'choice' ? (item.items ?? []) : []
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault()
        onSend(value)
      }}
    >
      <Group gap={6} wrap="nowrap" align="flex-start">
        {item.secret ? (
          <PasswordInput {...field} placeholder="New secret" autoComplete="off" onChange={(event) => setValue(event.currentTarget.value)} />
        ) : choices.length > 0 ? (
          <Autocomplete {...field} data={choices} filter={({ options }) => options} onChange={setValue} />
        ) : item.type === 'list' && item.items !== null && item.items.length > 0 ? (
          <TagsInput {...field} value={listed(value)} data={item.items} placeholder="Add…" onChange={(list) => setValue(list.join(','))} />
        ) : (
          <TextInput
            {...field}
            onChange={(event) => setValue(event.currentTarget.value)}
            rightSection={item.unit === null ? undefined : <span className={classes.unit}>{item.unit}</span>}
            rightSectionWidth={item.unit === null ? undefined : 14 + item.unit.length * 7}
          />
        )}
        <Button type="submit" disabled={same} className={classes.buttons}>
          Send
        </Button>
        <Button variant="default" onClick={onCancel} className={classes.buttons}>
          Cancel
        </Button>
      </Group>
      {item.meaning !== null && (
        <Text size="xs" c="dimmed">
          {item.meaning}
        </Text>
      )}
      {warning !== null && (
        <Text size="xs" c="var(--bench-notice)" role="status">
          {warning} It can be sent all the same.
        </Text>
      )}
      {item.danger !== null && (
        <Text size="xs" c="var(--bench-bad)">
          {item.danger}
        </Text>
      )}
    </form>
  )
}

function listed(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
