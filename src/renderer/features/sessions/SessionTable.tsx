import { Table } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { orpc } from '../../api/client.ts'
import { PlaceLink, usePlaces } from '../../api/places.tsx'
import type { FoundInSession } from '../../../shared/domain/finding.ts'
import type { Session } from '../../../shared/domain/session.ts'
import { stopReasons } from '../../../shared/ocpp/words/charger-calls.ts'
import { useRecording, useRecordingScope } from '../../api/recording.ts'
import { formatDateTime, formatDuration, formatEnergy, formatMoney, unknownText } from '../../ui/format.ts'
import { useNow } from '../../ui/useNow.ts'
import { SessionFindings } from '../findings/SessionFindings.tsx'
import { visibleLine } from '../log/model/visible-text.ts'
import { PaymentBadge } from './PaymentBadge.tsx'
import classes from './SessionTable.module.css'

/** Sessions, each leading to its charger with this session chosen. */
export function SessionTable({ sessions }: { sessions: Session[] }) {
  const scope = useRecordingScope()
  const { data: found } = useQuery(
    orpc.findings.perSession.queryOptions({
      input: { ...scope, limit: sessions.length },
      placeholderData: keepPreviousData,
      refetchInterval: 5_000,
    }),
  )
  const bySession = new Map(found?.map((each) => [each.sessionId, each]))
  return (
    <Table className={classes.table} highlightOnHover stickyHeader stickyHeaderOffset={-16}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Start</Table.Th>
          <Table.Th>Charger</Table.Th>
          <Table.Th>User ID</Table.Th>
          <Table.Th ta="right">Lasted</Table.Th>
          <Table.Th>End</Table.Th>
          <Table.Th ta="right">Energy</Table.Th>
          <Table.Th ta="right">Cost</Table.Th>
          <Table.Th>Payment</Table.Th>
          <Table.Th>Ended because</Table.Th>
          <Table.Th>Found</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sessions.map((session) => (
          <Row key={session.id} session={session} found={bySession.get(session.id)} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Row({ session, found }: { session: Session; found: FoundInSession | undefined }) {
  const navigate = useNavigate()
  const now = useNow()
  const recording = useRecording()
  const target = usePlaces().charger(session.chargerId, { session: session.id, seq: session.id })
  return (
    <Table.Tr className={classes.row} onClick={() => void navigate(target)}>
      <Table.Td className={classes.nowrap}>
        <PlaceLink place={target} className={classes.start} onClick={(event) => event.stopPropagation()}>
          {formatDateTime(session.startedAt)}
        </PlaceLink>
      </Table.Td>
      <Table.Td className={classes.charger}>
        <span className={classes.identity} title={visibleLine(session.chargerId)}>
          {visibleLine(session.chargerId)}
        </span>
        <span className={classes.quiet}> / {session.connectorId}</span>
      </Table.Td>
      <Table.Td className="mono">{session.userId ?? unknownText}</Table.Td>
      <Table.Td ta="right" className={classes.nowrap}>
        {formatDuration((session.endedAt ?? Math.max(now, session.startedAt)) - session.startedAt)}
      </Table.Td>
      <Table.Td className={classes.nowrap}>
        {session.endedAt === null ? (recording === null ? 'running' : 'not in the log') : formatDateTime(session.endedAt)}
      </Table.Td>
      <Table.Td ta="right" className={classes.nowrap}>
        {formatEnergy(session.energyWh)}
      </Table.Td>
      <Table.Td ta="right" className={classes.nowrap}>
        <span className={session.paymentState === 'voided' ? classes.voided : undefined}>
          {formatMoney(session.cost, session.currency)}
        </span>
      </Table.Td>
      <Table.Td className={classes.nowrap}>
        <span className={classes.payment}>
          <PaymentBadge state={session.paymentState} />
          <span className={classes.quiet}>{[session.paymentMethod?.name, session.priceGroup?.name].filter(Boolean).join(', ')}</span>
        </span>
      </Table.Td>
      <Table.Td>{ending(session)}</Table.Td>
      <Table.Td>
        <SessionFindings session={session} found={found} />
      </Table.Td>
    </Table.Tr>
  )
}

function ending({ endedAt, endedBy, reason }: Session): string {
  if (endedAt === null) return ''
  if (endedBy === 'central system') return reason === 'ForceStopped' ? 'force stopped, on our side' : `${reason ?? ''} (ended on our side)`
  if (reason === null) return 'no reason given'
  return Object.hasOwn(stopReasons, reason) ? stopReasons[reason]! : reason
}
