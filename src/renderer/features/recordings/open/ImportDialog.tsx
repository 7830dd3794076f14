import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { formatBytes, formatCount } from '../../../ui/format.ts'
import { visibleLine } from '../../log/model/visible-text.ts'
import { RecordingReport } from '../RecordingReport.tsx'
import { AskChoices } from './AskChoices.tsx'
import { NotOpened } from './NotOpened.tsx'
import { fileDone, useWaitingFiles } from './queue.ts'
import { Running } from './Running.tsx'
import { StandsOut } from './StandsOut.tsx'
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
          onCancel={fileDone}
        />
      )}
      {now.step === 'asking' && (
        <AskChoices fileName={file.name} preview={now.preview} problem={now.problem} onCancel={fileDone} onStart={start} />
      )}
      {now.step === 'reading' && (
        <Running
          words={`${formatCount(now.job.entries)} entries read${now.job.unreadable > 0 ? `, ${formatCount(now.job.unreadable)} of them text` : ''}`}
          share={now.job.bytes === 0 ? 0 : now.job.bytesRead / now.job.bytes}
          onCancel={fileDone}
        />
      )}
      {now.step === 'failed' && <NotOpened title="The log could not be opened" problem={now.problem} onClose={fileDone} />}
      {now.step === 'done' && now.job.recording !== null && (
        <Stack gap="md">
          <Text size="sm" role="status">
            {formatCount(now.job.recording.entries)} entries of {chargerWords(now.job.recording.chargers.length)} were read.
          </Text>
          <StandsOut recording={now.job.recording} onLeave={fileDone} />
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

function chargerWords(count: number): string {
  return count === 1 ? 'one charger' : `${count} chargers`
}
