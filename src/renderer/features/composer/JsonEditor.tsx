import { Button, Group, Textarea } from '@mantine/core'
import { parseJson, writeJson } from '../../../shared/ocpp/frame.ts'
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
        <Button variant="subtle" size="compact-xs" onClick={() => onChange(pretty(text))}>
          Indent
        </Button>
      </Group>
    </div>
  )
}

function pretty(text: string): string {
  try {
    return writeJson(parseJson(text), 2)
  } catch {
    return text
  }
}
