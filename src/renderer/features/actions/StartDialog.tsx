import { Autocomplete, NumberInput, Select, Stack, Text } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { z } from 'zod'
import type { Charger } from '../../../shared/domain/charger.ts'
import { isTaken, remoteActions, StartInput } from '../../../shared/domain/remote-action.ts'
import { stateStyle } from '../../../shared/domain/state.ts'
import type { User } from '../../../shared/domain/user.ts'
import { orpc } from '../../api/client.ts'
import { ActionDialog } from './ActionDialog.tsx'
import { userNote } from './userNote.ts'
import { useSubmit, type ActionDialogProps } from './useSubmit.ts'

/** Start charge: who, where, and how it is paid. */
export function StartDialog({ charger, ...rest }: ActionDialogProps<Charger>) {
  const { submit, busy, problem } = useSubmit(rest)
  const users = useQuery(orpc.users.list.queryOptions()).data ?? []
  const methods = useQuery(orpc.paymentMethods.list.queryOptions()).data ?? []
  const groups = useQuery(orpc.priceGroups.list.queryOptions()).data ?? []
  const settings = useQuery(orpc.settings.get.queryOptions()).data

  const firstFree = charger.connectors.find((connector) => !isTaken(connector, charger.protocol))?.id ?? 1
  const form = useForm<z.infer<typeof StartInput>>({
    initialValues: { connectorId: firstFree, userId: '', paymentMethodId: null, priceGroupId: null },
    validate: schemaResolver(StartInput, { sync: true }),
  })
  useEffect(() => {
    if (settings === undefined || form.isTouched()) return
    form.setValues({ paymentMethodId: settings.defaultPaymentMethodId, priceGroupId: settings.defaultPriceGroupId })
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the defaults have come
  }, [settings])

  /** A known user brings their own terms. */
  const pick = (id: string) => {
    form.setFieldValue('userId', id)
    const user = known(users, id)
    if (user?.paymentMethodId) form.setFieldValue('paymentMethodId', user.paymentMethodId)
    if (user?.priceGroupId) form.setFieldValue('priceGroupId', user.priceGroupId)
  }

  return (
    <ActionDialog
      title={`${remoteActions.start.title}: ${charger.id}`}
      confirm={remoteActions.start.title}
      busy={busy}
      problem={problem}
      onClose={rest.onClose}
      onSubmit={(event) => form.onSubmit((values) => void submit({ action: 'start', ...values, userId: values.userId.trim() }))(event)}
    >
      <Stack gap="sm">
        {charger.connectors.length === 0 ? (
          <NumberInput label="Connector" min={1} max={64} {...form.getInputProps('connectorId')} />
        ) : (
          <Select
            label="Connector"
            data={charger.connectors.map((connector) => ({
              value: String(connector.id),
              label: `Connector ${connector.id}, ${isTaken(connector, charger.protocol) ? 'a session is running' : stateStyle[connector.status ?? 'Unknown'].label}`,
              disabled: isTaken(connector, charger.protocol),
            }))}
            value={String(form.values.connectorId)}
            onChange={(value) => form.setFieldValue('connectorId', Number(value))}
          />
        )}
        <Autocomplete
          label="User ID"
          description="Who starts: type, or pick a known user"
          data-autofocus
          data={users.map((user) => user.id)}
          renderOption={({ option }) => <UserOption user={known(users, option.value)} id={option.value} />}
          maxLength={36}
          {...form.getInputProps('userId')}
          onChange={pick}
        />
        <Text size="xs" c="dimmed" mih={16} role="status">
          {userNote(known(users, form.values.userId), form.values.userId, settings?.unknownUsers)}
        </Text>
        <Select
          label="Payment method"
          data={methods.map((method) => ({ value: method.id, label: method.charges ? method.name : `${method.name} (costs nothing)` }))}
          {...form.getInputProps('paymentMethodId')}
        />
        <Select
          label="Price group"
          description="Optional"
          placeholder="None"
          clearable
          data={groups.map((group) => ({ value: group.id, label: group.name }))}
          {...form.getInputProps('priceGroupId')}
        />
      </Stack>
    </ActionDialog>
  )
}

/** User IDs are compared without regard to case (OCPP 1.6 §7.28). */
function known(users: User[], id: string): User | undefined {
  return users.find((user) => user.id.toLowerCase() === id.trim().toLowerCase())
}

function UserOption({ user, id }: { user: User | undefined; id: string }) {
  return (
    <span>
      <span className="mono">{id}</span>{' '}
      <Text span size="xs" c="dimmed">
        {[user?.name, user?.status === 'Accepted' ? null : user?.status].filter(Boolean).join(' · ')}
      </Text>
    </span>
  )
}
