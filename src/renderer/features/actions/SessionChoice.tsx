import { Radio, Stack } from '@mantine/core'
import type { Charger, Connector } from '../../../shared/domain/charger.ts'
import type { Session } from '../../../shared/domain/session.ts'
import { formatEnergy } from '../../ui/format.ts'

export interface RunningSession {
  connectorId: number
  session: Session
}

export function runningSessions(charger: Charger): RunningSession[] {
  return charger.connectors.flatMap(({ id, session }: Connector) => (session === null ? [] : [{ connectorId: id, session }]))
}

/** One session in a line: where, whose, and how much. */
export function sessionLine({ connectorId, session }: RunningSession): string {
  return `Connector ${connectorId}: ${session.userId ?? 'unknown user'}, ${formatEnergy(session.energyWh)}, transaction ${session.transactionId}`
}

interface SessionChoiceProps {
  sessions: RunningSession[]
  value: number | null
  onChange: (connectorId: number) => void
}

/** Which of several running sessions is meant. */
export function SessionChoice({ sessions, value, onChange }: SessionChoiceProps) {
  return (
    <Radio.Group label="Which session" value={value === null ? null : String(value)} onChange={(text) => onChange(Number(text))}>
      <Stack gap="xs" mt={4}>
        {sessions.map((running) => (
          <Radio key={running.connectorId} value={String(running.connectorId)} label={sessionLine(running)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
