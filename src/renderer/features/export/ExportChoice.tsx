import { Button, Checkbox, Group, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { exportFormats, type ExportFormat, type ExportOptions } from '../../../shared/domain/export.ts'
import { formatCount } from '../../ui/format.ts'
import { formatWords } from './formats.ts'

interface ExportChoiceProps {
  /** How many entries the filter lets through; null where nothing is filtered. */
  filtered: number | null
  /** What "all" is here. */
  allLabel: string
  starting: boolean
  onStart: (everything: boolean, options: ExportOptions) => void
}

/** What is exported, as what, and how. */
export function ExportChoice({ filtered, allLabel, starting, onStart }: ExportChoiceProps) {
  const [everything, setEverything] = useState(false)
  const [format, setFormat] = useState<ExportFormat>('html')
  const [maskUserIds, setMaskUserIds] = useState(false)
  const [includeSecrets, setIncludeSecrets] = useState(false)
  const [ansi, setAnsi] = useState(false)
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
            <Radio key={name} size="xs" value={name} label={formatWords[name].label} description={formatWords[name].purpose} />
          ))}
        </Stack>
      </Radio.Group>
      <Stack gap={8}>
        {format === 'txt' && (
          <Checkbox
            size="xs"
            label="Colours for a terminal (ANSI)"
            description="For less -R or a terminal; an editor would show the colour codes as characters."
            checked={ansi}
            onChange={(event) => setAnsi(event.currentTarget.checked)}
          />
        )}
        <Checkbox
          size="xs"
          label="Mask User IDs"
          description="Each User ID is replaced by a mask, the same one throughout the file: who did what can still be followed, but not who it is."
          checked={maskUserIds}
          onChange={(event) => setMaskUserIds(event.currentTarget.checked)}
        />
        <Checkbox
          size="xs"
          label="Include secrets"
          description="Authorization keys and passwords as they are. Without it they are masked; everything else stays as it came."
          checked={includeSecrets}
          onChange={(event) => setIncludeSecrets(event.currentTarget.checked)}
        />
      </Stack>
      <Group justify="flex-end">
        <Button
          data-autofocus
          loading={starting}
          onClick={() => onStart(everything, { format, maskUserIds, includeSecrets, ansi: ansi && format === 'txt' })}
        >
          Export
        </Button>
      </Group>
    </Stack>
  )
}
