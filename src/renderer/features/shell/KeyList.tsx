import { Group, Kbd, Modal, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { keyList, useKeys } from '../../ui/keys.ts'

/** The list of keys that `?` opens. */
export function KeyList() {
  const [opened, { open, close }] = useDisclosure()
  useKeys({ '?': open })
  return (
    <Modal opened={opened} onClose={close} title="Keys" size="lg">
      <Table verticalSpacing={3}>
        <Table.Tbody>
          {keyList.map(({ keys, does }) => (
            <Table.Tr key={does}>
              <Table.Td w={130}>
                <Group gap={4}>
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
