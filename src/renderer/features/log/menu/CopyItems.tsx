import { Menu } from '@mantine/core'
import { IconBraces, IconCopy, IconLink, IconTextSize } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Entry } from '../../../../shared/domain/entry.ts'
import { hideSecrets } from '../../../../shared/ocpp/secrets.ts'
import { entryAddress, entryAsJson, entryAsRow } from '../model/entry-text.ts'
import { copy } from './copy.ts'

/** The ways to hand one entry on. Secrets stay here. */
export function CopyItems({ entry, recording }: { entry: Entry; recording: string | undefined }) {
  return (
    <>
      <Item icon={<IconTextSize size={14} />} keys="Ctrl+C" onClick={() => copy(entryAsRow(entry), 'the row')}>
        Copy as a row
      </Item>
      <Item icon={<IconBraces size={14} />} onClick={() => copy(entryAsJson(entry), 'the entry')}>
        Copy as JSON
      </Item>
      <Item icon={<IconCopy size={14} />} onClick={() => copy(hideSecrets(entry.raw).text, 'the message')}>
        Copy the message as it came
      </Item>
      <Item icon={<IconLink size={14} />} onClick={() => copy(entryAddress(entry.seq, recording, location.href), 'the link')}>
        Copy a link
      </Item>
    </>
  )
}

interface ItemProps {
  icon: ReactNode
  keys?: string
  onClick: () => void
  children: ReactNode
}

/** A line of a menu, with the key that does the same. */
export function Item({ icon, keys, onClick, children }: ItemProps) {
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
