import type { Database } from 'better-sqlite3'
import type { Entry } from '../../../../shared/domain/entry.ts'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import { deviationKind } from '../../../../shared/ocpp/deviations.ts'
import type { Happening } from '../../interpret/types.ts'

interface EntryRow {
  seq: number
  at: number
  charger_id: string
  connection_id: number | null
  direction: Entry['direction']
  kind: Entry['kind']
  raw: string
  raw_base64: string | null
  run_id: string | null
  category: Entry['category']
  message_type: Entry['messageType']
  message_id: string | null
  action: string | null
  summary: string
  latency_ms: number | null
  severity: Entry['severity']
  deviations: string
  connector_id: number | null
  transaction_id: string | null
  session_id: number | null
  answers: number | null
  reported_at: number | null
  corrected_at: number | null
}

function toRow(entry: Entry): EntryRow {
  return {
    seq: entry.seq,
    at: entry.at,
    charger_id: entry.chargerId,
    connection_id: entry.connectionId,
    direction: entry.direction,
    kind: entry.kind,
    raw: entry.raw,
    raw_base64: entry.rawBase64,
    run_id: entry.runId,
    category: entry.category,
    message_type: entry.messageType,
    message_id: entry.messageId,
    action: entry.action,
    summary: entry.summary,
    latency_ms: entry.latencyMs,
    severity: entry.severity,
    deviations: JSON.stringify(entry.deviations.map(({ code, text }) => ({ code, text }))),
    connector_id: entry.connectorId,
    transaction_id: entry.transactionId,
    session_id: entry.sessionId,
    answers: entry.answers,
    reported_at: entry.reportedAt ?? null,
    corrected_at: entry.correctedAt ?? null,
  }
}

function fromRow(row: EntryRow): Entry {
  return {
    seq: row.seq,
    at: row.at,
    chargerId: row.charger_id,
    connectionId: row.connection_id,
    direction: row.direction,
    kind: row.kind,
    category: row.category,
    messageType: row.message_type,
    messageId: row.message_id,
    action: row.action,
    summary: row.summary,
    raw: row.raw,
    rawBase64: row.raw_base64,
    latencyMs: row.latency_ms,
    severity: row.severity,
    deviations: row.deviations === '[]' ? [] : explained(JSON.parse(row.deviations) as Entry['deviations']),
    connectorId: row.connector_id,
    transactionId: row.transaction_id,
    sessionId: row.session_id,
    answers: row.answers,
    reportedAt: row.reported_at,
    correctedAt: row.corrected_at,
    runId: row.run_id,
  }
}

/** The rule of each deviation and how the app copes stand in the catalogue, not in every row. */
function explained(deviations: Entry['deviations']): Entry['deviations'] {
  return deviations.map(({ code, text }) => {
    const kind = deviationKind(code)
    return kind === null ? { code, text } : { code, text, rule: kind.rule, coped: kind.coped }
  })
}

/** What happened, without what was read in it. */
export function happeningOf({ seq, at, chargerId, connectionId, direction, kind, raw, rawBase64, runId }: Entry): Happening {
  return { seq, at, chargerId, connectionId, direction, kind, raw, rawBase64, runId }
}

const columns = [
  'seq',
  'at',
  'charger_id',
  'connection_id',
  'direction',
  'kind',
  'raw',
  'raw_base64',
  'run_id',
  'category',
  'message_type',
  'message_id',
  'action',
  'summary',
  'latency_ms',
  'severity',
  'deviations',
  'connector_id',
  'transaction_id',
  'session_id',
  'answers',
  'reported_at',
  'corrected_at',
]

/** Inserts an entry, or, in a rebuild, replaces what reading it gave. The wire's own columns are never changed. */
export function entryWriter(db: Database): (entry: Entry) => void {
  const statement = db.prepare(`
    INSERT INTO entries (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})
    ON CONFLICT (seq) DO UPDATE SET ${columns
      .slice(columns.indexOf('category'))
      .map((name) => `${name} = excluded.${name}`)
      .join(', ')}`)
  return (entry) => void statement.run(toRow(entry))
}

