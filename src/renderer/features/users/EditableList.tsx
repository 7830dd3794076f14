import { ActionIcon, Button, Group, Table, Text, Title, Tooltip } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { ConfirmRemoval } from '../../ui/ConfirmRemoval.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import classes from './EditableList.module.css'

interface EditableListProps<Item extends { id: string; name: string }> {
  title: string
  /** One of them, for buttons: `user`. */
  one: string
  meaning: string
  columns: { head: string; cell: (item: Item) => ReactNode; right?: boolean }[]
  query: { data: Item[] | undefined; error: Error | null; refetch: () => Promise<unknown> }
  /** The form that edits an item, or a new one for null. */
  form: (item: Item | null, close: () => void) => ReactNode
  onRemove: (id: string) => Promise<unknown>
}

/** A small list that is edited in a form: users, payment methods, price groups. */
export function EditableList<Item extends { id: string; name: string }>(props: EditableListProps<Item>) {
  const { title, one, meaning, columns, query, form, onRemove } = props
  const [edited, setEdited] = useState<{ item: Item | null } | null>(null)
  const [removed, setRemoved] = useState<Item | null>(null)
  return (
    <section aria-label={title}>
      <Group justify="space-between" mb="xs">
        <div>
          <Title order={2}>{title}</Title>
          <Text size="sm" c="dimmed">
            {meaning}
          </Text>
        </div>
        <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => setEdited({ item: null })}>
          Add a {one}
        </Button>
      </Group>
      {query.error !== null && query.data === undefined && (
        <Failed what={`the list of ${title.toLowerCase()}`} error={query.error} retry={() => void query.refetch()} />
      )}
      {query.error === null && query.data === undefined && <Waiting what={title.toLowerCase()} />}
      {query.data?.length === 0 && (
        <Text size="sm" c="dimmed" className={classes.empty}>
          None yet.
        </Text>
      )}
      {query.data && query.data.length > 0 && (
        <Table className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column.head} ta={column.right ? 'right' : undefined}>
                  {column.head}
                </Table.Th>
              ))}
              <Table.Th aria-label="Change" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {query.data.map((item) => (
              <Table.Tr key={item.id}>
                {columns.map((column) => (
                  <Table.Td key={column.head} ta={column.right ? 'right' : undefined}>
                    {column.cell(item)}
                  </Table.Td>
                ))}
                <Table.Td className={classes.buttons}>
                  <RowButton label={`Edit ${item.id}`} icon={<IconPencil size={14} />} onClick={() => setEdited({ item })} />
                  <RowButton label={`Remove ${item.id}`} icon={<IconTrash size={14} />} onClick={() => setRemoved(item)} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {edited && form(edited.item, () => setEdited(null))}
      {removed && (
        <ConfirmRemoval
          what={`the ${one} ${removed.name || removed.id}`}
          meaning="Sessions that used it keep what they were charged. It is no longer offered from now on."
          onRemove={() => onRemove(removed.id)}
          onClose={() => setRemoved(null)}
        />
      )}
    </section>
  )
}

function RowButton({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}
