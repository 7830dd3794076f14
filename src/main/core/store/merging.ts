import Sqlite from 'better-sqlite3'
import type { Merged } from '../../../shared/domain/recording.ts'
import { type MergedEntry, mergedEntries } from './merged-entries.ts'

/** A log to be merged: a whole recording, or what the log of this app has of one charger in the time of the other. */
export interface LogPart {
  database: string
  charger?: string
}

/** How two logs of the same messages fit together. */
export type Fit = Omit<Merged, 'first' | 'second'>

export interface Merging {
  /** Null where the logs have nothing in common. */
  fit: Fit | null
  /** The charger, where each log has only one, as the first calls it. */
  identity: string | null
  /** In one order that respects that of both. */
  entries: () => Generator<MergedEntry>
  close: () => void
}

/** A match this far from the common difference of the clocks is a message id used twice. */
const plausibleMs = 10 * 60_000
/** Ids of so many characters are no counters: the same one is the same message, whatever the clocks say. */
const longId = 8
/** How often an id may be used in both logs, multiplied, for every use to be compared with every other. */
const fewUses = 400
/** More pairs that could be the same message are not looked at: they are of a log without times, or that means harm. */
const mostCandidates = 3_000_000
/** Ids that are used more often are compared only this near to each other. */
const repeatedWithinMs = 5_000
const eventsWithinMs = 10_000
/** A log is taken to cover so much before its first and after its last entry. */
const coveredMs = 10_000

const sides = ['first', 'second'] as const
type Side = (typeof sides)[number]

/** A message is the same in both where direction, kind and id are; the action too, as far as both know it. */
const sameMessage = `x.direction = y.direction AND x.message_type = y.message_type AND x.message_id = y.message_id
  AND (@oneCharger OR x.charger_id = y.charger_id) AND coalesce(x.action, y.action) IS coalesce(y.action, x.action)`
const text = (log: Side, row: string): string => `(SELECT raw FROM ${log}_log WHERE seq = ${row}.seq)`
/** A counter may be the same in logs that have nothing to do with each other; a long id is not. */
const sameText = `(length(x.message_id) >= ${longId} OR (SELECT a = b OR (json_valid(a) AND json_valid(b) AND json(a) = json(b))
  FROM (SELECT ${text('first', 'x')} AS a, ${text('second', 'y')} AS b)))`

const onceIn = (log: Side): string =>
  `(SELECT iif(json_valid(raw), json(raw), raw) AS said, charger_id, direction, at
    FROM ${log}_log WHERE kind = 'frame' AND message_type = 'call' GROUP BY said HAVING count(*) = 1)`
/**
 * Differences of messages whose whole text stands once in both logs, as it mostly does where a message tells a time: for a
 * charger that counts from 1 again so often that no id is rare.
 */
const onlyTexts = `SELECT y.at - x.at AS difference FROM ${onceIn('first')} x JOIN ${onceIn('second')} y
  ON y.said = x.said AND y.direction = x.direction AND (@oneCharger OR x.charger_id = y.charger_id) ORDER BY difference`

/**
 * Finds what two logs have in common.
 * @param scratch path of a file to work in; it is the caller's to delete
 */
export function openMerging(scratch: string, first: LogPart, second: LogPart): Merging {
  const db = new Sqlite(scratch)
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -65536')
  attach(db, 'first', first)
  attach(db, 'second', second)
  db.exec('CREATE TABLE pairs (first INTEGER PRIMARY KEY, second INTEGER NOT NULL UNIQUE, difference INTEGER NOT NULL)')
  for (const log of sides) {
    db.exec(`
      CREATE TABLE ${log}_messages AS
        SELECT seq, at, charger_id, direction, message_type, message_id, action,
          count(*) OVER (PARTITION BY charger_id, direction, message_type, message_id) AS uses
        FROM ${log}_log WHERE kind = 'frame' AND message_id IS NOT NULL AND message_type IS NOT NULL;
      CREATE INDEX ${log}_by_id ON ${log}_messages (message_id, direction, message_type, at);
      CREATE INDEX ${log}_by_uses ON ${log}_messages (message_id, direction, message_type, uses);
      CREATE TABLE ${log}_events AS SELECT seq, at, charger_id, kind FROM ${log}_log WHERE kind IN ('connect', 'disconnect');
      CREATE INDEX ${log}_by_kind ON ${log}_events (kind, at);`)
  }
  const chargers = sides.map((log) => chargersOf(db, log))
  const oneCharger = Number(chargers.every((of) => of.length === 1))

  db.exec('CREATE TABLE candidates (first INTEGER, second INTEGER, difference INTEGER, sure INTEGER)')
  db.prepare(
    `INSERT INTO candidates SELECT x.seq, y.seq, y.at - x.at, x.uses = 1 AND y.uses = 1 AND ${sameText}
     FROM first_messages x CROSS JOIN second_messages y INDEXED BY second_by_uses ON ${sameMessage}
     WHERE x.uses <= ${fewUses} AND y.uses <= ${fewUses} / x.uses`,
  ).run({ oneCharger })
  const usual =
    part(db, 'SELECT difference FROM candidates WHERE sure ORDER BY difference', 0.5) ??
    part(db, 'SELECT difference FROM candidates ORDER BY difference', 0.5) ??
    part(db, onlyTexts, 0.5, { oneCharger })
  if (usual !== null) {
    db.prepare(
      `INSERT INTO candidates SELECT x.seq, y.seq, y.at - x.at, 0 FROM first_messages x JOIN second_messages y ON ${sameMessage}
         AND y.at BETWEEN x.at + @usual - ${repeatedWithinMs} AND x.at + @usual + ${repeatedWithinMs}
       WHERE x.uses * y.uses > ${fewUses} LIMIT ${mostCandidates}`,
    ).run({ usual, oneCharger })
    db.prepare(
      `INSERT OR IGNORE INTO pairs SELECT c.first, c.second, c.difference FROM candidates c JOIN first_messages x ON x.seq = c.first
       WHERE abs(c.difference - @usual) <= ${plausibleMs} OR (c.sure AND length(x.message_id) >= ${longId})
       ORDER BY c.sure DESC, abs(c.difference - @usual), c.first`,
    ).run({ usual })
    db.prepare(
      `INSERT OR IGNORE INTO pairs SELECT first, second, difference FROM (
         SELECT x.seq AS first, y.seq AS second, y.at - x.at AS difference
         FROM first_events x CROSS JOIN second_events y INDEXED BY second_by_kind
           ON y.kind = x.kind AND y.at BETWEEN x.at + @usual - ${eventsWithinMs} AND x.at + @usual + ${eventsWithinMs}
         WHERE @oneCharger OR x.charger_id = y.charger_id LIMIT ${mostCandidates})
       ORDER BY abs(difference - @usual), first`,
    ).run({ usual, oneCharger })
  }
  const fit = fitOf(db, first)
  return {
    fit,
    identity: oneCharger === 1 ? (chargers[0]?.[0] ?? null) : null,
    entries: () => mergedEntries(db, fit?.offsetMs ?? 0),
    close: () => db.close(),
  }
}

