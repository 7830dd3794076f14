import type { Database } from 'better-sqlite3'
import type { ClockReading } from '../../../../shared/domain/timeline.ts'
import { bounds, type TimeRange } from './projections.ts'

export function clockWriter(db: Database): (chargerId: string, row: ClockReading) => void {
  const insert = db.prepare('INSERT OR REPLACE INTO clock VALUES (@chargerId, @at, @seq, @measuredMs, @offsetMs)')
  return (chargerId, row) => void insert.run({ ...row, chargerId })
}

/**
 * The course of a charger's clock, by time, from the last reading before the range on. More than `most` are thinned out: of
 * each stretch of time those with the least and the most offset stay.
 */
export function clockIn(db: Database, chargerId: string, range: TimeRange, most: number): ClockReading[] {
  const given = { chargerId, ...bounds(range) }
  const first = db.prepare('SELECT max(at) FROM clock WHERE charger_id = @chargerId AND at <= @from').pluck().get(given) as number | null
  const rows = db
    .prepare(
      `SELECT at, measured_ms AS measuredMs, offset_ms AS offsetMs, seq FROM clock
       WHERE charger_id = @chargerId AND at >= @first AND at < @to ORDER BY at, seq`,
    )
    .all({ ...given, first: first ?? given.from }) as ClockReading[]
  if (rows.length <= most) return rows
  const size = Math.ceil((rows.length * 2) / most)
  const kept: ClockReading[] = []
  for (let i = 0; i < rows.length; i += size) {
    const stretch = rows.slice(i, i + size).toSorted((a, b) => a.measuredMs - b.measuredMs)
    const ends = [stretch[0]!, stretch.at(-1)!]
    kept.push(...new Set(ends.toSorted((a, b) => a.at - b.at || a.seq - b.seq)))
  }
  return kept
}
