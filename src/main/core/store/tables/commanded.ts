import type { Database } from 'better-sqlite3'
import { mostProfiles } from '../../project/commanded-steps.ts'
import type { CommandedProfile } from '../../project/commanded.ts'
import { bounds, type TimeRange } from './projections.ts'

export function commandedWriter(db: Database): (chargerId: string, row: CommandedProfile) => void {
  const insert = db.prepare('INSERT OR REPLACE INTO commanded VALUES (@chargerId, @seq, @at, @until, @profile)')
  return (chargerId, { profile, until }) => {
    insert.run({ chargerId, seq: profile.seq, at: profile.at, until, profile: JSON.stringify(profile) })
  }
}

/** Profiles that were in force at some time of a range, by the time when they were accepted; no more than are put together, and one. */
export function commandedIn(db: Database, chargerId: string, range: TimeRange): CommandedProfile[] {
  const rows = db
    .prepare(
      `SELECT profile, until_at AS until FROM commanded
       WHERE charger_id = @chargerId AND at < @to AND (until_at IS NULL OR until_at > @from) ORDER BY at DESC, seq DESC LIMIT ${mostProfiles + 1}`,
    )
    .all({ chargerId, ...bounds(range) }) as { profile: string; until: number | null }[]
  return rows.toReversed().map(({ profile, until }) => ({ profile: JSON.parse(profile) as CommandedProfile['profile'], until }))
}
