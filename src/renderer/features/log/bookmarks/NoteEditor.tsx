import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Entry } from '../../../../shared/domain/entry.ts'
import { formatDateTime } from '../../../ui/format.ts'
import { problemText } from '../../../ui/problem.ts'
import { visibleLine } from '../model/visible-text.ts'
import { entryName } from '../words.ts'
import type { Bookmarks } from './useBookmarks.ts'

interface NoteEditorProps {
  entry: Entry
  bookmarks: Bookmarks
  onClose: () => void
}

const mostCharacters = 4_000

/** Puts a bookmark on an entry, with or without a note. Enter keeps it: the note of most is a line. */
export function NoteEditor({ entry, bookmarks, onClose }: NoteEditorProps) {
  const kept = bookmarks.noteOn(entry.seq)
  const [note, setNote] = useState(kept ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const write = (writing: Promise<unknown>) => {
    writing.then(onClose).catch((error: unknown) => setProblem(problemText(error)))
  }
  const save = () => write(bookmarks.save(entry.seq, note.trim()))
  return (
    <Modal opened onClose={onClose} title={kept === null ? 'Bookmark this entry' : 'Bookmark'} size="md">
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          {formatDateTime(entry.at)} · {visibleLine(entry.chargerId)} · {visibleLine(entryName(entry))}: {visibleLine(entry.summary)}
        </Text>
        <Textarea
          data-autofocus
          label="Note"
          description="What somebody should know who finds this entry. It goes along with exports."
          autosize
          minRows={3}
          maxRows={12}
          maxLength={mostCharacters}
          value={note}
          error={problem}
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            save()
          }}
        />
        <Group justify="flex-end" gap="sm">
          {kept !== null && (
            <Button variant="subtle" color="red" mr="auto" onClick={() => write(bookmarks.remove(entry.seq))}>
              Remove the bookmark
            </Button>
          )}
          <Text size="xs" c="dimmed">
            Shift+Enter: new line
          </Text>
          <Button onClick={save}>Save</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
