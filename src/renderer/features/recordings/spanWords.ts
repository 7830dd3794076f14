import type { Recording } from '../../../shared/domain/recording.ts'
import { formatDuration } from '../../ui/format.ts'

/** How long a recording lasts. */
export function spanWords({ firstAt, lastAt }: Pick<Recording, 'firstAt' | 'lastAt'>): string {
  return firstAt === null || lastAt === null ? '' : formatDuration(lastAt - firstAt)
}
