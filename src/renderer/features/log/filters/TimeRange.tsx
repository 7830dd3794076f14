import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { zoneLabel } from '../../../ui/format.ts'

interface TimeRangeProps {
  from: number | undefined
  to: number | undefined
  onChange: (range: { from: number | undefined; to: number | undefined }) => void
}

const quick = [
  { label: '5 min', ms: 5 * 60_000 },
  { label: '1 h', ms: 3_600_000 },
  { label: '24 h', ms: 24 * 3_600_000 },
]

/** From and to, in the technician's zone, to the second. Applied by a button: half a date is no filter. */
export function TimeRange({ from, to, onChange }: TimeRangeProps) {
  const [start, setStart] = useState(fieldText(from))
  const [end, setEnd] = useState(fieldText(to))
  const [first, last] = [fieldTime(start), fieldTime(end)]
  const problem = first !== undefined && last !== undefined && first >= last ? 'The end lies before the start.' : null
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          Last
        </Text>
        {quick.map(({ label, ms }) => (
          <Button key={label} variant="default" size="compact-xs" onClick={() => onChange({ from: Date.now() - ms, to: undefined })}>
            {label}
          </Button>
        ))}
      </Group>
      <TextInput type="datetime-local" step={1} label="From" value={start} onChange={(event) => setStart(event.currentTarget.value)} />
      <TextInput
        type="datetime-local"
        step={1}
        label="To"
        value={end}
        error={problem}
        onChange={(event) => setEnd(event.currentTarget.value)}
      />
      <Text size="xs" c="dimmed">
        Times in {zoneLabel()}
      </Text>
      <Group gap="xs" justify="flex-end">
        <Button variant="subtle" size="compact-xs" onClick={() => onChange({ from: undefined, to: undefined })}>
          Any time
        </Button>
        <Button size="compact-xs" disabled={problem !== null} onClick={() => onChange({ from: first, to: last })}>
          Apply
        </Button>
      </Group>
    </Stack>
  )
}

function fieldText(ms: number | undefined): string {
  if (ms === undefined) return ''
  const local = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 19)
}

function fieldTime(text: string): number | undefined {
  const ms = text === '' ? Number.NaN : Date.parse(text)
  return Number.isNaN(ms) ? undefined : ms
}
