import { Button, Group, PasswordInput, Popover, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc, queryClient } from '../../api/client.ts'
import { tellProblem } from '../../ui/problem.ts'

/** The Basic auth password that a charger must send. It can be set and replaced, never read again. */
export function SetPassword({ chargerId, set = false }: { chargerId: string; set?: boolean }) {
  const [opened, setOpened] = useState(false)
  const [password, setPassword] = useState('')
  const change = useMutation(
    orpc.chargers.changeSettings.mutationOptions({
      onSuccess: (settings) => {
        queryClient.setQueryData(orpc.chargers.settings.queryKey({ input: { id: chargerId } }), settings)
        setOpened(false)
        setPassword('')
      },
      onError: (problem) => tellProblem(problem, 'The password was not set'),
    }),
  )
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={330} withArrow shadow="md" trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="default" onClick={() => setOpened(!opened)}>
          {set ? 'Change the password…' : 'Set a password…'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            change.mutate({ id: chargerId, basicAuthPassword: password })
          }}
        >
          <PasswordInput
            label={`Password of ${chargerId}`}
            description="Text, or hex of the bytes; the same as in the charger (AuthorizationKey)"
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Group mt="sm" gap="sm">
            <Button type="submit" size="compact-sm" disabled={password === ''} loading={change.isPending}>
              Set the password
            </Button>
            <Text size="xs" c="dimmed">
              It counts from its next connection.
            </Text>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
