import type { FoundInSession } from '../../../shared/domain/finding.ts'
import type { Session } from '../../../shared/domain/session.ts'
import { PlaceLink, usePlaces } from '../../api/places.tsx'
import { formatCount } from '../../ui/format.ts'
import { SeverityMark } from '../log/SeverityMark.tsx'
import classes from './findings.module.css'

/** How much was found in a session, leading to it; nothing where nothing was. */
export function SessionFindings({ session, found }: { session: Session; found: FoundInSession | undefined }) {
  const places = usePlaces()
  if (found === undefined) return null
  const label = `${formatCount(found.count)} ${found.count === 1 ? 'finding' : 'findings'} in this session`
  return (
    <span title={label}>
      <PlaceLink
        className={classes.ofSession}
        place={places.findings(session.chargerId, { session: session.id })}
        onClick={(event) => event.stopPropagation()}
        aria-label={label}
      >
        <SeverityMark severity={found.worst} />
        {formatCount(found.count)}
      </PlaceLink>
    </span>
  )
}
