import type { FoundOnCharger } from '../../../shared/domain/finding.ts'
import { PlaceLink, usePlaces } from '../../api/places.tsx'
import { formatCount } from '../../ui/format.ts'
import { SeverityMark } from '../log/SeverityMark.tsx'
import { visibleLine } from '../log/model/visible-text.ts'
import classes from './findings.module.css'

/** How much was found on a charger, leading to it; nothing where nothing was. */
export function ChargerFindings({ chargerId, found }: { chargerId: string; found: FoundOnCharger | undefined }) {
  const places = usePlaces()
  if (found === undefined) return null
  const open = found.open === 0 ? '' : `, ${formatCount(found.open)} of them still so`
  const label = `${formatCount(found.count)} ${found.count === 1 ? 'finding' : 'findings'} of ${visibleLine(chargerId)}${open}`
  return (
    <span title={label}>
      <PlaceLink
        className={classes.ofSession}
        place={places.findings(chargerId)}
        onClick={(event) => event.stopPropagation()}
        aria-label={label}
      >
        <SeverityMark severity={found.worst} />
        {formatCount(found.count)}
      </PlaceLink>
    </span>
  )
}
