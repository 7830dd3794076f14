import { Button, Group, Modal, NumberInput, Text, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { orpc } from '../../api/client.ts'
import { problemText } from '../../ui/problem.ts'

const Form = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{0,20}$/, 'Up to 20 letters, digits, - and _.'),
  connectors: z.number('How many connectors it has.').int().min(1, 'At least one.').max(8, 'At most eight.'),
})

/** Adds a charger that lives in this app, and goes to its page. */
export function AddVirtualCharger({ prominent = false }: { prominent?: boolean }) {
  const [opened, { open, close }] = useDisclosure()
  const navigate = useNavigate()
  const form = useForm({ initialValues: { id: '', connectors: 2 }, validate: schemaResolver(Form, { sync: true }) })
  const add = useMutation(
    orpc.simulator.add.mutationOptions({
      onSuccess: async ({ id }) => {
        close()
        form.reset()
        await navigate({ to: '/chargers/$id', params: { id } })
      },
    }),
  )
  return (
    <>
      <Button leftSection={<IconPlus size={14} />} variant={prominent ? 'filled' : 'default'} size={prominent ? 'sm' : 'xs'} onClick={open}>
        Add a virtual charger
      </Button>
      <Modal opened={opened} onClose={close} title="Add a virtual charger" size="sm">
        <form onSubmit={form.onSubmit(({ id, connectors }) => add.mutate({ connectors, ...(id === '' ? {} : { id }) }))}>
          <Text size="sm" c="dimmed" mb="md">
            It connects over a real socket as a charger would, and does what you tell it: plug in a car, charge, pause, fail, go offline.
          </Text>
          <TextInput label="Identity" placeholder="chosen for you" data-autofocus {...form.getInputProps('id')} />
          <NumberInput label="Connectors" min={1} max={8} mt="sm" {...form.getInputProps('connectors')} />
          {add.error && (
            <Text size="sm" c="var(--bench-bad)" mt="sm" role="alert">
              {problemText(add.error)}
            </Text>
          )}
          <Group justify="flex-end" mt="lg">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={add.isPending}>
              Add
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  )
}
