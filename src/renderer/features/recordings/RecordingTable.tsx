import { ActionIcon, Menu, Table } from '@mantine/core'
import { IconArrowMerge, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Recording } from '../../../shared/domain/recording.ts'
import { client } from '../../api/client.ts'
import { ConfirmRemoval } from '../../ui/ConfirmRemoval.tsx'
import { formatBytes, formatCount, formatDateTime } from '../../ui/format.ts'
import { visibleLine } from '../log/model/visible-text.ts'
import { RenameRecording } from './RenameRecording.tsx'
import { spanWords } from './spanWords.ts'
import classes from './recordings.module.css'

export function RecordingTable({ recordings, onMerge }: { recordings: Recording[]; onMerge: (first: Recording) => void }) {
  const [renaming, setRenaming] = useState<Recording | null>(null)
  const [removing, setRemoving] = useState<Recording | null>(null)
  return (
    <>
      <Table className={classes.table} highlightOnHover stickyHeader stickyHeaderOffset={-16}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Recording</Table.Th>
            <Table.Th>Chargers</Table.Th>
            <Table.Th>Time</Table.Th>
            <Table.Th ta="right">Entries</Table.Th>
            <Table.Th ta="right">Not read</Table.Th>
            <Table.Th ta="right">Size</Table.Th>
            <Table.Th>Opened</Table.Th>
            <Table.Th aria-label="Actions" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {recordings.map((recording) => (
            <Row
              key={recording.id}
              recording={recording}
              onRename={() => setRenaming(recording)}
              onRemove={() => setRemoving(recording)}
              onMerge={recordings.length > 1 ? () => onMerge(recording) : null}
            />
          ))}
        </Table.Tbody>
      </Table>
      {renaming && <RenameRecording recording={renaming} onClose={() => setRenaming(null)} />}
      {removing && (
        <ConfirmRemoval
          what={`the recording ${visibleLine(removing.name)}`}
          meaning={`Its ${formatCount(removing.entries)} entries are deleted here. The file that it was made from stays where it is.`}
          onRemove={() => client.recordings.remove({ id: removing.id })}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  )
}

interface RowProps {
  recording: Recording
  onRename: () => void
  onRemove: () => void
  /** Null where there is nothing to merge it with. */
  onMerge: (() => void) | null
}

function Row({ recording, onRename, onRemove, onMerge }: RowProps) {
  const navigate = useNavigate()
  const target = { to: '/recordings/$recording', params: { recording: recording.id } } as const
  return (
    <Table.Tr className={classes.row} onClick={() => void navigate(target)}>
      <Table.Td>
        <Link {...target} className={classes.name} onClick={(event) => event.stopPropagation()}>
          {visibleLine(recording.name)}
        </Link>
        <div className={classes.quiet}>{visibleLine(recording.format)}</div>
      </Table.Td>
      <Table.Td className={classes.chargers}>{chargerWords(recording)}</Table.Td>
      <Table.Td className={classes.nowrap}>
        {formatDateTime(recording.firstAt)}
        <div className={classes.quiet}>{spanWords(recording)}</div>
      </Table.Td>
      <Table.Td ta="right">{formatCount(recording.entries)}</Table.Td>
      <Table.Td ta="right">{recording.unreadable.count === 0 ? '' : formatCount(recording.unreadable.count)}</Table.Td>
      <Table.Td ta="right" className={classes.nowrap}>
        {formatBytes(recording.bytes)}
      </Table.Td>
      <Table.Td className={classes.nowrap}>
        <span className={classes.quiet}>{formatDateTime(recording.importedAt)}</span>
      </Table.Td>
      <Table.Td onClick={(event) => event.stopPropagation()}>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={`More of ${visibleLine(recording.name)}`}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={14} />} onClick={onRename}>
              Rename…
            </Menu.Item>
            {onMerge !== null && (
              <Menu.Item leftSection={<IconArrowMerge size={14} />} onClick={onMerge}>
                Merge with another log…
              </Menu.Item>
            )}
            <Menu.Item color="red" leftSection={<IconTrash size={14} />} onClick={onRemove}>
              Delete…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  )
}

const mostNamed = 3

function chargerWords({ chargers }: Recording): string {
  const named = chargers.slice(0, mostNamed).map(({ id }) => visibleLine(id))
  return chargers.length > mostNamed ? `${named.join(', ')} and ${chargers.length - mostNamed} more` : named.join(', ')
}