/** A filter as SQL: every value is bound, nothing of it becomes SQL text. */
function where(filter: LogFilter): { sql: string; values: unknown[] } {
  const conditions: string[] = []
  const values: unknown[] = []
  const add = (sql: string, ...bound: unknown[]): void => {
    conditions.push(sql)
    values.push(...bound)
  }
  const oneOf = (column: string, wanted: readonly string[] | undefined): void => {
    if (wanted !== undefined) add(`${column} IN (${wanted.map(() => '?').join(', ')})`, ...wanted)
  }
  if (filter.charger !== undefined) add('charger_id = ?', filter.charger)
  if (filter.direction !== undefined) add('direction = ?', filter.direction)
  if (filter.run !== undefined) add('run_id = ?', filter.run)
  if (filter.session !== undefined) add('session_id = ?', filter.session)
  if (filter.from !== undefined) add('at >= ?', filter.from)
  if (filter.to !== undefined) add('at < ?', filter.to)
  oneOf('category', filter.category)
  oneOf('action', filter.action)
  oneOf('severity', filter.severity)
  if (filter.deviation !== undefined) {
    const wanted = filter.deviation.map(() => '?').join(', ')
    const holds = `EXISTS (SELECT 1 FROM json_each(deviations) AS item WHERE item.value ->> 'code' IN (${wanted}))`
    add(`deviations <> '[]' AND ${holds}`, ...filter.deviation)
  }
  if (filter.text) {
    const pattern = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`
    add(`(summary LIKE ? ESCAPE '\\' OR raw LIKE ? ESCAPE '\\')`, pattern, pattern)
  }
  return { sql: conditions.length > 0 ? conditions.join(' AND ') : '1', values }
}

export interface EntryPage {
  entries: Entry[]
  /** Where to go on: `before` this seq in a page of newest first; null at the end. */
  nextCursor: number | null
}

/** Newest first, before a seq. */
export function entriesBefore(db: Database, filter: LogFilter, before: number | null, limit: number): EntryPage {
  const { sql, values } = where(filter)
  const rows = db
    .prepare(`SELECT * FROM entries WHERE ${sql} AND seq < ? ORDER BY seq DESC LIMIT ?`)
    .all(...values, before ?? Number.MAX_SAFE_INTEGER, limit + 1) as EntryRow[]
  const entries = rows.slice(0, limit).map(fromRow)
  return { entries, nextCursor: rows.length > limit ? (entries.at(-1)?.seq ?? null) : null }
}

/** Oldest first, after a seq. */
export function entriesAfter(db: Database, filter: LogFilter, after: number, limit: number): Entry[] {
  const { sql, values } = where(filter)
  const rows = db.prepare(`SELECT * FROM entries WHERE ${sql} AND seq > ? ORDER BY seq LIMIT ?`).all(...values, after, limit)
  return (rows as EntryRow[]).map(fromRow)
}

export function countEntries(db: Database, filter: LogFilter): number {
  const { sql, values } = where(filter)
  return db
    .prepare(`SELECT count(*) FROM entries WHERE ${sql}`)
    .pluck()
    .get(...values) as number
}

/** Names of actions that occur. */
export function entryActions(db: Database, charger: string | null): string[] {
  return db
    .prepare('SELECT DISTINCT action FROM entries WHERE action IS NOT NULL AND (? IS NULL OR charger_id = ?) ORDER BY action')
    .pluck()
    .all(charger, charger) as string[]
}

export interface EntryWithCounterpart {
  entry: Entry
  /** The call of an answer, or the first answer of a call. */
  counterpart: Entry | null
}

export function entryBySeq(db: Database, seq: number): EntryWithCounterpart | null {
  const bySeq = db.prepare('SELECT * FROM entries WHERE seq = ?')
  const row = bySeq.get(seq) as EntryRow | undefined
  if (!row) return null
  const other =
    row.answers === null ? db.prepare('SELECT * FROM entries WHERE answers = ? ORDER BY seq LIMIT 1').get(seq) : bySeq.get(row.answers)
  return { entry: fromRow(row), counterpart: other ? fromRow(other as EntryRow) : null }
}

export function lastSeq(db: Database): number {
  return (db.prepare('SELECT max(seq) FROM entries').pluck().get() as number | null) ?? 0
}

export function lastConnectionId(db: Database): number {
  return (db.prepare('SELECT max(connection_id) FROM entries').pluck().get() as number | null) ?? 0
}
