import { Group, Modal, Select, Switch, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ComparedRow, Comparison, ConfigurationSource } from '../../../shared/domain/configuration.ts'
import { useChargers } from '../../api/bench.tsx'
import { orpc } from '../../api/client.ts'
import { formatDateTime } from '../../ui/format.ts'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { visibleLine } from '../log/model/visible-text.ts'
import classes from './configuration.module.css'
import { snapshotList } from './Snapshots.tsx'
import { SettingName } from './SettingName.tsx'
import { PlainValue } from './ValueCell.tsx'

const words: Record<ComparedRow['change'], string> = {
  changed: 'differs',
  added: 'only in the second',
  removed: 'only in the first',
  withheld: 'not compared: a secret',
  same: 'same',
}

/** Two configurations, of snapshots or of chargers, and what differs. */
export function CompareDialog({ a, b, onClose }: { a: ConfigurationSource; b: ConfigurationSource; onClose: () => void }) {
  const [first, setFirst] = useState(a)
  const [second, setSecond] = useState(b)
  const { data, error, refetch } = useQuery(
    orpc.configuration.compare.queryOptions({ input: { a: first, b: second }, staleTime: 0, gcTime: 0, retry: false }),
  )
  return (
    <Modal opened onClose={onClose} title="Compare configurations" size="min(1100px, 92vw)">
      <Group grow gap="md" mb="md" align="flex-start">
        <Pick label="First" value={first} onPick={setFirst} />
        <Pick label="Second" value={second} onPick={setSecond} />
      </Group>
      {data === undefined && error === null && <Waiting what="both configurations" />}
      {error !== null && <Failed what="both configurations" error={error} retry={() => void refetch()} />}
      {data !== undefined && error === null && <Differences comparison={data} />}
    </Modal>
  )
}

function Pick({ label, value, onPick }: { label: string; value: ConfigurationSource; onPick: (source: ConfigurationSource) => void }) {
  const { data: chargers = [] } = useChargers()
  const { data: snapshots = [] } = useQuery(snapshotList)
  const groups = [
    { group: 'Chargers', items: chargers.map(({ id }) => ({ value: `charger:${id}`, label: visibleLine(id) })) },
    {
      group: 'Snapshots',
      items: snapshots.map(({ id, name, chargerId, takenAt }) => ({
        value: `snapshot:${id}`,
        label: visibleLine(`${name} · ${chargerId || 'unnamed'} · ${formatDateTime(takenAt)}`),
      })),
    },
  ]
  return (
    <Select
      label={label}
      searchable
      data={groups.filter(({ items }) => items.length > 0)}
      value={`${value.from}:${value.id}`}
      onChange={(picked) => {
        const [, from, id] = /^(charger|snapshot):(.*)$/s.exec(picked ?? '') ?? []
        if (from !== undefined && id !== undefined) onPick({ from: from as ConfigurationSource['from'], id })
      }}
    />
  )
}

function Differences({ comparison: { a, b, rows } }: { comparison: Comparison }) {
  const [all, setAll] = useState(false)
  const different = rows.filter(({ change }) => change === 'changed' || change === 'added' || change === 'removed')
  const shown = all ? rows : different
  const others = a.protocol !== null && b.protocol !== null && a.protocol !== b.protocol
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Text size="sm" role="status">
          {different.length === 0 ? 'Nothing differs' : `${different.length} of ${rows.length} settings differ`}.{' '}
          {others && `The first speaks ${a.protocol}, the second ${b.protocol}: their settings have different names.`}
        </Text>
        <Switch label="Show what is the same too" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
      </Group>
      {shown.length > 0 && (
        <div className={classes.scroll}>
          <Table aria-label="Differences">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Setting</Table.Th>
                <Table.Th>{`${visibleLine(a.label)}, ${formatDateTime(a.at)}`}</Table.Th>
                <Table.Th>{`${visibleLine(b.label)}, ${formatDateTime(b.at)}`}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((row) => (
                <Table.Tr key={row.key} className={classes.diff} data-change={row.change}>
                  <Table.Td className={classes.name} title={row.meaning ?? undefined}>
                    <SettingName name={row.key} />
                  </Table.Td>
                  <Table.Td>
                    <Side row={row} value={row.a} lacks={row.change === 'added'} />
                  </Table.Td>
                  <Table.Td>
                    <Side row={row} value={row.b} lacks={row.change === 'removed'} />
                  </Table.Td>
                  <Table.Td className={classes.change}>{words[row.change]}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </>
  )
}

function Side({ row, value, lacks }: { row: ComparedRow; value: string | null; lacks: boolean }) {
  return row.secret && !lacks ? (
    <Text span size="sm" c="dimmed">
      secret
    </Text>
  ) : (
    <PlainValue value={value} unit={row.unit} />
  )
}
