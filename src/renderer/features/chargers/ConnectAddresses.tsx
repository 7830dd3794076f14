import { Button, Popover, Text } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import type { ServerStatus } from '../../../shared/domain/settings.ts'
import { AddressList } from './AddressList.tsx'

/** The addresses again, for the next charger. */
export function ConnectAddresses({ status }: { status: ServerStatus }) {
  return (
    <Popover position="bottom-end" width={520} withArrow shadow="md">
      <Popover.Target>
        <Button variant="default" leftSection={<IconPlugConnected size={14} />}>
          Connect a charger
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" mb="sm">
          Type this address into the charger, and append its identity where it does not do so itself.
        </Text>
        <AddressList status={status} />
      </Popover.Dropdown>
    </Popover>
  )
}
