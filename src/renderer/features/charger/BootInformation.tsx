import { Text } from '@mantine/core'
import { Fragment } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import { formatDateTime } from '../../ui/format.ts'
import classes from './ChargerDetails.module.css'

/** What the charger said of itself in its BootNotification, without what it left out. */
export function BootInformation({ charger }: { charger: Charger }) {
  const boot = charger.bootInfo
  const facts = boot && [
    ['Vendor', boot.vendor],
    ['Model', boot.model],
    ['Serial number', boot.serialNumber],
    ['Charge box serial', boot.chargeBoxSerialNumber],
    ['Firmware', boot.firmwareVersion],
    ['Meter type', boot.meterType],
    ['Meter serial', boot.meterSerialNumber],
    ['SIM card (ICCID)', boot.iccid],
    ['SIM card (IMSI)', boot.imsi],
    ['Last boot', formatDateTime(boot.at)],
  ]
  return (
    <section aria-label="Boot information">
      <h2 className={classes.title}>Boot information</h2>
      {facts ? (
        <dl className={classes.facts}>
          {facts
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <Fragment key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
        </dl>
      ) : (
        <Text size="sm" c="dimmed">
          No BootNotification yet: it was probably booted elsewhere and only reconnected. Reboot it to see what it says of itself.
        </Text>
      )}
    </section>
  )
}
