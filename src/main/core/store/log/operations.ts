import type { Database } from 'better-sqlite3'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import { entryActions } from './actions.ts'
import { countSlice } from './count.ts'
import { candidateSlice, groupSlice, spreadSlice } from './groups.ts'
import { type Buckets, extentOf, histogramSlice } from './histogram.ts'
import { pageSlice, type PageWish } from './page.ts'
import { seqAt } from './seq-at.ts'
import { toldLater } from './told-later.ts'
import type { RedactionClass } from '../../../../shared/domain/redaction.ts'
import { valueSlice } from './values.ts'

/** One operation holds its thread for about so long: whoever asks meanwhile waits no longer. */
const SLICE_MS = 25

/** What can be asked of the log, in slices; `sliced-log.ts` puts them together. */
export function logOperations(db: Database) {
  /** Everything that one operation reads is of one moment. */
  const atOnce = <Args extends unknown[], Value>(read: (...args: Args) => Value): ((...args: Args) => Value) => db.transaction(read)
  return {
    pageSlice: atOnce((filter: LogFilter, wish: PageWish) => pageSlice(db, filter, wish, SLICE_MS)),
    countSlice: atOnce((filter: LogFilter, after: number, before: number | null) => countSlice(db, filter, after, before, SLICE_MS)),
    groupSlice: atOnce((filter: LogFilter, after: number, width: number) => groupSlice(db, filter, after, width, SLICE_MS)),
    candidateSlice: atOnce((filter: LogFilter, after: number, width: number) => candidateSlice(db, filter, after, width)),
    spreadSlice: atOnce((filter: LogFilter, after: number, width: number) => spreadSlice(db, filter, after, width, SLICE_MS)),
    histogramSlice: atOnce((filter: LogFilter, buckets: Buckets, after: number) => histogramSlice(db, filter, buckets, after, SLICE_MS)),
    valueSlice: atOnce((filter: LogFilter, classes: readonly RedactionClass[], after: number) =>
      valueSlice(db, filter, classes, after, SLICE_MS),
    ),
    extent: atOnce((filter: LogFilter) => extentOf(db, filter)),
    seqAt: atOnce((filter: LogFilter, index: number) => seqAt(db, filter, index)),
    toldLater: atOnce((filter: LogFilter, happened: { from: number; to: number }, limit: number) => toldLater(db, filter, happened, limit)),
    entryActions: atOnce((charger: string | null) => entryActions(db, charger)),
  }
}
export type LogOperations = ReturnType<typeof logOperations>
