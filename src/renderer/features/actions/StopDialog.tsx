import { useState } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import { remoteActions } from '../../../shared/domain/remote-action.ts'
import { ActionDialog } from './ActionDialog.tsx'
import { runningSessions, SessionChoice } from './SessionChoice.tsx'
import { useSubmit, type ActionDialogProps } from './useSubmit.ts'

/** Asks which session to stop, where several are running. */
export function StopDialog({ charger, ...rest }: ActionDialogProps<Charger>) {
  const sessions = runningSessions(charger)
  const [connectorId, setConnectorId] = useState(sessions[0]?.connectorId ?? null)
  const { submit, busy, problem } = useSubmit(rest)
  return (
    <ActionDialog
      title={`${remoteActions.stop.title}: ${charger.id}`}
      confirm={remoteActions.stop.title}
      busy={busy}
      problem={problem}
      onClose={rest.onClose}
      onSubmit={() => void submit({ action: 'stop', connectorId })}
    >
      <SessionChoice sessions={sessions} value={connectorId} onChange={setConnectorId} />
    </ActionDialog>
  )
}
