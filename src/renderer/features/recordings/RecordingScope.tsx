import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import { Chargers } from '../../api/bench.tsx'
import { orpc } from '../../api/client.ts'
import { ShownRecording } from '../../api/recording.ts'
import { Page } from '../../ui/Page.tsx'
import { FixedNow } from '../../ui/useNow.ts'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { RecordingBanner } from './RecordingBanner.tsx'
import classes from './recordings.module.css'
import { useRecordings } from './useRecordings.ts'

const route = getRouteApi('/recordings/$recording')

/** Everything inside looks at one recording: its chargers, its log, and its end as the present. */
export function RecordingScope() {
  const { recording: id } = route.useParams()
  const { data: recordings, error } = useRecordings()
  const recording = recordings?.find((each) => each.id === id)
  const chargers = useQuery(
    orpc.chargers.list.queryOptions({ input: { recording: id }, staleTime: Infinity, enabled: recording !== undefined }),
  )
  if (recording === undefined) {
    if (recordings === undefined) return error === null ? <Waiting what="the recording" /> : <Failed what="the recording" error={error} />
    return (
      <Page title="No such recording">
        <Text size="sm">This recording is not here any more.</Text>
        <Button mt="md" variant="default" renderRoot={(props) => <Link to="/recordings" {...props} />}>
          All recordings
        </Button>
      </Page>
    )
  }
  return (
    <ShownRecording value={recording} key={id}>
      <FixedNow value={recording.lastAt ?? recording.importedAt}>
        <Chargers value={{ data: chargers.data, error: chargers.error }}>
          <div className={classes.scope}>
            <RecordingBanner recording={recording} />
            <div className={classes.inside}>
              <Outlet />
            </div>
          </div>
        </Chargers>
      </FixedNow>
    </ShownRecording>
  )
}
