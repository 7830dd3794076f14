import { Button, Group, Progress, Table, Text } from '@mantine/core'
import type { RestoreJob } from '../../../shared/domain/configuration.ts'
import { client } from '../../api/client.ts'
import { useLive } from '../../api/live.ts'
import { tellProblem } from '../../ui/problem.ts'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import classes from './configuration.module.css'
import { FramesLink } from './FramesLink.tsx'
import { SettingName } from './SettingName.tsx'
import { PlainValue } from './ValueCell.tsx'

const words: Record<RestoreJob['rows'][number]['state'], string> = {
  waiting: 'waiting',
  running: 'being sent',
  accepted: 'taken',
  'reboot-required': 'taken, works after a reboot',
  rejected: 'refused',
  'not-supported': 'not known',
  failed: 'failed',
  'not-sent': 'not sent',
}

/** The changes as they are made, one after the other, and what the charger said to each. */
export function RestoreProgress({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: job, error } = useLive(['restore', id], (signal) => client.configuration.restore.watch({ id }, { signal }))
  if (job === undefined) return error === null ? <Waiting what="how far it is" /> : <Failed what="how far it is" error={error} />
  const done = job.rows.filter(({ state }) => state !== 'waiting' && state !== 'running').length
  return (
    <>
      <Progress value={(done / job.rows.length) * 100} aria-label="Settings restored" mb="xs" />
      <Text size="sm" mb="sm" role="status">
        {job.state === 'running' ? `${done} of ${job.rows.length} answered` : job.words}
      </Text>
      <div className={classes.scroll}>
        <Table aria-label="Restored settings">
          <Table.Tbody>
            {job.rows.map((row) => (
              <Table.Tr key={row.key}>
                <Table.Td className={`${classes.name} ${classes.restored}`}>
                  <SettingName name={row.key} />
                </Table.Td>
                <Table.Td>
                  <PlainValue value={row.value} />
                </Table.Td>
                <Table.Td className={classes.change}>
                  <Text size="sm" c={colour(row.state)}>
                    {words[row.state]}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Text size="xs" c="dimmed">
                    {row.words}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Group justify="space-between" mt="md" gap="sm">
        <FramesLink chargerId={job.chargerId} runId={job.runId} firstSeq={job.firstSeq} />
        {job.state === 'running' ? (
          <Button variant="default" onClick={() => void client.configuration.restore.cancel({ id }).catch(tellProblem)}>
            Stop after this one
          </Button>
        ) : (
          <Button onClick={onClose} data-autofocus>
            Close
          </Button>
        )}
      </Group>
    </>
  )
}

function colour(state: RestoreJob['rows'][number]['state']): string {
  switch (state) {
    case 'accepted':
      return 'var(--bench-good)'
    case 'reboot-required':
    case 'rejected':
      return 'var(--bench-notice)'
    case 'not-supported':
    case 'failed':
      return 'var(--bench-bad)'
    case 'waiting':
    case 'running':
    case 'not-sent':
      return 'dimmed'
    default:
      return state satisfies never
  }
}
