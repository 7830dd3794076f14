import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { byWeight } from '../../../shared/domain/finding.ts'
import { findingsTicket } from '../../../shared/ocpp/findings-ticket.ts'
import { useChargers } from '../../api/bench.tsx'
import { orpc } from '../../api/client.ts'
import { PlaceLink, usePlaces } from '../../api/places.tsx'
import { useRecordingScope } from '../../api/recording.ts'
import { formatCount } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { CopyText } from '../log/detail/CopyText.tsx'
import { visibleLine } from '../log/model/visible-text.ts'
import { FindingFilters } from './FindingFilters.tsx'
import { FindingList } from './FindingList.tsx'
import type { FindingsSearch } from './search.ts'
import { useFindings } from './useFindings.ts'

/** What stands out in a charger's log: what happened, where it shows, and what to do next. */
export function FindingsPage() {
  const { id = '' } = useParams({ strict: false })
  const { session, severity }: FindingsSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const places = usePlaces()
  const { data, error } = useFindings(id)
  const charger = useChargers().data?.find((each) => each.id === id)
  const shown = (data ?? [])
    .filter(
      (finding) => (session === undefined || finding.sessionId === session) && (severity === undefined || finding.severity === severity),
    )
    .toSorted(byWeight)
  const filtered = session !== undefined || severity !== undefined
  return (
    <Page
      title={`Findings of ${visibleLine(id)}`}
      note={data && data.length > 0 && `${formatCount(data.length)} in its log`}
      actions={
        <>
          {shown.length > 0 && <CopyText text={findingsTicket(charger ?? { id }, shown)} label="Copy for a ticket" />}
          <Button variant="default" size="compact-sm" renderRoot={(props) => <PlaceLink place={places.charger(id)} {...props} />}>
            Back to the charger
          </Button>
        </>
      }
    >
      {error !== null && data === undefined && <Failed what="the findings" error={error} />}
      {error === null && data === undefined && <Waiting what="the findings" />}
      {data && (data.length > 0 || filtered) && (
        <FindingFilters
          chargerId={id}
          findings={data}
          search={{ session, severity }}
          onChange={(search) => void navigate({ ...places.findings(id, search), replace: true })}
        />
      )}
      {data && data.length === 0 && <Nothing chargerId={id} />}
      {data && data.length > 0 && shown.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing found {session === undefined ? 'of this severity' : 'in this session'}.
        </Text>
      )}
      {shown.length > 0 && <FindingList chargerId={id} findings={shown} />}
    </Page>
  )
}

function Nothing({ chargerId }: { chargerId: string }) {
  const scope = useRecordingScope()
  const { data } = useQuery(orpc.log.count.queryOptions({ input: { charger: chargerId, ...scope } }))
  return (
    <Text size="sm" c="dimmed">
      Nothing found so far{data === undefined ? '' : ` in ${formatCount(data.count)} ${data.count === 1 ? 'entry' : 'entries'}`}. Every
      entry is looked at when it comes; what stands out is listed here, with its evidence and what to do next.
    </Text>
  )
}
