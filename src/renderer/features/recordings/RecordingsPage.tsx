import { formatBytes, formatCount } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { NoRecordings } from './NoRecordings.tsx'
import { OpenLogButton } from './open/OpenLogButton.tsx'
import { RecordingTable } from './RecordingTable.tsx'
import { useRecordings } from './useRecordings.ts'

/** Every log that has been opened, and how to open one. */
export function RecordingsPage() {
  const { data, error } = useRecordings()
  const some = data !== undefined && data.length > 0
  const bytes = data?.reduce((sum, recording) => sum + recording.bytes, 0) ?? 0
  return (
    <Page title="Recordings" note={some && `${formatCount(data.length)}, ${formatBytes(bytes)}`} actions={some && <OpenLogButton />}>
      {error !== null && data === undefined && <Failed what="the recordings" error={error} />}
      {error === null && data === undefined && <Waiting what="the recordings" />}
      {data !== undefined && (some ? <RecordingTable recordings={data} /> : <NoRecordings />)}
    </Page>
  )
}
