import { Autocomplete, Group, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ImportChoices, ImportPreview } from '../../../../shared/domain/recording.ts'
import { offsetWords } from '../../../ui/format.ts'
import { lacksIdentity } from './choices.ts'
import { ColumnChoice } from './ColumnChoice.tsx'
import { zoneChoices } from './zones.ts'

interface ChoicesFormProps {
  preview: ImportPreview
  choices: ImportChoices
  onChange: (choices: ImportChoices) => void
}

/** What the file leaves open, and nothing else. */
export function ChoicesForm({ preview, choices, onChange }: ChoicesFormProps) {
  const { needs, chargerIds, suggestedIdentity } = preview
  const [zones] = useState(() => zoneChoices(choices.timeZone ?? 'UTC'))
  const identities = [...new Set([...chargerIds, ...(suggestedIdentity === null ? [] : [suggestedIdentity])])]
  return (
    <>
      {needs.columns !== null && (
        <ColumnChoice
          {...needs.columns}
          value={choices.columns ?? needs.columns.guess}
          onChange={(columns) => onChange({ ...choices, columns })}
        />
      )}
      <Group align="flex-start" gap="md" grow>
        {lacksIdentity(preview, choices) && (
          <Autocomplete
            label="Identity of the charger"
            description={chargerIds.length > 0 ? 'Some messages do not say whose they are.' : 'The file does not say whose it is.'}
            data={identities}
            value={choices.identity ?? ''}
            onChange={(identity) => onChange({ ...choices, identity })}
            data-autofocus
          />
        )}
        {needs.timeZone && (
          <Select
            label="Time zone of the file"
            description={
              needs.offset === null
                ? 'Its times have no offset from UTC.'
                : `Its times have no offset from UTC; by its messages they are ${offsetWords(needs.offset.minutes)}.`
            }
            data={zones}
            searchable
            value={choices.timeZone ?? null}
            onChange={(timeZone) => timeZone !== null && onChange({ ...choices, timeZone })}
          />
        )}
        {needs.date && (
          <TextInput
            type="date"
            label="Day of the first message"
            description="Its times have no date."
            value={choices.date ?? ''}
            onChange={(event) => onChange({ ...choices, date: event.currentTarget.value })}
          />
        )}
      </Group>
    </>
  )
}
