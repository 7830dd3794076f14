import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { Severity } from '../../../shared/domain/entry.ts'
import classes from './log.module.css'
import { severityWord } from './words.ts'

const icons = { notice: IconInfoCircle, warning: IconAlertTriangle, error: IconAlertOctagon }

/** How much an entry deserves attention: a mark of its own shape, beside the category's colour. */
export function SeverityMark({ severity, why }: { severity: Severity; why?: string | undefined }) {
  if (severity === 'none') return null
  const Icon = icons[severity]
  const title = why ? `${severityWord[severity]}: ${why}` : severityWord[severity]
  return (
    <span className={classes.severity} data-severity={severity} role="img" aria-label={title} title={title}>
      <Icon size={15} stroke={1.9} aria-hidden />
    </span>
  )
}
