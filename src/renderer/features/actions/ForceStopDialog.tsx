import { Text } from '@mantine/core'
import { useState } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import { remoteActions } from '../../../shared/domain/remote-action.ts'
import { formatMoney } from '../../ui/format.ts'
import { ActionDialog } from './ActionDialog.tsx'
import { runningSessions, SessionChoice, sessionLine } from './SessionChoice.tsx'
import { useSubmit, type ActionDialogProps } from './useSubmit.ts'
import { stopCall } from './versionWords.ts'

/** Says in plain words what a force stop takes away, and what will be sent, before it happens. */
export function ForceStopDialog({ charger, ...rest }: ActionDialogProps<Charger>) {
  const sessions = runningSessions(charger)
  const [connectorId, setConnectorId] = useState(sessions[0]?.connectorId ?? null)
  const { submit, busy, problem } = useSubmit(rest)
  const chosen = sessions.find((running) => running.connectorId === connectorId) ?? sessions[0]
  return (
    <ActionDialog
      title={`${remoteActions['force-stop'].title}: ${charger.id}`}
      confirm="Force stop, and take the payment away"
      destructive
      busy={busy}
      problem={problem}
      onClose={rest.onClose}
      onSubmit={() => void submit({ action: 'force-stop', connectorId })}
    >
      {sessions.length > 1 && <SessionChoice sessions={sessions} value={connectorId} onChange={setConnectorId} />}
      {sessions.length === 1 && chosen && <Text size="sm">{sessionLine(chosen)}</Text>}
      <Text size="sm" fw={600} mt="md">
        The payment for this charge will be taken away
        {chosen && chosen.session.cost !== null && `: ${formatMoney(chosen.session.cost, chosen.session.currency)} so far`}. It cannot be
        given back.
      </Text>
      <Text size="sm" mt="sm">
        Sent to the charger: <code>{stopCall(charger.protocol)}</code>
        {chosen && ` for transaction ${chosen.session.transactionId}`}. If the charger refuses, stays silent or is not connected, the
        session is ended here all the same. The charger itself may then go on delivering power.
      </Text>
    </ActionDialog>
  )
}
