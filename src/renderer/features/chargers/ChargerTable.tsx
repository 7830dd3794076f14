import { Table, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import type { FoundOnCharger } from '../../../shared/domain/finding.ts'
import { formatDateTime, formatDuration, formatPower, unknownText } from '../../ui/format.ts'
import { StateBadge } from '../../ui/state.tsx'
import { useNow } from '../../ui/useNow.ts'
import { ChargerFindings } from '../findings/ChargerFindings.tsx'
import { useFoundOnChargers } from '../findings/useFoundOnChargers.ts'
import { visibleLine } from '../log/model/visible-text.ts'
import { byIdentity, powerNow } from './activity.ts'
import classes from './ChargerTable.module.css'
import { ConnectionMark } from './ConnectionMark.tsx'

/** From how many chargers on a search field helps more than it takes room. */
const searchFrom = 9

export function ChargerTable({ chargers }: { chargers: Charger[] }) {
  const [search, setSearch] = useState('')
  const found = useFoundOnChargers()
  const wanted = search.trim().toLowerCase()
  const shown = chargers.filter((charger) => matches(charger, wanted)).toSorted(byIdentity)
  return (
    <>
      {chargers.length >= searchFrom && (
        <TextInput
          aria-label="Find a charger"
          placeholder="Find by identity, vendor or model"
          leftSection={<IconSearch size={14} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          maw={320}
          mb="md"
        />
      )}
      <Table className={classes.table} highlightOnHover stickyHeader stickyHeaderOffset={-16}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Charger</Table.Th>
            <Table.Th>Vendor and model</Table.Th>
            <Table.Th>Connection</Table.Th>
            <Table.Th>Connectors now</Table.Th>
            <Table.Th ta="right">Power now</Table.Th>
            <Table.Th>Found</Table.Th>
            <Table.Th>Last seen</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((charger) => (
            <Row key={charger.id} charger={charger} found={found.get(charger.id)} />
          ))}
        </Table.Tbody>
      </Table>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed" p="sm">
          No charger is called that.
        </Text>
      )}
    </>
  )
}

function Row({ charger, found }: { charger: Charger; found: FoundOnCharger | undefined }) {
  const now = useNow()
  const navigate = useNavigate()
  const since = charger.connectionSince
  return (
    <Table.Tr className={classes.row} onClick={() => void navigate({ to: '/chargers/$id', params: { id: charger.id } })}>
      <Table.Td>
        <Link
          to="/chargers/$id"
          params={{ id: charger.id }}
          className={classes.identity}
          title={visibleLine(charger.id)}
          onClick={(event) => event.stopPropagation()}
        >
          {visibleLine(charger.id)}
        </Link>
        {charger.virtual && <span className={classes.quiet}> virtual</span>}
      </Table.Td>
      <Table.Td className={classes.what}>
        {charger.bootInfo ? (
          `${charger.bootInfo.vendor} ${charger.bootInfo.model}`.trim() || <span className={classes.quiet}>has not said</span>
        ) : (
          <span className={classes.quiet}>has not booted yet</span>
        )}
      </Table.Td>
      <Table.Td>
        <span className={classes.connection}>
          <ConnectionMark connected={charger.connected} />
          {charger.connected ? 'connected' : 'lost'}
          {since !== null && <span className={classes.quiet}>{formatDuration(Math.max(0, now - since))}</span>}
        </span>
      </Table.Td>
      <Table.Td>
        <div className={classes.connectors} data-stale={!charger.connected || undefined}>
          {charger.connectors.map((connector) => (
            <span key={connector.id} className={classes.connector}>
              <span className={classes.quiet}>{connector.id}</span>
              <StateBadge state={connector.status} size="xs" />
            </span>
          ))}
          {charger.connectors.length === 0 && <span className={classes.quiet}>none reported yet</span>}
        </div>
      </Table.Td>
      <Table.Td ta="right" className={classes.short}>
        {powerText(charger)}
      </Table.Td>
      <Table.Td>
        <ChargerFindings chargerId={charger.id} found={found} />
      </Table.Td>
      <Table.Td className={classes.short} title={formatDateTime(charger.lastSeenAt)}>
        <span className={classes.quiet}>{lastSeen(charger, now)}</span>
      </Table.Td>
    </Table.Tr>
  )
}

function lastSeen(charger: Charger, now: number): string {
  const ago = Math.max(0, now - charger.lastSeenAt)
  return ago < 5_000 ? 'just now' : `${formatDuration(ago)} ago`
}

function powerText(charger: Charger): string {
  const power = powerNow(charger)
  return power === null ? unknownText : formatPower(power)
}

function matches(charger: Charger, wanted: string): boolean {
  const text = [charger.id, charger.bootInfo?.vendor, charger.bootInfo?.model].join(' ').toLowerCase()
  return text.includes(wanted)
}
