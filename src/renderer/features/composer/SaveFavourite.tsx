import { Button, Group, Popover, TextInput } from '@mantine/core'
import { IconStar } from '@tabler/icons-react'
import { useState } from 'react'
import { client, orpc, queryClient } from '../../api/client.ts'
import { tellProblem } from '../../ui/problem.ts'

/** Keeps the message under a name, for every charger of its version. */
export function SaveFavourite({ id, action, payload }: { id: string; action: string; payload: string }) {
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState('')
  const save = async () => {
    try {
      await client.composer.saveFavourite({ id, name, action, payload })
      await queryClient.invalidateQueries({ queryKey: orpc.composer.favourites.key() })
      setOpened(false)
      setName('')
    } catch (error) {
      tellProblem(error, 'The favourite was not saved')
    }
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus withArrow>
      <Popover.Target>
        <Button variant="subtle" color="gray" c="dimmed" leftSection={<IconStar size={14} />} onClick={() => setOpened(!opened)}>
          Keep as favourite
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <Group gap="xs" align="end">
            <TextInput
              label="Name"
              data-autofocus
              maxLength={80}
              placeholder={action}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" disabled={name.trim() === ''}>
              Save
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
