import { Button, Stack, Table, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import type { FoundOnCharger } from '../../../shared/domain/finding.ts'
import { useChargers } from '../../api/bench.tsx'
import { PlaceLink, usePlaces } from '../../api/places.tsx'
import { useRecording } from '../../api/recording.ts'
import { formatBytes, formatCount, formatDateTime, unknownText } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { byIdentity } from '../chargers/activity.ts'
import { ChargerFindings } from '../findings/ChargerFindings.tsx'
import { useFoundOnChargers } from '../findings/useFoundOnChargers.ts'
import { visibleLine } from '../log/model/visible-text.ts'
import { RenameRecording } from './RenameRecording.tsx'
import { RecordingReport } from './RecordingReport.tsx'
import classes from './recordings.module.css'
import openClasses from './open/open.module.css'

/** A recording as a whole: whose it is, where it came from, and what of it could not be read. */
export function RecordingAbout() {
  const recording = useRecording()
  const { data: chargers = [] } = useChargers()
  const [renaming, setRenaming] = useState(false)
  const found = useFoundOnChargers()
  if (recording === null) return null
  return (
    <Page
      title={visibleLine(recording.name)}
      note={`${formatCount(recording.entries)} entries`}
      actions={
        <Button variant="default" size="compact-sm" onClick={() => setRenaming(true)}>
          Rename…
        </Button>
      }
    >
      {renaming && <RenameRecording recording={recording} onClose={() => setRenaming(false)} />}
      <Stack gap="lg" maw={900}>
        <dl className={openClasses.facts}>
          {recording.merged ? (
            <>
              <dt>Merged from</dt>
              <dd>
                {visibleLine(recording.merged.first)} and {visibleLine(recording.merged.second)}
              </dd>
            </>
          ) : (
            <>
              <dt>File</dt>
              <dd>{visibleLine(recording.fileName)}</dd>
              <dt>Recognised as</dt>
              <dd>{visibleLine(recording.format)}</dd>
            </>
          )}
          <dt>Time</dt>
          <dd>
            {formatDateTime(recording.firstAt)} to {formatDateTime(recording.lastAt)}
          </dd>
          <dt>Opened here</dt>
          <dd>
            {formatDateTime(recording.importedAt)}, {formatBytes(recording.bytes)} on this disk
          </dd>
        </dl>
        <Table className={classes.table} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Charger</Table.Th>
              <Table.Th>Vendor and model</Table.Th>
              <Table.Th>Version</Table.Th>
              <Table.Th>Found</Table.Th>
              <Table.Th>First seen</Table.Th>
              <Table.Th>Last seen</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {chargers.toSorted(byIdentity).map((charger) => (
              <Row key={charger.id} charger={charger} found={found.get(charger.id)} />
            ))}
          </Table.Tbody>
        </Table>
        {(recording.notes.length > 0 || recording.unreadable.count > 0) && (
          <section>
            <Title order={2} mb="xs">
              How it was read
            </Title>
            <RecordingReport recording={recording} />
          </section>
        )}
      </Stack>
    </Page>
  )
}

function Row({ charger, found }: { charger: Charger; found: FoundOnCharger | undefined }) {
  const navigate = useNavigate()
  const place = usePlaces().charger(charger.id)
  return (
    <Table.Tr className={classes.row} onClick={() => void navigate(place)}>
      <Table.Td>
        <PlaceLink place={place} className={classes.name} onClick={(event) => event.stopPropagation()}>
          {visibleLine(charger.id)}
        </PlaceLink>
      </Table.Td>
      <Table.Td>{charger.bootInfo ? visibleLine(`${charger.bootInfo.vendor} ${charger.bootInfo.model}`) : unknownText}</Table.Td>
      <Table.Td>{charger.protocol === null ? unknownText : visibleLine(charger.protocol)}</Table.Td>
      <Table.Td>
        <ChargerFindings chargerId={charger.id} found={found} />
      </Table.Td>
      <Table.Td className={classes.nowrap}>{formatDateTime(charger.firstSeenAt)}</Table.Td>
      <Table.Td className={classes.nowrap}>{formatDateTime(charger.lastSeenAt)}</Table.Td>
    </Table.Tr>
  )
}
