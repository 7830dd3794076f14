import { Menu } from '@mantine/core'
import { IconBookmark, IconBraces, IconCopy, IconLink, IconListSearch, IconStopwatch, IconTextSize } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Entry } from '../../../../shared/domain/entry.ts'
import { hideSecrets } from '../../../../shared/ocpp/secrets.ts'
import type { LogFilter } from '../model/filter.ts'
import { entryAddress, entryAsJson, entryAsRow } from '../model/entry-text.ts'
import { threadsOf } from '../model/narrow.ts'
import { copy } from './copy.ts'

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
          <Item icon={<IconTextSize size={14} />} keys="Ctrl+C" onClick={() => copy(entryAsRow(at.entry), 'the row')}>
            Copy as a row
          </Item>
          <Item icon={<IconBraces size={14} />} onClick={() => copy(entryAsJson(at.entry), 'the entry')}>
            Copy as JSON
          </Item>
          <Item icon={<IconCopy size={14} />} onClick={() => copy(hideSecrets(at.entry.raw).text, 'the message')}>
            Copy the message as it came
          </Item>
          <Item icon={<IconLink size={14} />} onClick={() => copy(entryAddress(at.entry.seq, recording, location.href), 'the link')}>
            Copy a link
          </Item>
        </Menu.Dropdown>
      )}
    </Menu>
  )
}

function Item({ icon, keys, onClick, children }: { icon: ReactNode; keys?: string; onClick: () => void; children: ReactNode }) {
  return (
    <Menu.Item
      leftSection={icon}
      rightSection={
        keys === undefined ? null : (
          <span style={{ color: 'var(--mantine-color-dimmed)', fontSize: 'var(--mantine-font-size-xs)' }}>{keys}</span>
        )
      }
      fz="sm"
      py={4}
      onClick={onClick}
    >
      {children}
    </Menu.Item>
  )
}
