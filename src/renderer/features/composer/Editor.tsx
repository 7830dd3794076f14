import { Alert, Button, Group, SegmentedControl, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { RJSFSchema } from '@rjsf/utils'
import { useState } from 'react'
import type { Operation } from '../../../shared/domain/composer.ts'
import { orpc } from '../../api/client.ts'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import classes from './Composer.module.css'
import { dropDraft, keptDraft } from './drafts.ts'
import { PayloadForm } from './form/PayloadForm.tsx'
import { JsonEditor } from './JsonEditor.tsx'
import { OutcomeView } from './OutcomeView.tsx'
import { ProblemList } from './ProblemList.tsx'
import { SaveFavourite } from './SaveFavourite.tsx'
import { SendBar } from './SendBar.tsx'
import { useDraft } from './useDraft.ts'
import { useSend } from './useSend.ts'

interface EditorProps {
  id: string
  operation: Operation
  /** The payload to begin with; null for one made of what is known. */
  initial: string | null
  /** Why nothing can be sent now; null when it can. */
  why: string | null
}

/** One operation: its payload as a form or as JSON, and what came of sending it. */
export function Editor({ id, operation, initial, why }: EditorProps) {
  const { action } = operation
  const [begun, setBegun] = useState(() => keptDraft(id, action))
  const schema = useQuery(orpc.composer.schema.queryOptions({ input: { id, action }, staleTime: Infinity }))
  const defaults = useQuery(
    orpc.composer.defaults.queryOptions({ input: { id, action }, enabled: initial === null && begun === null, staleTime: 0, gcTime: 0 }),
  )
  const begin = initial ?? begun ?? defaults.data?.payload
  const startAfresh = () => {
    dropDraft(id, action)
    setBegun(null)
  }
  const error = schema.error ?? defaults.error
  return (
    <section className={classes.editor} aria-label={action}>
      <div>
        <Title order={2}>{action}</Title>
        <Text size="sm" c="dimmed">
          {operation.does}
        </Text>
      </div>
      {operation.destructive && (
        <Text size="xs" c="var(--bench-notice)" className={classes.note}>
          <IconAlertTriangle size={13} /> It may end a session, take something away, or change how the charger can be reached.
        </Text>
      )}
      {error && <Failed what={action} error={error} />}
      {!error && (schema.data === undefined || begin === undefined) && <Waiting what={action} />}
      {schema.data && begin !== undefined && (
        <Payload
          key={begun === null ? 'new' : 'begun'}
          id={id}
          action={action}
          schema={schema.data.schema}
          initial={begin}
          why={why}
          onAfresh={initial === null && begun !== null ? startAfresh : null}
        />
      )}
    </section>
  )
}

function Payload({
  id,
  action,
  schema,
  initial,
  why,
  onAfresh,
}: {
  id: string
  action: string
  schema: RJSFSchema
  initial: string
  why: string | null
  /** Begins with what is known instead; null where it begins so. */
  onAfresh: (() => void) | null
}) {
  const [view, setView] = useState<'form' | 'json'>('form')
  const draft = useDraft(id, action, initial)
  const sending = useSend(id)
  const shown = draft.value === null ? 'json' : view
  const send = (anyway: boolean) => sending.send({ action, payload: draft.text, anyway })
  const fieldCount = Object.keys(schema.properties ?? {}).length
  return (
    <>
      {onAfresh !== null && sending.last === null && (
        <Group gap={6}>
          <Text size="xs" c="dimmed" role="status">
            As you left it, not sent yet.
          </Text>
          <Button size="compact-xs" variant="subtle" onClick={onAfresh}>
            Start afresh
          </Button>
        </Group>
      )}
      <Group justify="space-between">
        <SegmentedControl
          aria-label="View"
          value={shown}
          onChange={(next) => setView(next === 'json' ? 'json' : 'form')}
          data={[
            { value: 'form', label: 'Form', disabled: draft.value === null },
            { value: 'json', label: 'JSON' },
          ]}
        />
        <SaveFavourite id={id} action={action} payload={draft.text} />
      </Group>
      {shown === 'form' && fieldCount === 0 && (
        <Text size="sm" c="dimmed">
          This message has no fields.
        </Text>
      )}
      {shown === 'form' && draft.value && (
        <PayloadForm schema={schema} value={draft.value} problems={draft.shownProblems} onChange={draft.setValue} />
      )}
      {shown === 'json' && (
        <JsonEditor text={draft.text} onChange={draft.setText} onSend={() => why === null && draft.problems?.length === 0 && send(false)} />
      )}
      <ProblemList problems={draft.shownProblems} />
      {sending.problem && sending.asked && 'payload' in sending.asked && sending.asked.payload === draft.text && (
        <Alert color="red" icon={<IconAlertTriangle size={16} />} role="alert">
          {sending.problem}
        </Alert>
      )}
      {sending.last && <OutcomeView key={sending.last.id} message={sending.last} />}
      <div className={classes.foot}>
        <SendBar action={action} why={why} problems={draft.problems} readable={draft.readable} busy={sending.busy} onSend={send} />
      </div>
    </>
  )
}
