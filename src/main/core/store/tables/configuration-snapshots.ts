import type { Database } from 'better-sqlite3'
import type { ConfigurationItem, SnapshotInfo } from '../../../../shared/domain/configuration.ts'

/** A configuration that was kept under a name. */
export interface Snapshot extends SnapshotInfo {
  items: ConfigurationItem[]
}

type Row = Omit<SnapshotInfo, 'imported'> & { imported: number }

const columns = 'id, name, charger_id AS chargerId, protocol, taken_at AS takenAt, item_count AS count, imported'

/** Newest first. */
export function readSnapshots(db: Database): SnapshotInfo[] {
  const rows = db.prepare(`SELECT ${columns} FROM configuration_snapshots ORDER BY taken_at DESC, rowid DESC`).all() as Row[]
  return rows.map(infoOf)
}

export function readSnapshot(db: Database, id: string): Snapshot | null {
  const row = db.prepare(`SELECT ${columns}, items FROM configuration_snapshots WHERE id = ?`).get(id) as
    | (Row & { items: string })
    | undefined
  return row === undefined ? null : { ...infoOf(row), items: JSON.parse(row.items) as ConfigurationItem[] }
}

export function saveSnapshot(db: Database, snapshot: Snapshot): void {
  db.prepare(
    `INSERT INTO configuration_snapshots (id, name, charger_id, protocol, taken_at, item_count, imported, items)
     VALUES (@id, @name, @chargerId, @protocol, @takenAt, @count, @imported, @items)`,
  ).run({ ...snapshot, imported: snapshot.imported ? 1 : 0, items: JSON.stringify(snapshot.items) })
}

/** @returns whether there was one */
export function removeSnapshot(db: Database, id: string): boolean {
  return db.prepare('DELETE FROM configuration_snapshots WHERE id = ?').run(id).changes > 0
}

function infoOf({ id, name, chargerId, protocol, takenAt, count, imported }: Row): SnapshotInfo {
  return { id, name, chargerId, protocol, takenAt, count, imported: imported === 1 }
}
