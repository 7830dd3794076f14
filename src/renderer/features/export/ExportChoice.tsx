import { Badge, Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { exportFormats, type ExportFormat, type ExportOptions } from '../../../shared/domain/export.ts'
import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import { defaultRedaction, type RedactionClass } from '../../../shared/domain/redaction.ts'
import { formatCount } from '../../ui/format.ts'
import { formatWords } from './formats.ts'
import { MaskChoice } from './MaskChoice.tsx'
import { useRedactionPreview } from './useRedactionPreview.ts'

interface ExportChoiceProps {
  /** What the log shows now, and what "all" is. */
  filter: LogFilter
  all: LogFilter
  /** How many entries the filter lets through; null where nothing is filtered. */
  filtered: number | null
  allLabel: string
  starting: boolean
  onStart: (filter: LogFilter, options: ExportOptions) => void
}

/** What is exported, as what, and how. */
export function ExportChoice({ filter, all, filtered, allLabel, starting, onStart }: ExportChoiceProps) {
  const [everything, setEverything] = useState(filtered === 0)
  const [format, setFormat] = useState<ExportFormat>('zip')
  /** As long as nobody chose otherwise, what the format is masked with. */
  const [chosen, setChosen] = useState<RedactionClass[] | null>(null)
  const [ansi, setAnsi] = useState(false)
  const redact = chosen ?? defaultRedaction(format)
  const wanted = everything ? all : filter
  const { preview, problem } = useRedactionPreview(wanted)
  return (
    <Stack gap="md">
      {filtered !== null && (
        <Radio.Group label="Entries" value={everything ? 'all' : 'filtered'} onChange={(value) => setEverything(value === 'all')}>
          <Stack gap={6} mt={4}>
            <Radio
              size="xs"
              value="filtered"
              label={`What is filtered now: ${formatCount(filtered)} ${filtered === 1 ? 'entry' : 'entries'}`}
            />
            <Radio size="xs" value="all" label={allLabel} />
          </Stack>
        </Radio.Group>
      )}
      <Radio.Group label="File" value={format} onChange={(value) => setFormat(value)}>
        <Stack gap={8} mt={4}>
          {exportFormats.map((name) => (
            <Radio
              key={name}
              size="xs"
              value={name}
              label={
                name === 'zip' ? (
                  <Group gap={8} component="span">
                    {formatWords[name].label}
                    <Badge size="xs" variant="light" component="span">
                      recommended
                    </Badge>
                  </Group>
                ) : (
                  formatWords[name].label
                )
              }
              description={formatWords[name].purpose}
            />
          ))}
        </Stack>
      </Radio.Group>
      {format === 'txt' && (
        <Checkbox
          size="xs"
          label="Colours for a terminal (ANSI)"
          description="For less -R or a terminal; an editor would show the colour codes as characters."
          checked={ansi}
          onChange={(event) => setAnsi(event.currentTarget.checked)}
        />
      )}
      <MaskChoice chosen={redact} onChange={setChosen} preview={preview} problem={problem} />
      {preview?.total === 0 && (
        <Text size="xs" c="dimmed" role="status">
          The log holds no entry yet; the file will say so.
        </Text>
      )}
      <Group justify="flex-end">
        <Button data-autofocus loading={starting} onClick={() => onStart(wanted, { format, redact, ansi: ansi && format === 'txt' })}>
          Export
        </Button>
      </Group>
    </Stack>
  )
}
