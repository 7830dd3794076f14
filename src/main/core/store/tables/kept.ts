import type { Database } from 'better-sqlite3'
import type { ChargerSettings } from '../../../../shared/domain/charger.ts'
import type { ChargerMemory } from '../../interpret/types.ts'

/** Small things kept by name as JSON: the app's settings, the virtual chargers, the last moment the app was alive. */
export function readKept(db: Database, name: string): unknown {
  const text = db.prepare('SELECT value FROM kept WHERE name = ?').pluck().get(name) as string | undefined
  return text === undefined ? null : JSON.parse(text)
}

export function keep(db: Database, name: string, value: unknown): void {
  db.prepare('INSERT INTO kept VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(name, JSON.stringify(value))
}

export function readMemories(db: Database): ChargerMemory[] {
  const texts = db.prepare('SELECT memory FROM memories ORDER BY charger_id').pluck().all() as string[]
  return texts.map((text) => JSON.parse(text) as ChargerMemory)
}

export function memoryWriter(db: Database): (chargerId: string, memory: string) => void {
  const statement = db.prepare('INSERT INTO memories VALUES (?, ?) ON CONFLICT DO UPDATE SET memory = excluded.memory')
  return (chargerId, memory) => void statement.run(chargerId, memory)
}

export function readChargerSettings(db: Database): [string, Partial<ChargerSettings>][] {
  const rows = db.prepare('SELECT charger_id, settings FROM charger_settings').raw().all() as [string, string][]
  return rows.map(([chargerId, text]) => [chargerId, JSON.parse(text) as Partial<ChargerSettings>])
}

export function saveChargerSettings(db: Database, chargerId: string, settings: ChargerSettings): void {
  db.prepare('INSERT INTO charger_settings VALUES (?, ?) ON CONFLICT DO UPDATE SET settings = excluded.settings').run(
    chargerId,
    JSON.stringify(settings),
  )
}
