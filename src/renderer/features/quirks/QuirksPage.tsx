import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { quirkTicket } from '../../../shared/ocpp/quirk-ticket.ts'
import { useChargers } from '../../api/bench.tsx'
import { orpc } from '../../api/client.ts'
import { PlaceLink, usePlaces } from '../../api/places.tsx'
import { useRecordingScope } from '../../api/recording.ts'
import { formatCount } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { CopyText } from '../log/detail/CopyText.tsx'
import { visibleLine } from '../log/model/visible-text.ts'
import { QuirkTable } from './QuirkTable.tsx'

/** What a charger does against the standard: for the technician to know, and for its vendor to mend. */
export function QuirksPage() {
  const { id = '' } = useParams({ strict: false })
  const scope = useRecordingScope()
  const places = usePlaces()
  const refetchInterval = scope.recording === undefined && 5_000
  const { data, error, refetch } = useQuery(orpc.chargers.quirks.queryOptions({ input: { id, ...scope }, refetchInterval }))
  const charger = useChargers().data?.find((each) => each.id === id)
  const all = data?.reduce((sum, { count }) => sum + count, 0) ?? 0
  return (
    <Page
      title={`Quirks of ${visibleLine(id)}`}
      note={
        data &&
        data.length > 0 &&
        `${formatCount(data.length)} ${data.length === 1 ? 'kind' : 'kinds'}, seen ${formatCount(all)} ${all === 1 ? 'time' : 'times'}`
      }
      actions={
        <>
          {charger && data && data.length > 0 && <CopyText text={quirkTicket(charger, data)} label="Copy for a ticket to the vendor" />}
          <Button variant="default" size="compact-sm" renderRoot={(props) => <PlaceLink place={places.charger(id)} {...props} />}>
            Back to the charger
          </Button>
        </>
      }
    >
      {error !== null && data === undefined && <Failed what="the quirks" error={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Waiting what="the quirks" />}
      {data?.length === 0 && (
        <Text size="sm" c="dimmed">
          This charger has kept every rule of the standard so far.
        </Text>
      )}
      {data && data.length > 0 && <QuirkTable chargerId={id} quirks={data} />}
    </Page>
  )
}
