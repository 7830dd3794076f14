import { Checkbox, Group } from '@mantine/core'
import type { ChargerSettings } from '../../../shared/domain/charger.ts'
import { protocolName, protocolOf, protocols } from '../../../shared/ocpp/protocol.ts'

interface VersionSettingProps {
  settings: ChargerSettings
  change: (change: Pick<ChargerSettings, 'protocols'>) => void
}

/** Which versions may be spoken with a charger; one of them always stays. */
export function VersionSetting({ settings: { protocols: allowed }, change }: VersionSettingProps) {
  return (
    <Checkbox.Group
      label="Versions of OCPP"
      description="The newest of these that the charger offers is taken when it next connects"
      size="sm"
      value={allowed}
      onChange={(values) => change({ protocols: protocols.filter((protocol) => values.some((value) => protocolOf(value) === protocol)) })}
    >
      <Group gap="md" mt={6}>
        {protocols.map((protocol) => (
          <Checkbox
            key={protocol}
            size="xs"
            value={protocol}
            label={protocolName[protocol]}
            disabled={allowed.length === 1 && allowed.includes(protocol)}
          />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
