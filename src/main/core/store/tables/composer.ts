import type { Database } from 'better-sqlite3'
import type { Favourite, SentMessage } from '../../../../shared/domain/composer.ts'

/** So many of each charger are kept; the log keeps all. */
const KEPT = 500
const SHOWN = 100

export function keepSentMessage(db: Database, message: SentMessage): void {
  const { id, chargerId, action, at } = message
  db.prepare('INSERT OR REPLACE INTO sent_messages VALUES (?, ?, ?, ?, ?)').run(id, chargerId, action, at, JSON.stringify(message))
  db.prepare(
    `DELETE FROM sent_messages WHERE charger_id = ?1 AND id NOT IN
     (SELECT id FROM sent_messages WHERE charger_id = ?1 ORDER BY at DESC, rowid DESC LIMIT ?2)`,
  ).run({ 1: chargerId, 2: KEPT })
}

/** Newest first. */
export function sentMessages(db: Database, chargerId: string, action: string | null): SentMessage[] {
  const rows = db
    .prepare(
      `SELECT message FROM sent_messages WHERE charger_id = @chargerId AND (@action IS NULL OR action = @action)
       ORDER BY at DESC, rowid DESC LIMIT ${SHOWN}`,
    )
    .pluck()
    .all({ chargerId, action }) as string[]
  return rows.map((row) => JSON.parse(row) as SentMessage)
}

export function sentMessage(db: Database, id: string): SentMessage | null {
  const row = db.prepare('SELECT message FROM sent_messages WHERE id = ?').pluck().get(id) as string | undefined
  return row === undefined ? null : (JSON.parse(row) as SentMessage)
}

export function forgetSentMessages(db: Database, chargerId: string): number {
  return db.prepare('DELETE FROM sent_messages WHERE charger_id = ?').run(chargerId).changes
}

export function favourites(db: Database, protocol: string): Favourite[] {
  return db
    .prepare(
      `SELECT id, name, protocol, action, payload, saved_at AS savedAt FROM favourites WHERE protocol = ? ORDER BY name COLLATE NOCASE, id`,
    )
    .all(protocol) as Favourite[]
}

export function saveFavourite(db: Database, favourite: Favourite): void {
  db.prepare(
    `INSERT INTO favourites VALUES (@id, @name, @protocol, @action, @payload, @savedAt)
     ON CONFLICT DO UPDATE SET name = excluded.name, protocol = excluded.protocol, action = excluded.action,
       payload = excluded.payload, saved_at = excluded.saved_at`,
  ).run(favourite)
}

export function removeFavourite(db: Database, id: string): boolean {
  return db.prepare('DELETE FROM favourites WHERE id = ?').run(id).changes > 0
}
