import type { LogHits } from '../../../../shared/domain/log-search.ts'
import { formatCount } from '../../../ui/format.ts'

/** `3 of 1 204`; `800…` while the search goes on, `about 2 000 000` where not all were read. */
export function hitsText({ count, about, done }: Pick<LogHits, 'count' | 'about' | 'done'>, ordinal: number | null): string {
  if (!done) return count === 0 ? 'searching…' : `${formatCount(count)}…`
  if (count === 0) return 'no hits'
  if (about) return `about ${formatCount(count)}`
  return ordinal === null ? `${formatCount(count)} ${count === 1 ? 'hit' : 'hits'}` : `${formatCount(ordinal)} of ${formatCount(count)}`
}
