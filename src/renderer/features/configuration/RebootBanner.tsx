import { Alert, Group, Text } from '@mantine/core'
import { IconPower } from '@tabler/icons-react'
import { useState } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import { whyNot } from '../../../shared/domain/remote-action.ts'
import { ReasonButton } from '../../ui/ReasonButton.tsx'
import { RebootDialog } from '../actions/RebootDialog.tsx'
import { useRuns } from '../actions/useRuns.ts'
import { visibleLine } from '../log/model/visible-text.ts'

/** Some settings work only after a reboot: says which, and offers it. */
export function RebootBanner({ charger, keys }: { charger: Charger; keys: string[] }) {
  const runs = useRuns(charger.id)
  const [asking, setAsking] = useState(false)
  const last = runs.runs?.[0]
  const said = last?.action === 'reboot' && last.outcome !== 'running' ? last.words : null
  return (
    <Alert variant="outline" color="yellow" icon={<IconPower size={16} />} role="status">
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text size="sm">
          {keys.length === 1
            ? `${visibleLine(keys[0] ?? '')} works`
            : `${visibleLine(keys.slice(0, 3).join(', '))}${keys.length > 3 ? ` and ${keys.length - 3} more` : ''} work`}{' '}
          only after a reboot of the charger. {said}
        </Text>
        <Group gap="sm" wrap="nowrap">
          <ReasonButton reason={whyNot('reboot', charger)} loading={runs.isRunning('reboot')} onClick={() => setAsking(true)}>
            Reboot…
          </ReasonButton>
        </Group>
      </Group>
      {asking && <RebootDialog charger={charger} onClose={() => setAsking(false)} onStart={runs.start} />}
    </Alert>
  )
}
