import { Checkbox, Code, Group, Progress, Stack, Text } from '@mantine/core'
import {
  redactionClasses,
  redactionWords,
  secretClasses,
  type RedactionClass,
  type RedactionPreview,
} from '../../../shared/domain/redaction.ts'
import { formatCount } from '../../ui/format.ts'
import classes from './export.module.css'

interface MaskChoiceProps {
  chosen: RedactionClass[]
  onChange: (chosen: RedactionClass[]) => void
  preview: RedactionPreview | null
  problem: string | null
}

/** What is masked, with what of it the log holds: each value, and what will stand in its place. */
export function MaskChoice({ chosen, onChange, preview, problem }: MaskChoiceProps) {
  return (
    <Checkbox.Group
      label="Mask"
      description="Each value is replaced by a token, the same one throughout: who did what can still be followed, but not who it is."
      value={chosen}
      onChange={(value) => onChange(redactionClasses.filter((name) => value.includes(name)))}
    >
      <div className={classes.masks}>
        {redactionClasses.map((name) => (
          <Row key={name} name={name} chosen={chosen} preview={preview} />
        ))}
      </div>
      <Reading preview={preview} problem={problem} />
    </Checkbox.Group>
  )
}

function Row({ name, chosen, preview }: { name: RedactionClass; chosen: RedactionClass[]; preview: RedactionPreview | null }) {
  const found = preview?.found.find((one) => one.class === name)
  const words = redactionWords[name]
  const isSign = secretClasses.includes(name) && chosen.every((one) => secretClasses.includes(one))
  return (
    <div className={classes.mask}>
      <Checkbox size="xs" value={name} label={words.charAt(0).toUpperCase() + words.slice(1)} />
      <Text size="xs" c="dimmed" className={classes.count}>
        {found ? `${formatCount(found.values)} found` : preview?.done === true ? 'none found' : ''}
      </Text>
      <div className={classes.examples}>
        {found?.examples.slice(0, 2).map(({ value, token }) => (
          <span key={token} className={classes.example}>
            <Code className={classes.value} title={value}>
              {value}
            </Code>
            <span aria-label="becomes">→</span>
            <Code>{chosen.includes(name) ? (isSign ? '••••••••' : token) : 'shown'}</Code>
          </span>
        ))}
      </div>
    </div>
  )
}

function Reading({ preview, problem }: Pick<MaskChoiceProps, 'preview' | 'problem'>) {
  if (problem !== null) {
    return (
      <Text size="xs" c="red" role="alert" mt={6}>
        What is in the log could not be looked up: {problem} The export masks what it finds all the same.
      </Text>
    )
  }
  if (preview?.done === true || preview === null || preview.total === 0) return null
  return (
    <Stack gap={4} mt={8}>
      <Progress size="xs" value={(preview.read / preview.total) * 100} aria-label="Entries looked at" />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          Looking for them: {formatCount(preview.read)} of {formatCount(preview.total)} entries. You need not wait.
        </Text>
      </Group>
    </Stack>
  )
}
