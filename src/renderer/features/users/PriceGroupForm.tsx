import { NumberInput, SimpleGrid, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { PriceGroup } from '../../../shared/domain/money.ts'
import { orpc, queryClient } from '../../api/client.ts'
import { FormDialog } from './FormDialog.tsx'
import { idFromName } from './idFromName.ts'

const fresh: PriceGroup = {
  id: '',
  name: '',
  currency: 'EUR',
  pricePerKWh: 0.5,
  startFee: 0,
  feePerMinute: 0,
  idleFeePerMinute: 0,
}

const fees = [
  { field: 'pricePerKWh', label: 'Per kWh' },
  { field: 'startFee', label: 'To start' },
  { field: 'feePerMinute', label: 'Per minute' },
  { field: 'idleFeePerMinute', label: 'Per idle minute' },
] as const

interface PriceGroupFormProps {
  group: PriceGroup | null
  taken: PriceGroup[]
  onClose: () => void
}

export function PriceGroupForm({ group, taken, onClose }: PriceGroupFormProps) {
  const form = useForm<PriceGroup>({
    initialValues: group ?? fresh,
    validate: schemaResolver(PriceGroup.omit({ id: true }), { sync: true }),
  })
  const save = useMutation(
    orpc.priceGroups.save.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: orpc.priceGroups.key() })
        onClose()
      },
    }),
  )
  return (
    <FormDialog
      title={group ? `Price group ${group.name}` : 'Add a price group'}
      busy={save.isPending}
      error={save.error}
      onSubmit={form.onSubmit((values) => save.mutate({ ...values, id: group?.id ?? idFromName(values.name, taken) }))}
      onClose={onClose}
    >
      <TextInput label="Name" data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label="Currency"
        description="ISO 4217 code, such as EUR"
        maxLength={3}
        {...form.getInputProps('currency')}
        onChange={(event) => form.setFieldValue('currency', event.currentTarget.value.toUpperCase())}
      />
      <SimpleGrid cols={2} spacing="sm">
        {fees.map(({ field, label }) => (
          <NumberInput
            key={field}
            label={label}
            min={0}
            decimalScale={4}
            step={0.05}
            suffix={` ${form.values.currency}`}
            {...form.getInputProps(field)}
          />
        ))}
      </SimpleGrid>
    </FormDialog>
  )
}
