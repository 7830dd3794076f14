import type { Database } from 'better-sqlite3'
import type { Recording } from '../../../../shared/domain/recording.ts'

/** Imported logs, newest first; what they hold is in databases of their own. */
export function readRecordings(db: Database): Recording[] {
  const rows = db.prepare('SELECT recording FROM recordings ORDER BY imported_at DESC, id DESC').pluck().all() as string[]
  return rows.map((text) => JSON.parse(text) as Recording)
}

export function saveRecording(db: Database, recording: Recording): void {
  db.prepare('INSERT INTO recordings VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET recording = excluded.recording').run(
    recording.id,
    recording.importedAt,
    JSON.stringify(recording),
  )
}

export function removeRecording(db: Database, id: string): boolean {
  return db.prepare('DELETE FROM recordings WHERE id = ?').run(id).changes > 0
}
