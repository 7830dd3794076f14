import { Button, Code, Group, Progress, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ExportJob } from '../../../shared/domain/export.ts'
import { client, orpc } from '../../api/client.ts'
import { Copy } from '../../ui/Copyable.tsx'
import { formatBytes, formatCount } from '../../ui/format.ts'
import { tellProblem } from '../../ui/problem.ts'
import { downloadExport } from './download.ts'

interface ExportProgressProps {
  job: ExportJob
  onCancel: () => void
  onAgain: () => void
  onClose: () => void
}

const stepWords: Record<ExportJob['step'], string> = {
  masking: 'Looking for what is to be masked:',
  report: 'Writing the report:',
  log: 'Writing the log:',
}

/** How far the file is, and where it is when it is done. */
export function ExportProgress({ job, onCancel, onAgain, onClose }: ExportProgressProps) {
  const share = job.total === 0 ? 100 : Math.min(100, (job.written / job.total) * 100)
  switch (job.state) {
    case 'running':
      return (
        <Stack gap="sm">
          <Text size="sm">Writing {job.fileName}</Text>
          <Progress value={share} aria-label="How far the export is" />
          <Group justify="space-between">
            <Text size="xs" c="dimmed" role="status">
              {stepWords[job.step]} {formatCount(job.written)} of {formatCount(job.total)} entries
              {job.bytes > 0 && <> · {formatBytes(job.bytes)}</>}
            </Text>
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
          </Group>
        </Stack>
      )
    case 'done':
      return <ExportDone job={job} onAgain={onAgain} onClose={onClose} />
    case 'cancelled':
    case 'failed':
      return (
        <Stack gap="sm" role="alert">
          <Text size="sm">
            {job.state === 'cancelled'
              ? 'The export was cancelled; no file was kept.'
              : `The file could not be written. ${job.problem ?? ''}`}
          </Text>
          <Group justify="flex-end">
            <Button onClick={onAgain}>Try again</Button>
          </Group>
        </Stack>
      )
    default:
      return job.state satisfies never
  }
}

function ExportDone({ job, onAgain, onClose }: Pick<ExportProgressProps, 'job' | 'onAgain' | 'onClose'>) {
  const { data: info } = useQuery(orpc.app.info.queryOptions())
  const show = () =>
    void client.app
      .reveal({ path: job.path })
      .then(({ shown }) => shown || tellProblem('The file manager could not be opened.'))
      .catch(tellProblem)
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        {formatCount(job.written)} {job.written === 1 ? 'entry' : 'entries'} written, {formatBytes(job.bytes)}.
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Code style={{ overflowWrap: 'anywhere' }} data-testid="export-path">
          {job.path}
        </Code>
        <Copy text={job.path} what="the path" />
      </Group>
      <Group justify="flex-end" gap="sm">
        <Button variant="subtle" onClick={onAgain}>
          Another export
        </Button>
        {info?.host === 'electron' && (
          <Button variant="default" onClick={show}>
            Show in folder
          </Button>
        )}
        {info?.host === 'serve' && (
          <Button
            variant="default"
            onClick={() => void downloadExport(job.id).catch((error: unknown) => tellProblem(error, 'The download did not start'))}
          >
            Download
          </Button>
        )}
        <Button data-autofocus onClick={onClose}>
          Done
        </Button>
      </Group>
    </Stack>
  )
}
