import { Button, Group, Textarea } from '@mantine/core'
import { indentedJson } from '../../../shared/ocpp/indented-json.ts'
import classes from './Composer.module.css'

interface JsonEditorProps {
  text: string
  onChange: (text: string) => void
  /** ctrl+enter. */
  onSend: () => void
}

/** The payload as JSON. Integers keep every digit. */
export function JsonEditor({ text, onChange, onSend }: JsonEditorProps) {
  return (
    <div>
      <Textarea
        aria-label="Payload as JSON"
        classNames={{ input: classes.code }}
        autosize
        minRows={10}
        maxRows={28}
        spellCheck={false}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend()
        }}
      />
      <Group gap="xs" mt={4}>
        <Button variant="subtle" size="compact-xs" onClick={() => onChange(indentedJson(text) ?? text)}>
          Indent
        </Button>
      </Group>
    </div>
  )
}
