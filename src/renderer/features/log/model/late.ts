import type { Entry } from '../../../../shared/domain/entry.ts'
import { formatDateTime, formatDuration } from '../../../../shared/format.ts'

type Told = Pick<Entry, 'at' | 'correctedAt' | 'deviations'>

/** Whether a message tells of something that happened long before it came: it was queued while the charger was offline. */
export function isLate({ deviations }: Told): boolean {
  return deviations.some(({ code }) => code === 'late')
}

export function lateWords(entry: Told): string {
  const { at, correctedAt } = entry
  if (correctedAt == null) return 'Arrived late'
  return `Arrived late: it happened ${formatDateTime(correctedAt)}, ${formatDuration(at - correctedAt)} before it came`
}
