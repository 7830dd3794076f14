import { SegmentedControl, Stack, Switch, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Charger, ChargerSettings } from '../../../shared/domain/charger.ts'
import { orpc, queryClient } from '../../api/client.ts'
import { tellProblem } from '../../ui/problem.ts'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { BootInformation } from './BootInformation.tsx'
import classes from './ChargerDetails.module.css'
import { SeenInLog } from './SeenInLog.tsx'
import { VersionSetting } from './VersionSetting.tsx'
import { PasswordSetting } from './PasswordSetting.tsx'

/** What is looked at rarely: what the charger said of itself, and how this app treats it. */
export function ChargerDetails({ charger }: { charger: Charger }) {
  return (
    <div className={classes.details}>
      <BootInformation charger={charger} />
      <Treatment id={charger.id} />
      <SeenInLog charger={charger} />
    </div>
  )
}

const registrations: { value: ChargerSettings['registration']; label: string }[] = [
  { value: 'accepted', label: 'Accepted' },
  { value: 'pending', label: 'Pending' },
  { value: 'rejected', label: 'Rejected' },
]

function Treatment({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(orpc.chargers.settings.queryOptions({ input: { id } }))
  const change = useMutation(
    orpc.chargers.changeSettings.mutationOptions({
      onSuccess: (settings) => queryClient.setQueryData(orpc.chargers.settings.queryKey({ input: { id } }), settings),
      onError: (problem) => tellProblem(problem, 'The charger setting was not changed'),
    }),
  )
  return (
    <section aria-label="Charger settings">
      <h2 className={classes.title}>How it is treated</h2>
      {error !== null && <Failed what="its settings" error={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Waiting what="its settings" />}
      {data && (
        <Stack gap="sm" align="flex-start">
          <div>
            <Text size="sm" mb={3}>
              BootNotification is answered
            </Text>
            <SegmentedControl
              aria-label="BootNotification is answered"
              data={registrations}
              value={data.registration}
              onChange={(value) => change.mutate({ id, registration: registrations.find((each) => each.value === value)?.value })}
            />
          </div>
          <Switch
            label="Send WebSocket pings"
            description="Off for a charger that drops the connection when pinged"
            checked={data.pings}
            onChange={(event) => change.mutate({ id, pings: event.currentTarget.checked })}
          />
          <VersionSetting settings={data} change={(changed) => change.mutate({ id, ...changed })} />
          <PasswordSetting id={id} settings={data} change={(changed) => change.mutate({ id, ...changed })} />
        </Stack>
      )}
    </section>
  )
}
