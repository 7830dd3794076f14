import { Button } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import { useState } from 'react'
import { useChargers } from '../../api/bench.tsx'
import { formatBytes, formatCount } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { KeptIn } from './KeptIn.tsx'
import { MergeDialog } from './merge/MergeDialog.tsx'
import type { MergeSide } from './merge/pairing.ts'
import { NoRecordings } from './NoRecordings.tsx'
import { OpenLogButton } from './open/OpenLogButton.tsx'
import { RecordingTable } from './RecordingTable.tsx'
import { useRecordings } from './useRecordings.ts'

/** Every log that has been opened, and how to open one. */
export function RecordingsPage() {
  const { data, error } = useRecordings()
  const some = data !== undefined && data.length > 0
  const live = useChargers().data ?? []
  const [merging, setMerging] = useState<{ first: MergeSide | null } | null>(null)
  const canMerge = some && data.length + live.length > 1
  const bytes = data?.reduce((sum, recording) => sum + recording.bytes, 0) ?? 0
  return (
    <Page
      title="Recordings"
      note={some && `${formatCount(data.length)}, ${formatBytes(bytes)}`}
      actions={
        some && (
          <>
            {canMerge && (
              <Button variant="default" leftSection={<IconArrowMerge size={15} aria-hidden />} onClick={() => setMerging({ first: null })}>
                Merge two logs…
              </Button>
            )}
            <OpenLogButton />
          </>
        )
      }
    >
      {error !== null && data === undefined && <Failed what="the recordings" error={error} />}
      {error === null && data === undefined && <Waiting what="the recordings" />}
      {data !== undefined &&
        (some ? <RecordingTable recordings={data} onMerge={({ id }) => setMerging({ first: { recording: id } })} /> : <NoRecordings />)}
      {some && <KeptIn />}
      {merging !== null && <MergeDialog first={merging.first} onClose={() => setMerging(null)} />}
    </Page>
  )
}
