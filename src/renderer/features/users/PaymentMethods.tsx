import { Switch, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { PaymentMethod } from '../../../shared/domain/money.ts'
import { client, orpc, queryClient } from '../../api/client.ts'
import { EditableList } from './EditableList.tsx'
import { FormDialog } from './FormDialog.tsx'
import { idFromName } from './idFromName.ts'

/** How a session is paid. */
export function PaymentMethods() {
  const query = useQuery(orpc.paymentMethods.list.queryOptions())
  return (
    <EditableList
      title="Payment methods"
      one="payment method"
      meaning="How a session is paid. Nothing is really charged anywhere: each session keeps what would have been."
      query={query}
      columns={[
        { head: 'Name', cell: (method) => method.name },
        { head: 'Costs', cell: (method) => (method.charges ? 'as the price group says' : 'nothing') },
      ]}
      form={(method, close) => <PaymentMethodForm method={method} taken={query.data ?? []} onClose={close} />}
      onRemove={async (id) => {
        await client.paymentMethods.remove({ id })
        await queryClient.invalidateQueries({ queryKey: orpc.paymentMethods.key() })
      }}
    />
  )
}

interface PaymentMethodFormProps {
  method: PaymentMethod | null
  taken: PaymentMethod[]
  onClose: () => void
}

function PaymentMethodForm({ method, taken, onClose }: PaymentMethodFormProps) {
  const form = useForm<PaymentMethod>({
    initialValues: method ?? { id: '', name: '', charges: true },
    validate: schemaResolver(PaymentMethod.omit({ id: true }), { sync: true }),
  })
  const save = useMutation(
    orpc.paymentMethods.save.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: orpc.paymentMethods.key() })
        onClose()
      },
    }),
  )
  return (
    <FormDialog
      title={method ? `Payment method ${method.name}` : 'Add a payment method'}
      busy={save.isPending}
      error={save.error}
      onSubmit={form.onSubmit((values) => save.mutate({ ...values, id: method?.id ?? idFromName(values.name, taken) }))}
      onClose={onClose}
    >
      <TextInput label="Name" data-autofocus {...form.getInputProps('name')} />
      <Switch
        label="Sessions cost something"
        description="Off for charging that is free"
        {...form.getInputProps('charges', { type: 'checkbox' })}
      />
    </FormDialog>
  )
}
