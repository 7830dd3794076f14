import { Button, Tooltip } from '@mantine/core'
import { PlaceLink, usePlaces } from '../../api/places.tsx'
import { formatCount } from '../../ui/format.ts'
import { SeverityMark } from '../log/SeverityMark.tsx'
import classes from './findings.module.css'
import { countsOf } from './order.ts'
import { useFindings } from './useFindings.ts'

/** How much was found in the charger's log, by how bad it is, leading to the list. */
export function FindingsLink({ chargerId }: { chargerId: string }) {
  const { data } = useFindings(chargerId)
  const places = usePlaces()
  if (data === undefined) return null
  const counts = countsOf(data)
  return (
    <Tooltip label={counts.length === 0 ? 'Nothing found in its log so far' : 'What stands out in its log, and what to do about it'}>
      <Button
        variant="subtle"
        color="gray"
        c="dimmed"
        size="compact-xs"
        renderRoot={(props) => <PlaceLink place={places.findings(chargerId)} {...props} />}
      >
        Findings
        {counts.map(({ severity, count }) => (
          <span key={severity} className={classes.count}>
            <SeverityMark severity={severity} />
            {formatCount(count)}
          </span>
        ))}
      </Button>
    </Tooltip>
  )
}
