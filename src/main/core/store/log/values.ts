import type { Database } from 'better-sqlite3'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import type { RedactionClass } from '../../../../shared/domain/redaction.ts'
import { kindsOf } from '../../export/redact/kinds.ts'
import { gatherer, type Values } from '../../export/redact/learn.ts'
import { valuesInEntry } from '../../export/redact/values-in.ts'
import { pageSlice } from './page.ts'

const pageSize = 200

export interface ValueSlice {
  values: Values
  /** Entries that were looked at. */
  read: number
  /** The seq to go on after; null at the end. */
  next: number | null
}

/** What an export would mask in the next entries, oldest first, until the time is up. */
export function valueSlice(db: Database, filter: LogFilter, classes: readonly RedactionClass[], after: number, ms: number): ValueSlice {
  const began = performance.now()
  const wanted = kindsOf(classes)
  const { tell, values } = gatherer()
  let read = 0
  let next: number | null = after
  do {
    const page = pageSlice(db, filter, { direction: 'newer', cursor: next, limit: pageSize }, ms)
    for (const entry of page.entries) valuesInEntry(entry, wanted, tell)
    read += page.entries.length
    next = page.next
  } while (next !== null && performance.now() - began < ms)
  return { values: values(), read, next }
}
