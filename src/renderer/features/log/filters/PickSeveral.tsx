import { Checkbox, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { visibleLine } from '../model/visible-text.ts'

interface PickSeveralProps {
  items: readonly { value: string; label: string }[]
  chosen: readonly string[]
  onToggle: (value: string) => void
  /** Placeholder of the field that narrows a long list down. */
  search?: string
  nothing: string
}

/** A list to tick several of. */
export function PickSeveral({ items, chosen, onToggle, search, nothing }: PickSeveralProps) {
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const shown = items.filter(({ label }) => label.toLowerCase().includes(wanted))
  return (
    <Stack gap="xs">
      {search !== undefined && items.length > 8 && (
        <TextInput
          data-autofocus
          placeholder={search}
          aria-label={search}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <ScrollArea.Autosize mah={280} type="auto">
        <Stack gap={6} py={2}>
          {shown.map(({ value, label }) => (
            <Checkbox key={value} size="xs" label={visibleLine(label)} checked={chosen.includes(value)} onChange={() => onToggle(value)} />
          ))}
          {shown.length === 0 && (
            <Text size="xs" c="dimmed">
              {nothing}
            </Text>
          )}
        </Stack>
      </ScrollArea.Autosize>
    </Stack>
  )
}
