import { Table } from '@mantine/core'
import { useMemo } from 'react'
import { PlaceLink, usePlaces } from '../../api/places.tsx'
import type { Quirk } from '../../../shared/domain/quirk.ts'
import { hideSecrets } from '../../../shared/ocpp/secrets.ts'
import { formatCount, formatDateTime } from '../../ui/format.ts'
import { visibleLine } from '../log/model/visible-text.ts'
import classes from './quirks.module.css'

export function QuirkTable({ chargerId, quirks }: { chargerId: string; quirks: Quirk[] }) {
  return (
    <Table className={classes.table} stickyHeader stickyHeaderOffset={-16}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>What is unusual</Table.Th>
          <Table.Th ta="right">Times</Table.Th>
          <Table.Th>First and last</Table.Th>
          <Table.Th>Rule, and how it is coped with</Table.Th>
          <Table.Th>Last example</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {quirks.map((quirk) => (
          <Row key={quirk.code} chargerId={chargerId} quirk={quirk} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Row({ chargerId, quirk }: { chargerId: string; quirk: Quirk }) {
  const { code, title, text, count, actions, firstSeq, firstAt, lastSeq, lastAt, rule, coped, example } = quirk
  const { log } = usePlaces()
  const raw = useMemo(() => hideSecrets(example.raw).text, [example.raw])
  return (
    <Table.Tr>
      <Table.Td className={classes.what}>
        <strong>{title}</strong>
        <span>{visibleLine(text)}</span>
        {actions.length > 0 && <span className={classes.quiet}>{actions.map((action) => visibleLine(action)).join(', ')}</span>}
      </Table.Td>
      <Table.Td ta="right">
        <PlaceLink place={log({ charger: chargerId, deviation: code })} title="Show these entries in the log">
          {formatCount(count)}
        </PlaceLink>
      </Table.Td>
      <Table.Td className={classes.times}>
        <PlaceLink place={log({ charger: chargerId, seq: firstSeq })}>{formatDateTime(firstAt)}</PlaceLink>
        <PlaceLink place={log({ charger: chargerId, seq: lastSeq })}>{formatDateTime(lastAt)}</PlaceLink>
      </Table.Td>
      <Table.Td className={classes.what}>
        <span>{rule}</span>
        <span className={classes.quiet}>{coped}</span>
      </Table.Td>
      <Table.Td className={classes.example}>
        <code>{visibleLine(raw.slice(0, 400))}</code>
      </Table.Td>
    </Table.Tr>
  )
}
