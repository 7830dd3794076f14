import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import type { Part } from './stretches.ts'
import { type Condition, entryCondition } from './where.ts'

/** `SELECT … FROM entries AS e WHERE …` for the matching entries of a part, ready for ORDER BY or GROUP BY. */
export function rowsOf(filter: LogFilter, part: Part, select: string): Condition {
  const { sql, values } = entryCondition(filter)
  const only = part.seqs === undefined ? '' : 'e.seq IN (SELECT value FROM json_each(?)) AND'
  return {
    sql: `SELECT ${select} FROM entries AS e ${indexFor(filter)} WHERE ${only} e.seq BETWEEN ? AND ? AND ${sql}`,
    values: [...(part.seqs === undefined ? [] : [JSON.stringify(part.seqs)]), part.from, part.to, ...values],
  }
}

/** SQLite does not know how few entries have deviations. */
function indexFor({ deviation, charger }: LogFilter): string {
  return deviation !== undefined && charger !== undefined ? 'INDEXED BY entries_with_deviations' : ''
}
