import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { byWeight } from '../../../../shared/domain/finding.ts'
import type { Recording } from '../../../../shared/domain/recording.ts'
import { orpc } from '../../../api/client.ts'
import { formatCount } from '../../../ui/format.ts'
import { severitiesByWeight } from '../../findings/order.ts'
import { SeverityMark } from '../../log/SeverityMark.tsx'
import { visibleLine } from '../../log/model/visible-text.ts'
import classes from './open.module.css'

const mostShown = 4

/** What was found in a log that has just been read, worst first: what its reader wants to know before anything else. */
export function StandsOut({ recording, onLeave }: { recording: Recording; onLeave: () => void }) {
  const { id, chargers } = recording
  const only = chargers.length === 1 ? chargers[0] : undefined
  const { data: found } = useQuery(orpc.findings.perCharger.queryOptions({ input: { recording: id } }))
  const { data: findings } = useQuery(
    orpc.findings.list.queryOptions({ input: { id: only?.id ?? '', recording: id }, enabled: only !== undefined }),
  )
  if (found === undefined || (only !== undefined && findings === undefined)) {
    return (
      <Text size="sm" c="dimmed">
        Looking at what stands out…
      </Text>
    )
  }
  const lines =
    findings === undefined
      ? found
          .toSorted((a, b) => severitiesByWeight.indexOf(a.worst) - severitiesByWeight.indexOf(b.worst) || b.count - a.count)
          .map(({ chargerId, worst, count }) => ({
            key: chargerId,
            charger: chargerId,
            severity: worst,
            text: `${chargerId}: ${formatCount(count)} ${count === 1 ? 'finding' : 'findings'}`,
          }))
      : findings.toSorted(byWeight).map(({ id: key, chargerId, severity, title }) => ({ key, charger: chargerId, severity, text: title }))
  if (lines.length === 0) return <Text size="sm">Nothing stands out in it.</Text>
  return (
    <section aria-label="What stands out">
      <Text size="sm">What stands out:</Text>
      <ul className={classes.standsOut}>
        {lines.slice(0, mostShown).map(({ key, charger, severity, text }) => (
          <li key={key}>
            <SeverityMark severity={severity} />
            <Link to="/recordings/$recording/chargers/$id/findings" params={{ recording: id, id: charger }} onClick={onLeave}>
              {visibleLine(text)}
            </Link>
          </li>
        ))}
      </ul>
      {lines.length > mostShown && (
        <Text size="xs" c="dimmed">
          and {formatCount(lines.length - mostShown)} more
        </Text>
      )}
    </section>
  )
}
