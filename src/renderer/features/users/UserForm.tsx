import { Select, TextInput } from '@mantine/core'
import { DateTimePicker } from '@mantine/dates'
import { schemaResolver, useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { User, userStatuses } from '../../../shared/domain/user.ts'
import { orpc, queryClient } from '../../api/client.ts'
import { formatDateTime } from '../../ui/format.ts'
import { FormDialog } from './FormDialog.tsx'

const fresh: User = { id: '', name: '', status: 'Accepted', expiresAt: null, parentId: null, paymentMethodId: null, priceGroupId: null }

export function UserForm({ user, onClose }: { user: User | null; onClose: () => void }) {
  const methods = useQuery(orpc.paymentMethods.list.queryOptions()).data ?? []
  const groups = useQuery(orpc.priceGroups.list.queryOptions()).data ?? []
  const form = useForm<User>({ initialValues: user ?? fresh, validate: schemaResolver(User, { sync: true }) })
  const save = useMutation(
    orpc.users.save.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: orpc.users.key() })
        onClose()
      },
    }),
  )
  const { expiresAt } = form.values
  return (
    <FormDialog
      title={user ? `User ${user.id}` : 'Add a user'}
      busy={save.isPending}
      error={save.error}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
      onClose={onClose}
    >
      <TextInput
        label="User ID"
        description="As the charger sends it: a card number, a token"
        readOnly={user !== null}
        data-autofocus={user === null || undefined}
        classNames={{ input: 'mono' }}
        {...form.getInputProps('id')}
      />
      <TextInput label="Name" description="For you only" data-autofocus={user !== null || undefined} {...form.getInputProps('name')} />
      <Select label="Status" description="What a charger is told when it asks" data={[...userStatuses]} {...form.getInputProps('status')} />
      <DateTimePicker
        label="Expires"
        placeholder="Never"
        size="xs"
        clearable
        value={expiresAt === null ? null : formatDateTime(expiresAt)}
        onChange={(value) => form.setFieldValue('expiresAt', value === null ? null : new Date(value).getTime())}
        error={form.errors['expiresAt']}
      />
      <TextInput
        label="Parent ID"
        description="Users with the same parent may end each other's sessions"
        placeholder="None"
        classNames={{ input: 'mono' }}
        {...form.getInputProps('parentId')}
        value={form.values.parentId ?? ''}
      />
      <Select
        label="Payment method"
        description="For sessions that the user starts at the charger"
        placeholder="The default of the settings"
        clearable
        data={methods.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('paymentMethodId')}
      />
      <Select
        label="Price group"
        placeholder="The default of the settings"
        clearable
        data={groups.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('priceGroupId')}
      />
    </FormDialog>
  )
}
