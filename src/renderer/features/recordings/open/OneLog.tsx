import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { formatBytes, formatCount } from '../../../ui/format.ts'
import { visibleLine } from '../../log/model/visible-text.ts'
import { RecordingReport } from '../RecordingReport.tsx'
import { AskChoices } from './AskChoices.tsx'
import { isComplete, startChoices, withoutEnding } from './choices.ts'
import { NotOpened } from './NotOpened.tsx'
import { logDone, openNoMore, type WaitingLog } from './queue.ts'
import { Running } from './Running.tsx'
import { StandsOut } from './StandsOut.tsx'
import { useImport } from './useImport.ts'

/** One log on its way to being a recording: sent, asked about, read, shown. */
export function OneLog({ log: { files, quick }, others }: { log: WaitingLog; others: number }) {
  const { now, start } = useImport(files)
  const navigate = useNavigate()
  const fileName = namesOf(files)
  const bytes = files.reduce((sum, { size }) => sum + size, 0)

  useEffect(() => {
    if (!quick) return
    if (now.step === 'asking' && now.problem === null && asksNothing(now.preview)) start(startChoices(now.preview), withoutEnding(fileName))
    if (now.step === 'done') logDone({ fileName, recording: now.job.id, problem: null })
    if (now.step === 'failed') logDone({ fileName, recording: null, problem: now.problem })
  }, [quick, now, start, fileName])

  const show = (recording: string) => {
    logDone()
    void navigate({ to: '/recordings/$recording', params: { recording } })
  }
  const title = `Open log: ${visibleLine(fileName)}${others > 0 ? `, and ${others} more` : ''}`
  const cancel = quick ? openNoMore : () => logDone()
  return (
    <Modal opened onClose={cancel} title={title} size={900} closeOnClickOutside={now.step === 'done' || now.step === 'failed'}>
      {now.step === 'sending' && (
        <Running
          words={`Reading the file: ${formatBytes(now.bytes)} of ${formatBytes(bytes)}`}
          share={bytes === 0 ? 1 : now.bytes / bytes}
          onCancel={cancel}
        />
      )}
      {now.step === 'asking' && (!quick || !asksNothing(now.preview)) && (
        <AskChoices
          fileName={files[0]?.name ?? ''}
          preview={now.preview}
          problem={now.problem}
          onCancel={() => logDone()}
          onStart={start}
        />
      )}
      {now.step === 'reading' && (
        <Running
          words={`${formatCount(now.job.entries)} entries read${now.job.unreadable > 0 ? `, ${formatCount(now.job.unreadable)} of them text` : ''}`}
          share={now.job.bytes === 0 ? 0 : now.job.bytesRead / now.job.bytes}
          onCancel={cancel}
        />
      )}
      {now.step === 'failed' && <NotOpened title="The log could not be opened" problem={now.problem} onClose={() => logDone()} />}
      {now.step === 'done' && now.job.recording !== null && (
        <Stack gap="md">
          <Text size="sm" role="status">
            {formatCount(now.job.recording.entries)} entries of {chargerWords(now.job.recording.chargers.length)} were read.
          </Text>
          <StandsOut recording={now.job.recording} onLeave={() => logDone()} />
          <RecordingReport recording={now.job.recording} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => logDone()}>
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

function asksNothing(preview: Parameters<typeof startChoices>[0]): boolean {
  const { identity, timeZone, date, columns } = preview.needs
  return (
    !timeZone && !date && columns === null && (!identity || preview.chargerIds.length === 1) && isComplete(preview, startChoices(preview))
  )
}

function namesOf(files: readonly File[]): string {
  const first = files[0]?.name ?? ''
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first
}

function chargerWords(count: number): string {
  return count === 1 ? 'one charger' : `${count} chargers`
}
