import { Button, Group } from '@mantine/core'
import { IconBolt, IconHistory, IconPencilBolt, IconPlayerStop, IconPower, IconStethoscope } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import { remoteActions, whyNot, type RemoteActionName } from '../../../shared/domain/remote-action.ts'
import { ReasonButton } from '../../ui/ReasonButton.tsx'
import { tellProblem } from '../../ui/problem.ts'
import { useAskedActions } from './ask.ts'
import { ForceStopDialog } from './ForceStopDialog.tsx'
import { RebootDialog } from './RebootDialog.tsx'
import { StartDialog } from './StartDialog.tsx'
import { StopDialog } from './StopDialog.tsx'
import type { ActionRequest, Runs } from './useRuns.ts'

interface ActionBarProps {
  charger: Charger
  runs: Runs
  runsShown: boolean
  onToggleRuns: () => void
  /** Something has been started: show how it goes. */
  onStarted: () => void
}

const order: { action: RemoteActionName; icon: typeof IconBolt; colour?: string }[] = [
  { action: 'start', icon: IconBolt },
  { action: 'stop', icon: IconPlayerStop },
  { action: 'reboot', icon: IconPower },
  { action: 'check', icon: IconStethoscope },
  { action: 'force-stop', icon: IconPlayerStop, colour: 'red' },
]

/** The five remote actions as buttons. One that cannot be used now says why. */
export function ActionBar({ charger, runs, runsShown, onToggleRuns, onStarted }: ActionBarProps) {
  const [open, setOpen] = useState<RemoteActionName | null>(null)
  const running = charger.connectors.filter((connector) => connector.session !== null)

  const start = (request: ActionRequest): Promise<unknown> => {
    onStarted()
    return runs.start(request)
  }
  const press = (action: RemoteActionName) => {
    if (whyNot(action, charger) !== null || runs.isRunning(action)) return
    const tell = (error: unknown) => tellProblem(error, `${remoteActions[action].title} was not possible`)
    if (action === 'check') start({ action }).catch(tell)
    else if (action === 'stop' && running.length === 1) start({ action, connectorId: running[0]?.id ?? null }).catch(tell)
    else setOpen(action)
  }
  useAskedActions(press)
  const dialog = { charger, onClose: () => setOpen(null), onStart: start }

  return (
    <Group gap={6} role="toolbar" aria-label="Remote actions">
      {order.map(({ action, icon: Icon, colour }) => (
        <ReasonButton
          key={action}
          reason={whyNot(action, charger)}
          does={remoteActions[action].does}
          variant={action === 'start' ? 'filled' : 'default'}
          c={colour && whyNot(action, charger) === null ? 'var(--bench-bad)' : undefined}
          leftSection={<Icon size={14} />}
          loading={runs.isRunning(action)}
          onClick={() => press(action)}
        >
          {remoteActions[action].title}
          {action === 'reboot' && '…'}
        </ReasonButton>
      ))}
      <Button
        variant="subtle"
        color="gray"
        c="dimmed"
        ml="auto"
        leftSection={<IconPencilBolt size={14} />}
        renderRoot={(props) => <Link to="/chargers/$id/compose" params={{ id: charger.id }} {...props} />}
      >
        Compose…
      </Button>
      <Button
        variant="subtle"
        color="gray"
        c="dimmed"
        leftSection={<IconHistory size={14} />}
        aria-pressed={runsShown}
        onClick={onToggleRuns}
      >
        Actions taken{runs.runs && runs.runs.length > 0 ? ` (${runs.runs.length})` : ''}
      </Button>
      {open === 'start' && <StartDialog {...dialog} />}
      {open === 'stop' && <StopDialog {...dialog} />}
      {open === 'reboot' && <RebootDialog {...dialog} />}
      {open === 'force-stop' && <ForceStopDialog {...dialog} />}
    </Group>
  )
}
