import { Menu } from '@mantine/core'
import { IconBookmark, IconListSearch, IconStopwatch } from '@tabler/icons-react'
import type { Entry } from '../../../../shared/domain/entry.ts'
import type { LogFilter } from '../model/filter.ts'
import { threadsOf } from '../model/narrow.ts'
import { CopyItems, Item } from './CopyItems.tsx'

export interface MenuPlace {
  entry: Entry
  x: number
  y: number
}

interface RowMenuProps {
  at: MenuPlace | null
  recording: string | undefined
  showCharger: boolean
  bookmarked: boolean
  marked: boolean
  onFollow: (filter: LogFilter) => void
  onBookmark: (entry: Entry) => void
  onMark: (entry: Entry) => void
  onClose: () => void
}

/** What can be done with a row, at the place where it was asked for. */
export function RowMenu(props: RowMenuProps) {
  const { at, recording, showCharger, bookmarked, marked, onFollow, onBookmark, onMark, onClose } = props
  return (
    <Menu
      key={at === null ? '' : `${at.entry.seq} ${at.x} ${at.y}`}
      opened={at !== null}
      onClose={onClose}
      position="bottom-start"
      offset={0}
      shadow="md"
      width={250}
      withinPortal
    >
      <Menu.Target>
        <span style={{ position: 'fixed', left: at?.x ?? 0, top: at?.y ?? 0, width: 1, height: 1 }} />
      </Menu.Target>
      {at !== null && (
        <Menu.Dropdown aria-label="What to do with the row">
          <Menu.Label>Show only</Menu.Label>
          {threadsOf(at.entry, { showCharger }).map(({ of, label, filter }) => (
            <Item key={of} icon={<IconListSearch size={14} />} onClick={() => onFollow(filter)}>
              {label}
            </Item>
          ))}
          <Menu.Divider />
          <Item icon={<IconBookmark size={14} />} keys="B" onClick={() => onBookmark(at.entry)}>
            {bookmarked ? 'Edit the bookmark…' : 'Bookmark…'}
          </Item>
          <Item icon={<IconStopwatch size={14} />} keys="R" onClick={() => onMark(at.entry)}>
            {marked ? 'Remove the time mark' : 'Measure time from here'}
          </Item>
          <Menu.Divider />
          <CopyItems entry={at.entry} recording={recording} />
        </Menu.Dropdown>
      )}
    </Menu>
  )
}
