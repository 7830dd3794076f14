import { Text } from '@mantine/core'
import type { Charger } from '../../../shared/domain/charger.ts'
import { formatDateTime } from '../../ui/format.ts'
import classes from './ChargerDetails.module.css'

/** When the charger was seen, and what it last said was wrong. */
export function SeenInLog({ charger }: { charger: Charger }) {
  return (
    <section>
      <h2 className={classes.title}>In this log</h2>
      <Text size="sm">First seen {formatDateTime(charger.firstSeenAt)}</Text>
      <Text size="sm">Last seen {formatDateTime(charger.lastSeenAt)}</Text>
      {charger.firmwareStatus && <Text size="sm">Firmware update: {charger.firmwareStatus}</Text>}
      {charger.lastError && (
        <Text size="sm" className={classes.error}>
          Last error {formatDateTime(charger.lastError.at)}: {charger.lastError.text}
        </Text>
      )}
    </section>
  )
}
