import { Alert, Modal, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import { useRecordingScope } from '../../api/recording.ts'
import { ExportChoice } from './ExportChoice.tsx'
import { ExportProgress } from './ExportProgress.tsx'
import { useExport } from './useExport.ts'

interface ExportDialogProps {
  opened: boolean
  onClose: () => void
  /** What the log shows now. */
  filter: LogFilter
  /** How many entries that is. */
  count: number
  /** Where the log is one charger's: "all" means all of that charger. */
  chargerId: string | undefined
}

/** From a log on the screen to a file that somebody else can read. */
export function ExportDialog({ opened, onClose, filter, count, chargerId }: ExportDialogProps) {
  const run = useExport()
  const scope = useRecordingScope()
  const all: LogFilter = { ...(chargerId === undefined ? {} : { charger: chargerId }), ...scope }
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(all)
  const close = () => {
    run.reset()
    onClose()
  }
  return (
    <Modal opened={opened} onClose={close} title="Export the log" size="lg">
      <Stack gap="md">
        {run.problem !== null && (
          <Alert color="red" role="alert" icon={<IconAlertTriangle size={16} aria-hidden />} title="The export did not work">
            {run.problem}
          </Alert>
        )}
        {run.job === null ? (
          <ExportChoice
            filter={filter}
            all={all}
            filtered={isFiltered ? count : null}
            allLabel={
              chargerId === undefined
                ? scope.recording === undefined
                  ? 'Everything, of all chargers'
                  : 'The whole recording'
                : 'Everything of this charger'
            }
            starting={run.starting}
            onStart={run.start}
          />
        ) : (
          <ExportProgress job={run.job} onCancel={run.cancel} onAgain={run.reset} onClose={close} />
        )}
      </Stack>
    </Modal>
  )
}
