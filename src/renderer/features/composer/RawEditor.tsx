import { Alert, Text, Textarea, Title } from '@mantine/core'
import { IconAlertTriangle, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { ReasonButton } from '../../ui/ReasonButton.tsx'
import classes from './Composer.module.css'
import { keepDraft, keptDraft } from './drafts.ts'
import { OutcomeView } from './OutcomeView.tsx'
import { useSend } from './useSend.ts'

/** Any text, sent as it is: no message id is added, nothing is checked, no answer is waited for. */
export function RawEditor({ id, why, initial }: { id: string; why: string | null; initial: string }) {
  const [text, setText] = useState(() => initial || keptDraft(id, null) || `[2,"raw-${Date.now().toString(36)}","ClearCache",{}]`)
  const sending = useSend(id)
  const reason = why ?? (text === '' ? 'There is nothing to send.' : null)
  return (
    <section className={classes.editor} aria-label="Raw text">
      <div>
        <Title order={2}>Raw text frame</Title>
        <Text size="sm" c="dimmed">
          The text goes over the wire as it stands here: no message id is added, nothing is checked, and no answer is waited for.
        </Text>
      </div>
      <Alert color="orange" icon={<IconAlertTriangle size={16} />}>
        A charger may lose its connection, restart or stop working when it gets what it does not expect. The log marks the frame as sent by
        hand.
      </Alert>
      <Textarea
        aria-label="Raw text"
        classNames={{ input: classes.code }}
        autosize
        minRows={8}
        maxRows={28}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          keepDraft(id, null, event.currentTarget.value)
        }}
      />
      <div>
        <ReasonButton
          reason={reason}
          leftSection={<IconSend size={14} />}
          color="orange"
          loading={sending.busy}
          onClick={() => sending.send({ raw: text })}
        >
          Send as it is
        </ReasonButton>
      </div>
      {sending.problem && (
        <Alert color="red" role="alert">
          {sending.problem}
        </Alert>
      )}
      {sending.last && <OutcomeView key={sending.last.id} message={sending.last} />}
    </section>
  )
}
