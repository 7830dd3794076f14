import type { LogFilter } from '../../../../shared/domain/log-filter.ts'

/** A condition as SQL: every value is bound, nothing of a filter becomes SQL text. */
export interface Condition {
  sql: string
  values: unknown[]
}

/** Which entries a filter lets through. */
export function entryCondition(filter: LogFilter): Condition {
  const { add, condition } = gather(facetConditions(filter))
  if (filter.run !== undefined) add('run_id = ?', filter.run)
  if (filter.session !== undefined) add('session_id = ?', filter.session)
  if (filter.connection !== undefined) add('connection_id = ?', filter.connection)
  if (filter.messageId !== undefined) add('message_id = ?', filter.messageId)
  if (filter.bookmarked) add('e.seq IN (SELECT seq FROM bookmarks)')
  if (filter.onlyIn !== undefined) add(`json_array_length(origin) = 1 AND origin ->> '$[0].log' = ?`, filter.onlyIn)
  // With the plus: rows are found in order of seq, which is the order they are wanted in, and hardly ever by the index of times.
  if (filter.from !== undefined) add('+at >= ?', filter.from)
  if (filter.to !== undefined) add('+at < ?', filter.to)
  if (filter.deviation !== undefined) {
    add(`deviations <> '[]'`)
    const codes = gather([])
    codes.oneOf(`item.value ->> 'code'`, filter.deviation)
    const { sql, values } = codes.condition()
    add(`EXISTS (SELECT 1 FROM json_each(deviations) AS item WHERE ${sql})`, ...values)
  }
  if (filter.text) {
    const pattern = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`
    add(`(summary LIKE ? ESCAPE '\\' OR raw LIKE ? ESCAPE '\\')`, pattern, pattern)
  }
  return condition()
}

/** Which rows of the counts a filter lets through, without regard to time. */
export function facetCondition(filter: LogFilter): Condition {
  return gather(facetConditions(filter)).condition()
}

/** Whether the counts of blocks tell all about a filter, time apart. */
export function isCounted(filter: LogFilter): boolean {
  const { text, run, session, connection, messageId, deviation, bookmarked, onlyIn } = filter
  return !text && [run, session, connection, messageId, deviation, bookmarked, onlyIn].every((condition) => condition === undefined)
}

/** The shortest table that knows the counts of a filter: see `search/open.ts`. */
export function countsOf(filter: LogFilter): 'blocks' | 'totals' | 'facets' {
  if (facetConditions(filter).length === 0) return 'blocks'
  return categoryCountsOf(filter)
}

/** The shortest that tells the categories too. */
export function categoryCountsOf({ charger, connector }: LogFilter): 'totals' | 'facets' {
  return charger === undefined && connector === undefined ? 'totals' : 'facets'
}

/** Whether an index of the entries themselves leads to those few that match. */
export function isIndexed(filter: LogFilter): boolean {
  const { run, session, connection, deviation, charger, bookmarked } = filter
  if (bookmarked) return true
  return run !== undefined || session !== undefined || connection !== undefined || (deviation !== undefined && charger !== undefined)
}

function facetConditions(filter: LogFilter): Condition[] {
  const { conditions, add, oneOf } = gather([])
  if (filter.charger !== undefined) add('charger_id = ?', filter.charger)
  if (filter.direction !== undefined) add('direction = ?', filter.direction)
  if (filter.connector !== undefined) add('connector_id = ?', filter.connector)
  oneOf('category', filter.category)
  oneOf('action', filter.action)
  oneOf('severity', filter.severity)
  if (filter.notAction !== undefined && filter.notAction.length > 0) {
    add(`(action IS NULL OR action NOT IN (${places(filter.notAction)}))`, ...filter.notAction)
  }
  return conditions
}

function gather(conditions: Condition[]) {
  const add = (sql: string, ...values: unknown[]): void => void conditions.push({ sql, values })
  return {
    conditions,
    add,
    oneOf: (column: string, wanted: readonly string[] | undefined): void => {
      if (wanted !== undefined) add(`${column} IN (${places(wanted)})`, ...wanted)
    },
    condition: (): Condition => ({
      sql: conditions.length > 0 ? conditions.map(({ sql }) => sql).join(' AND ') : '1',
      values: conditions.flatMap(({ values }) => values),
    }),
  }
}

const places = (items: readonly unknown[]): string => items.map(() => '?').join(', ')
