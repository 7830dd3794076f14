import type Sqlite from 'better-sqlite3'
import type { Entry } from '../../../shared/domain/entry.ts'
import { type EntryRow, fromRow } from './tables/entries.ts'

/** An entry of the merged log: of the first, of the second, or of both. Times by the clock of each. */
export interface MergedEntry {
  entry: Entry
  /** On the first's clock. */
  at: number
  firstAt: number | null
  secondAt: number | null
}

type Row = EntryRow & { other: number | null; other_at: number | null }

/**
 * The first log's entries in their order; those that only the second has are put between them: after the match before them,
 * and before whatever is later on the first's clock.
 */
export function* mergedEntries(db: Sqlite.Database, offsetMs: number): Generator<MergedEntry> {
  const query = (log: 'first' | 'second', other: 'first' | 'second'): IterableIterator<Row> =>
    db
      .prepare(
        `SELECT e.*, p.${other} AS other, (SELECT at FROM ${other}_log o WHERE o.seq = p.${other}) AS other_at
         FROM ${log}_log e LEFT JOIN pairs p ON p.${log} = e.seq ORDER BY e.seq`,
      )
      .iterate() as IterableIterator<Row>
  const second = query('second', 'first')
  let next = second.next()
  const alone = (row: Row): MergedEntry => ({ entry: fromRow(row), at: row.at - offsetMs, firstAt: null, secondAt: row.at })
  try {
    for (const row of query('first', 'second')) {
      if (row.other !== null) {
        // Everything that the second had before this message; matches met on the way come at their own place.
        while (next.done !== true && next.value.seq <= row.other) {
          if (next.value.other === null) yield alone(next.value)
          next = second.next()
        }
        yield { entry: fromRow(row), at: row.at, firstAt: row.at, secondAt: row.other_at }
        continue
      }
      while (next.done !== true && (next.value.other === null ? next.value.at - offsetMs < row.at : next.value.other < row.seq)) {
        if (next.value.other === null) yield alone(next.value)
        next = second.next()
      }
      yield { entry: fromRow(row), at: row.at, firstAt: row.at, secondAt: null }
    }
    for (; next.done !== true; next = second.next()) if (next.value.other === null) yield alone(next.value)
  } finally {
    // Whoever stops in the middle closes the database next.
    second.return?.()
  }
}
