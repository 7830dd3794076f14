import { Anchor, Button, Popover, ScrollArea, Table, Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import type { Session } from '../../../shared/domain/session.ts'
import { stateStyle } from '../../../shared/domain/state.ts'
import type { Lane } from '../../../shared/timeline/lanes.ts'
import { rangeWords } from '../../../shared/timeline/picture/words.ts'
import type { Range } from '../../../shared/timeline/range.ts'
import { formatDateTime, formatEnergy } from '../../ui/format.ts'
import { StateSwatch } from '../../ui/state.tsx'
import { visibleLine } from '../log/model/visible-text.ts'
import classes from './timeline.module.css'
import { laneTotals, sessionTotals, type SessionTotals } from './totals.ts'
import type { ViewControl } from './useView.ts'
import { laneName, lasted, percent } from './words.ts'

interface TotalsProps {
  lanes: Lane[]
  sessions: Session[]
  view: ViewControl
  selection: Range | null
  onSession: (session: Session) => void
}

/** Behind a button: how long each lane was in each state, and what became of the time of each session. */
export function Totals(props: TotalsProps) {
  return (
    <Popover position="top-end" width={760} shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Button size="compact-xs" variant="default">
          Totals
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} data-testid="timeline-totals">
        <ScrollArea.Autosize mah="min(420px, 44vh)" type="auto" p="sm" tabIndex={0}>
          <Tables {...props} />
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}

function Tables({ lanes, sessions, view, selection, onSession }: TotalsProps) {
  const edge = view.whole.to
  const { from, to } = selection ?? view.range
  const states = useMemo(() => laneTotals(lanes, { from, to: Math.min(to, edge) }, edge), [lanes, from, to, edge])
  const rows = useMemo(() => sessionTotals(sessions, lanes, { from, to }, edge), [sessions, lanes, from, to, edge])
  return (
    <>
      <Text size="xs" c="dimmed">
        {selection ? 'The selected time: ' : 'What is visible: '}
        {rangeWords({ from, to: Math.min(to, edge) }, undefined)}
      </Text>
      <Title order={3} mt="xs">
        Time in each state
      </Title>
      <Table verticalSpacing={2} horizontalSpacing={7} className={classes.totals}>
        <Table.Tbody>
          {states.map(({ lane, states: own }) =>
            own.map(({ state, ms, share }, i) => (
              <Table.Tr key={`${lane.key} ${state}`}>
                <Table.Td>{i === 0 ? laneName(lane) : ''}</Table.Td>
                <Table.Td>
                  <StateSwatch state={state} /> {stateStyle[state].label}
                </Table.Td>
                <Table.Td ta="right">{lasted(ms)}</Table.Td>
                <Table.Td ta="right">{percent(share)}</Table.Td>
              </Table.Tr>
            )),
          )}
        </Table.Tbody>
      </Table>
      <Title order={3} mt="sm">
        Sessions
      </Title>
      {rows.length === 0 ? <Text size="xs">No session touches this time.</Text> : <SessionRows rows={rows} onSession={onSession} />}
    </>
  )
}

function SessionRows({ rows, onSession }: { rows: SessionTotals[]; onSession: (session: Session) => void }) {
  return (
    <Table verticalSpacing={2} horizontalSpacing={7} className={classes.totals}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Start</Table.Th>
          <Table.Th>User ID</Table.Th>
          <Table.Th ta="right">Energy</Table.Th>
          <Table.Th ta="right">Lasted</Table.Th>
          <Table.Th ta="right">Charging</Table.Th>
          <Table.Th ta="right" title="Paused by the car (SuspendedEV)">
            By the car
          </Table.Th>
          <Table.Th ta="right" title="Paused by the charger (SuspendedEVSE)">
            By the charger
          </Table.Th>
          <Table.Th ta="right" title="Of the time in Charging: the meter shows that nothing flows">
            No power
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ session, lastedMs, chargingMs, byCarMs, byChargerMs, noPowerMs }) => (
          <Table.Tr key={session.id}>
            <Table.Td>
              <Anchor component="button" type="button" size="xs" onClick={() => onSession(session)}>
                {formatDateTime(session.startedAt).slice(5)}
              </Anchor>{' '}
              / {session.connectorId}
            </Table.Td>
            <Table.Td className="mono">{visibleLine(session.userId ?? 'none')}</Table.Td>
            <Table.Td ta="right">{formatEnergy(session.energyWh)}</Table.Td>
            {[lastedMs, chargingMs, byCarMs, byChargerMs, noPowerMs].map((ms, i) => (
              <Table.Td key={i} ta="right">
                {ms === 0 ? '–' : lasted(ms)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
