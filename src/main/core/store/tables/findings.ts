import type { Database } from 'better-sqlite3'
import { findingSeverities, type Finding, type FoundInSession, type FoundOnCharger } from '../../../../shared/domain/finding.ts'
import type { TimeRange } from './projections.ts'

/** More than anybody reads; a hostile peer may make as many as it sends messages. */
const most = 2_000

/** Writes a finding, in the place of what it was before. */
export function findingWriter(db: Database): (chargerId: string, row: Finding) => void {
  const statement = db.prepare(`
    INSERT INTO findings (charger_id, id, session_id, first_at, last_at, finding)
    VALUES (@chargerId, @id, @sessionId, @firstAt, @lastAt, @finding)
    ON CONFLICT DO UPDATE SET session_id = excluded.session_id, first_at = excluded.first_at, last_at = excluded.last_at,
      finding = excluded.finding`)
  return (chargerId, row) => {
    const { id, sessionId, firstAt, lastAt } = row
    statement.run({ chargerId, id, sessionId, firstAt, lastAt, finding: JSON.stringify(row) })
  }
}

/** Findings that touch the range, of one session or of all, the latest first. */
export function findingsIn(db: Database, chargerId: string, range: TimeRange & { session?: number | undefined }): Finding[] {
  const rows = db
    .prepare(
      `SELECT finding FROM findings
       WHERE charger_id = @chargerId AND first_at < @to AND last_at >= @from AND (@session IS NULL OR session_id = @session)
       ORDER BY last_at DESC, id LIMIT @most`,
    )
    .pluck()
    .all({
      chargerId,
      from: range.from ?? Number.MIN_SAFE_INTEGER,
      to: range.to ?? Number.MAX_SAFE_INTEGER,
      session: range.session ?? null,
      most,
    }) as string[]
  return rows.map((text) => JSON.parse(text) as Finding)
}

/**
 * How much was found in each session in which anything was.
 * @param newest only of so many sessions, those that began last; null for all
 */
export function findingsPerSession(db: Database, newest: number | null): FoundInSession[] {
  const rows = db
    .prepare(
      `SELECT session_id AS sessionId, finding ->> 'severity' AS severity, count(*) AS count FROM findings
       WHERE session_id IN (SELECT id FROM sessions ORDER BY started_at DESC, id DESC LIMIT ?) GROUP BY 1, 2 ORDER BY 1`,
    )
    .all(newest ?? -1) as { sessionId: number; severity: Finding['severity']; count: number }[]
  return [...Map.groupBy(rows, ({ sessionId }) => sessionId)].map(([sessionId, found]) => ({
    sessionId,
    count: found.reduce((sum, { count }) => sum + count, 0),
    worst: worstOf(found),
  }))
}

/** The same for each charger. */
export function findingsPerCharger(db: Database): FoundOnCharger[] {
  const rows = db
    .prepare(
      `SELECT charger_id AS chargerId, finding ->> 'severity' AS severity, count(*) AS count,
         count(*) FILTER (WHERE finding ->> 'state' = 'open') AS open
       FROM findings GROUP BY 1, 2 ORDER BY 1`,
    )
    .all() as { chargerId: string; severity: Finding['severity']; count: number; open: number }[]
  return [...Map.groupBy(rows, ({ chargerId }) => chargerId)].map(([chargerId, found]) => ({
    chargerId,
    count: found.reduce((sum, { count }) => sum + count, 0),
    open: found.reduce((sum, { open }) => sum + open, 0),
    worst: worstOf(found),
  }))
}

function worstOf(found: readonly Pick<Finding, 'severity'>[]): Finding['severity'] {
  return findingSeverities.findLast((severity) => found.some((each) => each.severity === severity)) ?? 'notice'
}
