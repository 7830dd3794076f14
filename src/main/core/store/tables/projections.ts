import type { Database } from 'better-sqlite3'
import type { Session } from '../../../../shared/domain/session.ts'
import type { Sample, Segment } from '../../../../shared/domain/timeline.ts'
import { unreachable } from '../../../../shared/ocpp/frame.ts'
import type { Change } from '../../interpret/types.ts'
import { clockWriter } from './clock.ts'
import { commandedWriter } from './commanded.ts'
import { findingWriter } from './findings.ts'

const sampleColumns = `at, seq, connector_id AS connectorId, transaction_id AS transactionId, power_w AS powerW,
  current_a AS currentA, voltage_v AS voltageV, energy_wh AS energyWh, soc_percent AS socPercent`

/** Writes what reading an entry changed in the projections. */
export function changeWriter(db: Database): (chargerId: string, change: Change) => void {
  const segment = db.prepare(`
    INSERT INTO segments (charger_id, lane, seq, state, last_state, from_at, to_at, why, late, uncertain)
    VALUES (@chargerId, @lane, @seq, @state, @lastState, @from, @to, @why, @late, @uncertain)
    ON CONFLICT DO UPDATE SET state = excluded.state, last_state = excluded.last_state, to_at = excluded.to_at,
      why = excluded.why, late = excluded.late, uncertain = excluded.uncertain`)
  const laneEnd = db.prepare('DELETE FROM segments WHERE charger_id = @chargerId AND lane = @lane AND from_at >= @from')
  const writeSegment = (chargerId: string, row: Segment): void => {
    segment.run({ ...row, chargerId, late: row.late === true ? 1 : 0, uncertain: row.uncertain === true ? 1 : 0 })
  }
  const session = db.prepare(`
    INSERT INTO sessions (id, charger_id, started_at, ended_at, session) VALUES (@id, @chargerId, @startedAt, @endedAt, @session)
    ON CONFLICT DO UPDATE SET started_at = excluded.started_at, ended_at = excluded.ended_at, session = excluded.session`)
  const sessionGone = db.prepare('DELETE FROM sessions WHERE id = @id AND charger_id = @chargerId')
  const markGone = db.prepare('DELETE FROM marks WHERE charger_id = @chargerId AND seq = @seq AND kind = @kind')
  const sample = db.prepare(`
    INSERT INTO samples VALUES (@chargerId, @at, @seq, @connectorId, @transactionId, @powerW, @currentA, @voltageV, @energyWh, @socPercent)`)
  const finding = findingWriter(db)
  const commanded = commandedWriter(db)
  const clock = clockWriter(db)
  const mark = db.prepare('INSERT INTO marks VALUES (@chargerId, @at, @seq, @kind, @connectorId, @text)')
  return (chargerId, change) => {
    switch (change.table) {
      case 'segments':
        writeSegment(chargerId, change.row)
        return
      case 'lane-end':
        laneEnd.run({ chargerId, lane: change.lane, from: change.from })
        for (const row of change.rows) writeSegment(chargerId, row)
        return
      case 'sessions': {
        const { id, startedAt, endedAt } = change.row
        session.run({ id, chargerId, startedAt, endedAt, session: JSON.stringify(change.row) })
        return
      }
      case 'session-taken-back':
        sessionGone.run({ chargerId, id: change.id })
        for (const kind of change.marks) markGone.run({ chargerId, seq: change.id, kind })
        return
      case 'samples':
        sample.run({ ...change.row, chargerId })
        return
      case 'marks':
        mark.run({ ...change.row, chargerId })
        return
      case 'findings':
        finding(chargerId, change.row)
        return
      case 'commanded':
        commanded(chargerId, change.row)
        return
      case 'clock':
        clock(chargerId, change.row)
        return
      default:
        unreachable(change)
    }
  }
}

export function clearProjections(db: Database): void {
  db.exec(
    'DELETE FROM segments; DELETE FROM sessions; DELETE FROM samples; DELETE FROM marks; DELETE FROM findings; DELETE FROM commanded; DELETE FROM clock; DELETE FROM memories;',
  )
}

export interface TimeRange {
  from?: number | undefined
  to?: number | undefined
}
export const bounds = (range: TimeRange): { from: number; to: number } => ({
  from: range.from ?? Number.MIN_SAFE_INTEGER,
  to: range.to ?? Number.MAX_SAFE_INTEGER,
})

/** Sessions that overlap the range, newest first. */
export function sessionsIn(db: Database, chargerId: string | null, range: TimeRange): Session[] {
  const rows = db
    .prepare(
      `SELECT session FROM sessions
       WHERE (@chargerId IS NULL OR charger_id = @chargerId) AND started_at < @to AND (ended_at IS NULL OR ended_at > @from)
       ORDER BY started_at DESC, id DESC`,
    )
    .pluck()
    .all({ chargerId, ...bounds(range) }) as string[]
  return rows.map((text) => JSON.parse(text) as Session)
}

/** Users of the sessions that overlap the range, each once, those of the newest first. */
export function userIdsIn(db: Database, chargerId: string, range: TimeRange): string[] {
  return db
    .prepare(
      `SELECT session ->> 'userId' AS user FROM sessions
       WHERE charger_id = @chargerId AND started_at < @to AND (ended_at IS NULL OR ended_at > @from) AND user IS NOT NULL
       GROUP BY user ORDER BY max(started_at) DESC, max(id) DESC`,
    )
    .pluck()
    .all({ chargerId, ...bounds(range) }) as string[]
}

export function sessionById(db: Database, id: number): Session | null {
  const text = db.prepare('SELECT session FROM sessions WHERE id = ?').pluck().get(id) as string | undefined
  return text === undefined ? null : (JSON.parse(text) as Session)
}

export function samplesIn(db: Database, chargerId: string, range: TimeRange): Sample[] {
  return db
    .prepare(`SELECT ${sampleColumns} FROM samples WHERE charger_id = @chargerId AND at >= @from AND at < @to ORDER BY at, seq`)
    .all({ chargerId, ...bounds(range) }) as Sample[]
}
