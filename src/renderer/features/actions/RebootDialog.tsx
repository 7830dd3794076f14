import { Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import { remoteActions } from '../../../shared/domain/remote-action.ts'
import { ActionDialog } from './ActionDialog.tsx'
import { useSubmit, type ActionDialogProps } from './useSubmit.ts'
import { resetEffect, resetMeaning, type ResetType } from './versionWords.ts'

/** Asks how to reboot, and says what that means for a running session. */
export function RebootDialog({ charger, ...rest }: ActionDialogProps<Charger>) {
  const [type, setType] = useState<ResetType>('Soft')
  const { submit, busy, problem } = useSubmit(rest)
  const running = charger.connectors.filter((connector) => connector.session !== null).length
  return (
    <ActionDialog
      title={`${remoteActions.reboot.title}: ${charger.id}`}
      confirm="Reboot"
      destructive
      busy={busy}
      problem={problem}
      onClose={rest.onClose}
      onSubmit={() => void submit({ action: 'reboot', type })}
    >
      <Radio.Group value={type} onChange={(value) => setType(value === 'Hard' ? 'Hard' : 'Soft')} label="How">
        <Stack gap="sm" mt={4}>
          <Radio value="Soft" label="Soft" description={resetMeaning('Soft', charger.protocol)} />
          <Radio value="Hard" label="Hard" description={resetMeaning('Hard', charger.protocol)} />
        </Stack>
      </Radio.Group>
      <Text size="sm" mt="md" c={running > 0 ? 'var(--bench-notice)' : 'dimmed'}>
        {resetEffect(type, charger.protocol, running)}
      </Text>
    </ActionDialog>
  )
}
