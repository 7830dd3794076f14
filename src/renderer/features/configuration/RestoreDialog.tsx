import { Button, Checkbox, Group, Modal, Table, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RestorePlan, RestoreRow, SnapshotInfo } from '../../../shared/domain/configuration.ts'
import { client, orpc } from '../../api/client.ts'
import { formatDateTime } from '../../ui/format.ts'
import { problemText } from '../../ui/problem.ts'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { visibleLine } from '../log/model/visible-text.ts'
import classes from './configuration.module.css'
import { RestoreProgress } from './RestoreProgress.tsx'
import { SettingName } from './SettingName.tsx'
import { PlainValue } from './ValueCell.tsx'

interface RestoreDialogProps {
  chargerId: string
  snapshot: SnapshotInfo
  onClose: () => void
}

/** What a snapshot would change at a charger, to be looked through before anything is sent. */
export function RestoreDialog({ chargerId, snapshot, onClose }: RestoreDialogProps) {
  const [jobId, setJobId] = useState<string | null>(null)
  const { data, error, refetch } = useQuery(
    orpc.configuration.restore.plan.queryOptions({
      input: { id: chargerId, snapshot: snapshot.id },
      staleTime: Infinity,
      gcTime: 0,
      retry: false,
    }),
  )
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={jobId === null}
      title={`Restore ${visibleLine(snapshot.name)} to ${visibleLine(chargerId)}`}
      size="min(1000px, 92vw)"
    >
      {jobId !== null && <RestoreProgress id={jobId} onClose={onClose} />}
      {jobId === null && data === undefined && error === null && <Waiting what="what the charger has now" />}
      {jobId === null && error !== null && <Failed what="what the charger has now" error={error} retry={() => void refetch()} />}
      {jobId === null && data !== undefined && error === null && <Review plan={data} onClose={onClose} onStarted={setJobId} />}
    </Modal>
  )
}

function Review({ plan, onClose, onStarted }: { plan: RestorePlan; onClose: () => void; onStarted: (jobId: string) => void }) {
  const { chargerId, snapshot, rows, same } = plan
  // What may cut the charger off has to be asked for.
  const [chosen, setChosen] = useState(() => new Set(rows.filter((row) => possible(row) && row.danger === null).map(({ key }) => key)))
  const changes = rows.flatMap(({ key, to }) => (chosen.has(key) && to !== null ? [{ key, value: to }] : []))
  const start = useMutation({
    mutationFn: () => client.configuration.restore.start({ id: chargerId, changes }),
    onSuccess: (job) => onStarted(job.id),
    networkMode: 'always',
  })
  const toggle = (key: string, on: boolean) => setChosen((keys) => new Set(on ? [...keys, key] : [...keys].filter((each) => each !== key)))
  return (
    <>
      <Text size="sm" mb="sm">
        {rows.length === 0
          ? 'The charger is already as the snapshot says.'
          : `The snapshot of ${formatDateTime(snapshot.takenAt)}: ${restorable(rows)}; ${same} are the same. Look through what will be sent:`}
      </Text>
      {rows.length > 0 && (
        <div className={classes.scroll}>
          <Table aria-label="Changes">
            <Table.Thead>
              <Table.Tr>
                <Table.Th aria-label="Send it" />
                <Table.Th>Setting</Table.Th>
                <Table.Th>Now</Table.Th>
                <Table.Th>Will be</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.key} className={classes.diff} data-skipped={!possible(row) || undefined}>
                  <Table.Td>
                    <Checkbox
                      size="xs"
                      aria-label={`Restore ${row.key}`}
                      checked={chosen.has(row.key)}
                      disabled={!possible(row)}
                      onChange={(event) => toggle(row.key, event.currentTarget.checked)}
                    />
                  </Table.Td>
                  <Table.Td className={classes.name}>
                    <SettingName name={row.key} />
                  </Table.Td>
                  <Table.Td>
                    <PlainValue value={row.from} />
                  </Table.Td>
                  <Table.Td>
                    <PlainValue value={row.to} />
                  </Table.Td>
                  <Table.Td>
                    <Text size="xs" c={row.skipped === null && row.danger !== null ? 'var(--bench-bad)' : 'dimmed'}>
                      {row.skipped ?? row.danger ?? row.warning}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {start.error && (
        <Text size="sm" c="var(--bench-bad)" mt="sm" role="alert">
          {problemText(start.error)}
        </Text>
      )}
      <Group justify="flex-end" mt="md" gap="sm">
        <Button variant="default" onClick={onClose}>
          {rows.length === 0 ? 'Close' : 'Cancel'}
        </Button>
        {rows.length > 0 && (
          <Button disabled={changes.length === 0} loading={start.isPending} onClick={() => start.mutate()}>
            {changes.length === 0 ? 'Nothing to restore' : `Restore ${changes.length === 1 ? 'one setting' : `${changes.length} settings`}`}
          </Button>
        )}
      </Group>
    </>
  )
}

function possible(row: RestoreRow): boolean {
  return row.skipped === null && row.to !== null
}

function restorable(rows: readonly RestoreRow[]): string {
  const can = rows.filter(possible).length
  const cannot = rows.length - can
  return `${can === 1 ? 'one setting' : `${can} settings`} can be restored${cannot > 0 ? `, ${cannot} cannot` : ''}`
}
