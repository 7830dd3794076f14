import type { Entry } from '../../../shared/domain/entry.ts'
import { formatClockDifference } from '../../ui/format.ts'

/** Which of the two logs of a merged recording has an entry: the name of the only one, or null where both have it. */
export function onlyLog(origin: NonNullable<Entry['origin']>): string | null {
  return origin.length === 1 ? (origin[0]?.log ?? null) : null
}

/** `93 s behind`: how a clock stands to another. @param offsetMs it minus the other */
export function clockWords(offsetMs: number): string {
  if (offsetMs === 0) return 'the same as'
  return `${formatClockDifference(offsetMs)} ${offsetMs > 0 ? 'ahead of' : 'behind'}`
}
