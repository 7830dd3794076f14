import { Text, Title } from '@mantine/core'
import type { ServerStatus } from '../../../shared/domain/settings.ts'
import { AddressList } from './AddressList.tsx'
import { AddVirtualCharger } from './AddVirtualCharger.tsx'
import classes from './NoChargers.module.css'
import { Waiting } from '../../ui/Waiting.tsx'

/** What to do before the first charger has connected. */
export function NoChargers({ status }: { status: ServerStatus | undefined }) {
  if (status === undefined) return <Waiting what="the addresses of this machine" />
  return (
    <div className={classes.sheet}>
      <Title order={2}>Connect the first charger</Title>
      {status.listening ? (
        <ol className={classes.steps}>
          <li>
            <Text size="sm">
              Put the charger and this machine on one network, and open the charger's OCPP settings. Choose OCPP 2.0.1 or OCPP 1.6 JSON.
            </Text>
          </li>
          <li>
            <Text size="sm" mb={6}>
              Type this address as the central system's URL:
            </Text>
            <AddressList status={status} />
          </li>
          <li>
            <Text size="sm">
              Append the charger's identity: most chargers do so by themselves. If yours does not, type it at the end of the address:{' '}
              <code className={classes.example}>{status.addresses[0]?.url ?? `ws://…:${status.port}/`}GARAGE-07</code>
            </Text>
          </li>
          <li>
            <Text size="sm">
              Nothing arrives? Let incoming connections to port {status.port} through this machine's firewall, and check that the charger's
              address starts with <code>ws://</code>, not <code>http://</code> or <code>wss://</code>.
            </Text>
          </li>
        </ol>
      ) : (
        <Text size="sm" role="alert" c="var(--bench-bad)" my="md">
          Chargers cannot connect: {status.problem ?? 'the OCPP port is not open.'} Choose another port in the line at the bottom or in the
          settings.
        </Text>
      )}
      <div className={classes.virtual}>
        <div>
          <Title order={3}>No charger at hand?</Title>
          <Text size="sm" c="dimmed">
            A virtual charger speaks real OCPP from inside this app.
          </Text>
        </div>
        <AddVirtualCharger prominent />
      </div>
    </div>
  )
}
