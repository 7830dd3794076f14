import { Alert, Button, Group, Modal, Progress, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { formatBytes, formatCount } from '../../../ui/format.ts'
import { visibleLine } from '../../log/model/visible-text.ts'
import { RecordingReport } from '../RecordingReport.tsx'
import { AskChoices } from './AskChoices.tsx'
import { fileDone, useWaitingFiles } from './queue.ts'
import { useImport } from './useImport.ts'

/** Asks about the files that wait to be opened, one after the other. */
export function ImportDialog() {
  const [file, ...others] = useWaitingFiles()
  if (file === undefined) return null
  return <OneFile key={`${file.name} ${file.size} ${others.length}`} file={file} others={others.length} />
}

function OneFile({ file, others }: { file: File; others: number }) {
  const { now, start } = useImport(file)
  const navigate = useNavigate()
  const show = (recording: string) => {
    fileDone()
    void navigate({ to: '/recordings/$recording', params: { recording } })
  }
  const title = `Open log: ${visibleLine(file.name)}${others > 0 ? `, and ${others} more` : ''}`
  return (
    <Modal opened onClose={fileDone} title={title} size={900} closeOnClickOutside={now.step === 'done' || now.step === 'failed'}>
      {now.step === 'sending' && (
        <Running
          words={`Reading the file: ${formatBytes(now.bytes)} of ${formatBytes(file.size)}`}
          share={file.size === 0 ? 1 : now.bytes / file.size}
        />
      )}
      {now.step === 'asking' && (
        <AskChoices fileName={file.name} preview={now.preview} problem={now.problem} onCancel={fileDone} onStart={start} />
      )}
      {now.step === 'reading' && (
        <Running
          words={`${formatCount(now.job.entries)} entries read${now.job.unreadable > 0 ? `, ${formatCount(now.job.unreadable)} of them text` : ''}`}
          share={now.job.bytes === 0 ? 0 : now.job.bytesRead / now.job.bytes}
        />
      )}
      {now.step === 'failed' && (
        <Stack gap="md">
          <Alert color="red" role="alert" icon={<IconAlertTriangle size={16} aria-hidden />} title="The log could not be opened">
            {now.problem}
          </Alert>
          <Group justify="flex-end">
            <Button variant="default" onClick={fileDone}>
              Close
            </Button>
          </Group>
        </Stack>
      )}
      {now.step === 'done' && now.job.recording !== null && (
        <Stack gap="md">
          <Text size="sm" role="status">
            {formatCount(now.job.recording.entries)} entries of {chargerWords(now.job.recording.chargers.length)} were read.
          </Text>
          <RecordingReport recording={now.job.recording} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={fileDone}>
              {others > 0 ? 'Next file' : 'Close'}
            </Button>
            <Button data-autofocus onClick={() => show(now.job.id)}>
              Show it
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

function Running({ words, share }: { words: string; share: number }) {
  return (
    <Stack gap="sm">
      <Progress value={Math.min(1, share) * 100} aria-label="How far it is" />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {words}
        </Text>
        <Button variant="default" onClick={fileDone}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}

function chargerWords(count: number): string {
  return count === 1 ? 'one charger' : `${count} chargers`
}
