import { Button, Group, Select, Stack, Text } from '@mantine/core'
import type { ChargerSettings, ChargerSettingsChange } from '../../../shared/domain/charger.ts'
import { SetPassword } from '../handshakes/SetPassword.tsx'

const subprotocols = [
  { value: 'refuse', label: 'Refuse' },
  { value: 'echo', label: 'Accept with its own' },
  { value: 'omit', label: 'Accept without' },
]

/** How the charger proves who it is, and what of its handshake is tolerated. */
export function PasswordSetting({
  id,
  settings,
  change,
}: {
  id: string
  settings: ChargerSettings
  change: (change: ChargerSettingsChange) => void
}) {
  return (
    <Stack gap="sm" align="flex-start">
      <div>
        <Text size="sm" mb={3}>
          {settings.basicAuthPasswordSet ? 'It has to send a password (Basic auth)' : 'It needs no password'}
        </Text>
        <Group gap="xs">
          <SetPassword chargerId={id} set={settings.basicAuthPasswordSet} />
          {settings.basicAuthPasswordSet && (
            <Button size="compact-sm" variant="default" onClick={() => change({ basicAuthPassword: null })}>
              Ask for none
            </Button>
          )}
        </Group>
      </div>
      <Select
        label="Only unknown subprotocols offered"
        data={subprotocols}
        allowDeselect={false}
        value={settings.unknownSubprotocol}
        onChange={(value) => {
          const chosen = (['refuse', 'echo', 'omit'] as const).find((each) => each === value)
          if (chosen) change({ unknownSubprotocol: chosen })
        }}
      />
    </Stack>
  )
}
