import { Select, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import type { Columns } from '../../../../shared/domain/recording.ts'
import { visibleLine } from '../../log/model/visible-text.ts'
import classes from './open.module.css'

const meanings: [keyof Columns, string][] = [
  ['time', 'Time'],
  ['chargerId', 'Charger'],
  ['direction', 'Direction'],
  ['frame', 'Whole message'],
  ['action', 'Action'],
  ['payload', 'Payload'],
  ['answer', 'Payload of the answer'],
  ['messageId', 'Message id'],
  ['messageType', 'Call, result or error'],
]
const none = ''

interface ColumnChoiceProps {
  names: string[]
  rows: string[][]
  value: Columns
  onChange: (columns: Columns) => void
}

/** Which column of a table holds what, where its names do not tell. */
export function ColumnChoice({ names, rows, value, onChange }: ColumnChoiceProps) {
  const columns = [
    { value: none, label: 'none' },
    ...[...new Set(names)].filter(Boolean).map((name) => ({ value: name, label: visibleLine(name) })),
  ]
  const choose = (meaning: keyof Columns, name: string | null): void => {
    const { [meaning]: _before, ...others } = value
    onChange(name === null || name === none ? others : { ...others, [meaning]: name })
  }
  return (
    <Stack gap="xs">
      <Text size="sm" fw={550}>
        What is in which column?
      </Text>
      <div className={classes.table}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {names.map((name) => (
                <Table.Th key={name}>{visibleLine(name)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, 5).map((row, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the rows of a file never change
              <Table.Tr key={index}>
                {names.map((name, column) => (
                  <Table.Td key={name}>{visibleLine((row[column] ?? '').slice(0, 120))}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
        {meanings.map(([meaning, label]) => (
          <Select key={meaning} label={label} data={columns} value={value[meaning] ?? none} onChange={(name) => choose(meaning, name)} />
        ))}
      </SimpleGrid>
    </Stack>
  )
}
