import { Group, SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { findingSeverities, type Finding } from '../../../shared/domain/finding.ts'
import { orpc } from '../../api/client.ts'
import { useRecordingScope } from '../../api/recording.ts'
import { formatCount, formatDateTime } from '../../ui/format.ts'
import { visibleLine } from '../log/model/visible-text.ts'
import { severityWord } from '../log/words.ts'
import { countsOf } from './order.ts'
import type { FindingsSearch } from './search.ts'

interface FindingFiltersProps {
  chargerId: string
  findings: Finding[]
  search: FindingsSearch
  onChange: (search: FindingsSearch) => void
}

/** By how bad it is, and by session: only sessions in which something was found can be picked. */
export function FindingFilters({ chargerId, findings, search, onChange }: FindingFiltersProps) {
  const scope = useRecordingScope()
  const { data: sessions } = useQuery(orpc.chargers.sessions.queryOptions({ input: { id: chargerId, ...scope } }))
  const ids = [...new Set([...findings.map(({ sessionId }) => sessionId), search.session])].filter((id) => typeof id === 'number')
  const named = ids
    .toSorted((a, b) => b - a)
    .map((id) => {
      const session = sessions?.find((each) => each.id === id)
      const label = session
        ? `${visibleLine(session.transactionId.slice(0, 12))} · ${formatDateTime(session.startedAt)}`
        : `Session at entry ${id}`
      return { value: String(id), label }
    })
  const counts = new Map(countsOf(findings).map(({ severity, count }) => [severity, count]))
  const severities = findingSeverities.toReversed().map((severity) => ({
    value: severity,
    label: `${severityWord[severity]} ${formatCount(counts.get(severity) ?? 0)}`,
  }))
  return (
    <Group gap="sm" mb="md">
      <SegmentedControl
        aria-label="Severity"
        size="xs"
        data={[{ value: 'all', label: `All ${formatCount(findings.length)}` }, ...severities]}
        value={search.severity ?? 'all'}
        onChange={(value) => onChange({ ...search, severity: findingSeverities.find((severity) => severity === value) })}
      />
      {named.length > 0 && (
        <Select
          aria-label="Session"
          size="xs"
          w={280}
          clearable
          placeholder="Any session"
          data={named}
          value={search.session === undefined ? null : String(search.session)}
          onChange={(value) => onChange({ ...search, session: value === null ? undefined : Number(value) })}
        />
      )}
    </Group>
  )
}
