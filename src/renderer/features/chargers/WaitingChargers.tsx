import { Stack, Text } from '@mantine/core'
import type { Charger } from '../../../shared/domain/charger.ts'
import { AcceptCharger } from '../charger/AcceptCharger.tsx'
import { byIdentity } from './activity.ts'

/** So many are listed; who has more of them accepts these first. */
const MOST = 5

/** Chargers that are here and wait for the technician's word, above all others, because nothing else works until it is given. */
export function WaitingChargers({ chargers }: { chargers: Charger[] }) {
  const waiting = chargers.filter(({ connected, registration }) => connected && registration === 'pending').toSorted(byIdentity)
  if (waiting.length === 0) return null
  return (
    <Stack component="section" gap="xs" mb="md" aria-label="Waiting to be accepted">
      {waiting.slice(0, MOST).map((charger) => (
        <AcceptCharger key={charger.id} charger={charger} named />
      ))}
      {waiting.length > MOST && (
        <Text size="sm" c="dimmed">
          {waiting.length - MOST} more wait.
        </Text>
      )}
    </Stack>
  )
}
