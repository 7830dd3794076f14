import type { Database } from 'better-sqlite3'
import { BLOCK } from '../search/block.ts'
import { reachOf } from '../search/reach.ts'

/** Names of actions that occur, in order. While an old log has not been counted, those of its newest entries. */
export function entryActions(db: Database, charger: string | null): string[] {
  const { blocks, last } = reachOf(db)
  const recent = Math.max(blocks, last - 16 * BLOCK)
  return db
    .prepare(
      `SELECT action FROM facets WHERE action IS NOT NULL AND (@charger IS NULL OR charger_id = @charger)
       UNION SELECT action FROM entries WHERE seq > @recent AND action IS NOT NULL AND (@charger IS NULL OR charger_id = @charger)
       ORDER BY action`,
    )
    .pluck()
    .all({ charger, recent }) as string[]
}
