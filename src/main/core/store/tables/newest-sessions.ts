import type { Database } from 'better-sqlite3'
import type { Session, SessionCounts } from '../../../../shared/domain/session.ts'

/** The sessions of all chargers that began last, newest first. */
export function newestSessions(db: Database, most: number): Session[] {
  const rows = db.prepare('SELECT session FROM sessions ORDER BY started_at DESC, id DESC LIMIT ?').pluck().all(most) as string[]
  return rows.map((text) => JSON.parse(text) as Session)
}

export function sessionCounts(db: Database): SessionCounts {
  return db
    .prepare('SELECT (SELECT count(*) FROM sessions) AS "all", (SELECT count(*) FROM sessions WHERE ended_at IS NULL) AS running')
    .get() as SessionCounts
}