/** Makes the log known as `first_log` or `second_log`. */
function attach(db: Sqlite.Database, name: Side, { database, charger }: LogPart): void {
  db.prepare(`ATTACH ? AS ${name}`).run(database)
  db.exec(`CREATE TEMP TABLE ${name}_part (charger_id TEXT, from_at INTEGER, to_at INTEGER)`)
  db.prepare(`INSERT INTO ${name}_part VALUES (?, ?, ?)`).run(charger ?? null, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  const narrowed = `WHERE charger_id = (SELECT charger_id FROM ${name}_part)
    AND at BETWEEN (SELECT from_at FROM ${name}_part) AND (SELECT to_at FROM ${name}_part)`
  db.exec(`CREATE TEMP VIEW ${name}_log AS SELECT * FROM ${name}.entries ${charger === undefined ? '' : narrowed}`)
}

function chargersOf(db: Sqlite.Database, log: Side): string[] {
  return db.prepare(`SELECT DISTINCT charger_id FROM ${log}_log WHERE charger_id <> '' LIMIT 2`).pluck().all() as string[]
}

/** The value below which a part of an ordered query's values lie. */
function part(db: Sqlite.Database, ordered: string, share: number, values: Record<string, number> = {}): number | null {
  const count = db.prepare(`SELECT count(*) FROM (${ordered})`).pluck().get(values) as number
  if (count === 0) return null
  return db
    .prepare(`${ordered} LIMIT 1 OFFSET @offset`)
    .pluck()
    .get({ ...values, offset: Math.min(count - 1, Math.floor(count * share)) }) as number
}

function fitOf(db: Sqlite.Database, first: LogPart): Fit | null {
  const differences = 'SELECT difference FROM pairs ORDER BY difference'
  const offsetMs = part(db, differences, 0.5)
  if (offsetMs === null) return null
  const count = (sql: string, ...values: number[]): number =>
    db
      .prepare(sql)
      .pluck()
      .get(...values) as number
  if (first.charger !== undefined) {
    db.prepare('UPDATE first_part SET from_at = ?, to_at = ?').run(...covered(db, 'second', -offsetMs))
  }
  const both = count('SELECT count(*) FROM pairs')
  const beyond = (log: Side, from: number, to: number): number =>
    count(
      `SELECT count(*) FROM ${log}_log e WHERE (at < ? OR at > ?) AND NOT EXISTS (SELECT 1 FROM pairs WHERE pairs.${log} = e.seq)`,
      from,
      to,
    )
  return {
    both,
    onlyFirst: count('SELECT count(*) FROM first_log') - both,
    onlySecond: count('SELECT count(*) FROM second_log') - both,
    beyond: beyond('first', ...covered(db, 'second', -offsetMs)) + beyond('second', ...covered(db, 'first', offsetMs)),
    offsetMs,
    offsetRangeMs: [part(db, differences, 0.1) ?? offsetMs, part(db, differences, 0.9) ?? offsetMs],
  }
}

/** Between which times a log tells of anything, on the clock of the other. */
function covered(db: Sqlite.Database, log: Side, shiftMs: number): [from: number, to: number] {
  const { first, last } = db.prepare(`SELECT min(at) AS first, max(at) AS last FROM ${log}_log`).get() as { first: number; last: number }
  return [first + shiftMs - coveredMs, last + shiftMs + coveredMs]
}
