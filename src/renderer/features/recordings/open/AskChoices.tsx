import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ImportChoices, ImportPreview } from '../../../../shared/domain/recording.ts'
import { visibleLine } from '../../log/model/visible-text.ts'
import { ChoicesForm } from './ChoicesForm.tsx'
import { isComplete, lacksIdentity, startChoices, withoutEnding } from './choices.ts'
import classes from './open.module.css'
import { PreviewRows } from './PreviewRows.tsx'

interface AskChoicesProps {
  fileName: string
  preview: ImportPreview
  problem: string | null
  onCancel: () => void
  onStart: (choices: ImportChoices, name: string) => void
}

/** What was recognised, what is still to be said, and the first rows. */
export function AskChoices({ fileName, preview, problem, onCancel, onStart }: AskChoicesProps) {
  const { needs } = preview
  const [name, setName] = useState(withoutEnding(fileName))
  const [choices, setChoices] = useState(() => startChoices(preview))
  const complete = isComplete(preview, choices)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (complete) onStart(lacksIdentity(preview, choices) ? choices : { ...choices, identity: undefined }, name)
      }}
    >
      <Stack gap="md">
        {problem !== null && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <dl className={classes.facts}>
          <dt>Recognised as</dt>
          <dd>{recognisedWords(preview)}</dd>
          {preview.chargerIds.length > 0 && (
            <>
              <dt>{preview.chargerIds.length === 1 ? 'Charger' : 'Chargers'}</dt>
              <dd>{preview.chargerIds.map((id) => visibleLine(id)).join(', ')}</dd>
            </>
          )}
        </dl>
        <Notes notes={preview.notes} />
        <ChoicesForm preview={preview} choices={choices} onChange={setChoices} />
        {preview.rows.length > 0 && <PreviewRows preview={preview} />}
        <Group justify="space-between" align="flex-end">
          <TextInput
            label="Name of the recording"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            w={280}
            maxLength={120}
          />
          <Group gap="sm">
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
            <Button type="submit" disabled={!complete} data-autofocus={needs.identity ? undefined : true}>
              Open
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

export function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <ul className={classes.notes}>
      {notes.map((note) => (
        <li key={note}>
          <Text size="sm">{visibleLine(note)}</Text>
        </li>
      ))}
    </ul>
  )
}

function recognisedWords({ format, formatName, files, unreadShare }: ImportPreview): string {
  if (format === 'unknown') return 'nothing known: its beginning has no OCPP message. It can be opened all the same.'
  const many = files.length > 1 ? `, ${files.length} files` : ''
  const rest = unreadShare >= 0.05 ? `; ${Math.round(unreadShare * 100)} % of its beginning is other text, and is kept as such` : ''
  return `${formatName}${many}${rest}`
}
