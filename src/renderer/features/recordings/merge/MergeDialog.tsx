import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { formatCount } from '../../../ui/format.ts'
import { NotOpened } from '../open/NotOpened.tsx'
import { Running } from '../open/Running.tsx'
import { StandsOut } from '../open/StandsOut.tsx'
import { RecordingReport } from '../RecordingReport.tsx'
import { AskLogs } from './AskLogs.tsx'
import type { MergeSide } from './pairing.ts'
import { useMerge } from './useMerge.ts'

/** Makes one recording of two logs of the same incident. */
export function MergeDialog({ first, onClose }: { first: MergeSide | null; onClose: () => void }) {
  const { now, start, again } = useMerge()
  const navigate = useNavigate()
  const show = (recording: string) => {
    onClose()
    void navigate({ to: '/recordings/$recording', params: { recording } })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title="Merge two logs of one incident"
      size={720}
      closeOnClickOutside={now.step === 'done' || now.step === 'failed'}
    >
      {now.step === 'asking' && <AskLogs first={first} onCancel={onClose} onStart={start} />}
      {now.step === 'merging' && (
        <Running
          words={
            now.job === null || now.job.entries === 0
              ? 'Looking for what is in both…'
              : `${formatCount(now.job.entries)} entries put in order`
          }
          share={now.job === null || now.job.bytes === 0 ? 0 : now.job.bytesRead / now.job.bytes}
          onCancel={onClose}
        />
      )}
      {now.step === 'failed' && (
        <NotOpened title="The logs could not be merged" problem={now.problem} onClose={onClose}>
          <Button onClick={again}>Choose others</Button>
        </NotOpened>
      )}
      {now.step === 'done' && (
        <Stack gap="md">
          <Text size="sm" role="status">
            The recording has {formatCount(now.recording.entries)} entries. Each row says which log has it.
          </Text>
          <StandsOut recording={now.recording} onLeave={onClose} />
          <RecordingReport recording={now.recording} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button data-autofocus onClick={() => show(now.recording.id)}>
              Show it
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
