import type { Database } from 'better-sqlite3'
import type { Entry } from '../../../../shared/domain/entry.ts'
import { deviationKind } from '../../../../shared/ocpp/deviations.ts'
import type { Happening } from '../../interpret/types.ts'
import { withBookmarks } from './bookmarks.ts'

export interface EntryRow {
  seq: number
  at: number
  charger_id: string
  connection_id: number | null
  direction: Entry['direction']
  kind: Entry['kind']
  raw: string
  raw_base64: string | null
  run_id: string | null
  origin: string | null
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
    origin: entry.origin ? JSON.stringify(entry.origin) : null,
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

export function fromRow(row: EntryRow): Entry {
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
    ...(row.origin === null ? {} : { origin: JSON.parse(row.origin) as Entry['origin'] }),
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
  'origin',
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

const mostInPage = 1_000
const mostBytesInPage = 32_000_000

/**
 * All entries after a seq, of one charger or of all, oldest first, in pages that fit into memory however long the frames
 * are. Rows may be written between one page and the next.
 */
export function* entryPages(db: Database, charger: string | null, after: number): Generator<Entry[]> {
  const which = charger === null ? '@charger IS NULL' : 'charger_id = @charger'
  const sizes = db.prepare(`
    SELECT seq, octet_length(raw) + coalesce(octet_length(raw_base64), 0) AS bytes FROM entries
    WHERE ${which} AND seq > @after ORDER BY seq LIMIT ${mostInPage}`)
  const rows = db.prepare(`SELECT * FROM entries WHERE ${which} AND seq > @after AND seq <= @last ORDER BY seq`)
  for (let from = after; ;) {
    let last = from
    let left = mostBytesInPage
    for (const { seq, bytes } of sizes.all({ charger, after: from }) as { seq: number; bytes: number }[]) {
      left -= bytes
      if (left < 0 && last > from) break
      last = seq
    }
    if (last === from) return
    yield (rows.all({ charger, after: from, last }) as EntryRow[]).map(fromRow)
    from = last
  }
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
  const [entry] = withBookmarks(db, [fromRow(row)])
  return { entry: entry!, counterpart: other ? fromRow(other as EntryRow) : null }
}

export function lastSeq(db: Database): number {
  return (db.prepare('SELECT max(seq) FROM entries').pluck().get() as number | null) ?? 0
}

export function lastConnectionId(db: Database): number {
  return (db.prepare('SELECT max(connection_id) FROM entries WHERE connection_id IS NOT NULL').pluck().get() as number | null) ?? 0
}

/** Numbers are given without a gap to what comes over the wire, so nothing has to be counted. */
export function entryCount(db: Database): number {
  return (db.prepare('SELECT max(seq) - (SELECT min(seq) FROM entries) + 1 FROM entries').pluck().get() as number | null) ?? 0
}
