import type { Entry } from '../../../shared/domain/entry.ts'
import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import type { RedactionClass } from '../../../shared/domain/redaction.ts'
import type { Values } from './redact/learn.ts'

/** Where entries come from, oldest first. */
export interface EntrySource {
  count(filter: LogFilter): Promise<number>
  /** At most `limit` entries with a seq above `afterSeq`, in order of seq; none at the end. */
  page(filter: LogFilter, afterSeq: number, limit: number): Promise<Entry[]>
  /** The seq of the entry at an index; null where that cannot be told quickly. */
  seqAt(filter: LogFilter, index: number): Promise<number | null>
  /** What is to be masked in the next entries, read beside the main thread; `next` is null at the end. */
  values(
    filter: LogFilter,
    classes: readonly RedactionClass[],
    afterSeq: number,
  ): Promise<{ values: Values; read: number; next: number | null }>
}
