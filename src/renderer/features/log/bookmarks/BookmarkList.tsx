import { ActionIcon, Checkbox, Indicator, Popover, ScrollArea, Stack, Text, Tooltip } from '@mantine/core'
import { IconBookmarks, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { BookmarkedEntry } from '../../../../shared/domain/bookmark.ts'
import { formatCount, formatDateTime } from '../../../ui/format.ts'
import { tellProblem } from '../../../ui/problem.ts'
import { CategorySwatch } from '../../../ui/state.tsx'
import { visibleLine } from '../model/visible-text.ts'
import { entryName } from '../words.ts'
import classes from './bookmarks.module.css'
import type { Bookmarks } from './useBookmarks.ts'

interface BookmarkListProps {
  bookmarks: Bookmarks
  showCharger: boolean
  /** Whether the log shows nothing but bookmarked entries. */
  only: boolean
  onOnly: (only: boolean) => void
  onJump: (seq: number) => void
}

/** Every bookmark of the log, each with its note and the way to its entry. */
export function BookmarkList({ bookmarks, showCharger, only, onOnly, onJump }: BookmarkListProps) {
  const [open, setOpen] = useState(false)
  const { list } = bookmarks
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={400} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label="Bookmarks">
          <Indicator label={formatCount(list.length)} size={14} disabled={list.length === 0} offset={3}>
            <ActionIcon
              variant={only ? 'light' : 'default'}
              size={26}
              aria-label={`Bookmarks, ${list.length}`}
              onClick={() => setOpen(!open)}
            >
              <IconBookmarks size={15} aria-hidden />
            </ActionIcon>
          </Indicator>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        {list.length === 0 ? (
          <Text size="xs" c="dimmed" p="xs">
            No entry has a bookmark yet. Select a row and press B to put one on it, with a note if you like. Bookmarks and notes go along
            with exports.
          </Text>
        ) : (
          <Stack gap="xs">
            <Checkbox size="xs" label="Show only bookmarked entries" checked={only} onChange={() => onOnly(!only)} />
            <ScrollArea.Autosize mah={380} type="auto">
              {list.map((bookmark) => (
                <Line
                  key={bookmark.seq}
                  bookmark={bookmark}
                  showCharger={showCharger}
                  onJump={() => {
                    setOpen(false)
                    onJump(bookmark.seq)
                  }}
                  onRemove={() => {
                    bookmarks.remove(bookmark.seq).catch((error: unknown) => tellProblem(error, 'The bookmark could not be removed'))
                  }}
                />
              ))}
            </ScrollArea.Autosize>
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

interface LineProps {
  bookmark: BookmarkedEntry
  showCharger: boolean
  onJump: () => void
  onRemove: () => void
}

function Line({ bookmark, showCharger, onJump, onRemove }: LineProps) {
  const { note, entryAt, chargerId, category, summary } = bookmark
  return (
    <div className={classes.line}>
      <button type="button" className={classes.jump} onClick={onJump}>
        <span className={classes.where}>
          <CategorySwatch category={category} /> {formatDateTime(entryAt)}
          {showCharger && ` · ${visibleLine(chargerId)}`} · {visibleLine(entryName(bookmark))}
        </span>
        <span className={note === '' ? classes.summary : classes.note}>{visibleLine(note === '' ? summary : note)}</span>
      </button>
      <ActionIcon size={20} aria-label="Remove the bookmark" onClick={onRemove}>
        <IconTrash size={13} aria-hidden />
      </ActionIcon>
    </div>
  )
}
