import type { Database } from 'better-sqlite3'
import type { ChargerSettingsChange } from '../../../../shared/domain/charger.ts'
import { interpret } from '../../interpret/index.ts'
import type { ChargerMemory } from '../../interpret/types.ts'
import { entryPages, happeningOf } from './entries.ts'

/** Small things kept by name as JSON: the app's settings, the virtual chargers, the last moment the app was alive. */
export function readKept(db: Database, name: string): unknown {
  const text = db.prepare('SELECT value FROM kept WHERE name = ?').pluck().get(name) as string | undefined
  return text === undefined ? null : JSON.parse(text)
}

export function keep(db: Database, name: string, value: unknown): void {
  db.prepare('INSERT INTO kept VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(name, JSON.stringify(value))
}

export interface SavedMemory {
  chargerId: string
  /** The last entry that it knows of. */
  seq: number
  /** JSON. */
  memory: string
}

/** What is remembered of each charger, brought up to its last entry by reading those that came after it was saved. */
export function readMemories(db: Database): ChargerMemory[] {
  const saved = db.prepare('SELECT charger_id AS chargerId, seq, memory FROM memories ORDER BY charger_id').all() as SavedMemory[]
  return saved.map(({ chargerId, seq, memory: text }) => {
    const memory = JSON.parse(text) as ChargerMemory
    for (const page of entryPages(db, chargerId, seq)) for (const entry of page) interpret(memory, happeningOf(entry))
    return memory
  })
}

export function memoryWriter(db: Database): (memory: SavedMemory) => void {
  const statement = db.prepare(
    `INSERT INTO memories VALUES (@chargerId, @seq, @memory)
     ON CONFLICT DO UPDATE SET seq = excluded.seq, memory = excluded.memory`,
  )
  return (memory) => void statement.run(memory)
}

export function readChargerSettings(db: Database): [string, ChargerSettingsChange][] {
  const rows = db.prepare('SELECT charger_id, settings FROM charger_settings').raw().all() as [string, string][]
  return rows.map(([chargerId, text]) => [chargerId, JSON.parse(text) as ChargerSettingsChange])
}

export function saveChargerSettings(db: Database, chargerId: string, settings: ChargerSettingsChange): void {
  db.prepare('INSERT INTO charger_settings VALUES (?, ?) ON CONFLICT DO UPDATE SET settings = excluded.settings').run(
    chargerId,
    JSON.stringify(settings),
  )
}
