/** What the lanes of a charger show. Each lane is found on its own by time, so that a late range costs no more than an early one. */
import type { Database } from 'better-sqlite3'
import type { Heartbeat, Mark, Segment, Timeline } from '../../../../shared/domain/timeline.ts'
import { merged } from '../../../../shared/timeline/merge.ts'
import type { Range } from '../../../../shared/timeline/range.ts'
import { connectorOfLane } from '../../project/lanes.ts'
import { commandedSteps } from '../../project/commanded-steps.ts'
import { commandedIn } from './commanded.ts'
import { sessionsIn, type TimeRange } from './projections.ts'

/** More heartbeats than a screen has room for are of no use. */
const mostHeartbeats = 1_500

/** @param most of segments a lane and of marks, about; without it there are all, and every one as it is */
export function timelineIn(db: Database, chargerId: string, asked: TimeRange, most: number | undefined): Timeline {
  const lanes = laneNames(db, chargerId)
  const extent = extentOf(db, chargerId, lanes)
  if (extent === null) return { segments: [], marks: [], heartbeats: [], limits: [], limitsLeftOut: false, extent }
  const range = { from: asked.from ?? extent.from, to: asked.to ?? Math.max(extent.to, lastEntryAt(db, chargerId)) + 1 }
  const connectors = lanes.map(connectorOfLane).filter((id) => id !== null)
  const profiles = commandedIn(db, chargerId, range)
  const sessions = profiles.length === 0 ? [] : sessionsIn(db, chargerId, range)
  const limits = profiles.length === 0 ? [] : commandedSteps(profiles, sessions, connectors, range)
  return {
    segments: lanes.flatMap((lane) => laneIn(db, chargerId, lane, range, most)),
    marks: marksIn(db, chargerId, range, most),
    heartbeats: heartbeatsIn(db, chargerId, range),
    limits: limits ?? [],
    limitsLeftOut: limits === null,
    extent,
  }
}

function lastEntryAt(db: Database, chargerId: string): number {
  const last = db.prepare('SELECT at FROM entries WHERE charger_id = ? ORDER BY seq DESC LIMIT 1').pluck()
  return (last.get(chargerId) as number | undefined) ?? 0
}

/** The names of a charger's lanes, in order, found by leaping from one to the next. */
function laneNames(db: Database, chargerId: string): string[] {
  const next = db.prepare('SELECT min(lane) FROM segments WHERE charger_id = ? AND lane > ?').pluck()
  const names: string[] = []
  for (let name = ''; ;) {
    const found = next.get(chargerId, name) as string | null
    if (found === null) return names
    names.push(found)
    name = found
  }
}

const columns = 'lane, seq, state, last_state AS lastState, from_at AS "from", to_at AS "to", why, late, uncertain'
type SegmentRow = Omit<Segment, 'late' | 'uncertain'> & { late: number; uncertain: number }

/** The segments of a lane that overlap a range, by time. */
function laneIn(db: Database, chargerId: string, lane: string, range: Range, most: number | undefined): Segment[] {
  const first = db
    .prepare('SELECT max(from_at) FROM segments WHERE charger_id = @chargerId AND lane = @lane AND from_at <= @from')
    .pluck()
    .get({ chargerId, lane, from: range.from }) as number | null
  const given = { chargerId, lane, ...range, first: first ?? range.from }
  const overlapping = `FROM segments
    WHERE charger_id = @chargerId AND lane = @lane AND from_at >= @first AND from_at < @to AND (to_at IS NULL OR to_at > @from)`
  const rows = () =>
    db.prepare(`SELECT ${columns} ${overlapping} ORDER BY from_at, to_at IS NULL, to_at, seq`).iterate(given) as Iterable<SegmentRow>
  const count = db.prepare(`SELECT count(*) FROM (SELECT 1 ${overlapping} LIMIT @limit)`).pluck()
  const all = most === undefined || (count.get({ ...given, limit: most + 1 }) as number) <= most
  return all ? [...segmentsOf(rows())] : merged(segmentsOf(rows()), (range.to - range.from) / most)
}

function* segmentsOf(rows: Iterable<SegmentRow>): Generator<Segment> {
  for (const { late, uncertain, ...row } of rows) {
    yield { ...row, ...(late === 1 ? { late: true } : {}), ...(uncertain === 1 ? { uncertain: true } : {}) }
  }
}

const ofMark = 'kind, connector_id AS connectorId, text, seq'
const ofMarks = 'FROM marks WHERE charger_id = @chargerId AND at >= @from AND at < @to'

/** Marks by time; of too many, the first of its kind in each short while. */
function marksIn(db: Database, chargerId: string, range: Range, most: number | undefined): Mark[] {
  const given = { chargerId, ...range }
  const count = db.prepare(`SELECT count(*) FROM (SELECT 1 ${ofMarks} LIMIT @limit)`).pluck()
  if (most === undefined || (count.get({ ...given, limit: most + 1 }) as number) <= most) {
    return db.prepare(`SELECT at, ${ofMark} ${ofMarks} ORDER BY at, seq`).all(given) as Mark[]
  }
  return db
    .prepare(
      `SELECT min(at) AS at, ${ofMark} ${ofMarks} GROUP BY kind, connector_id, CAST((at - @from) / @everyMs AS INTEGER) ORDER BY 1, seq`,
    )
    .all({ ...given, everyMs: (range.to - range.from) / most }) as Mark[]
}

/** Heartbeats, at most one in each short while: found by leaping from one to the next, however many lie between. */
function heartbeatsIn(db: Database, chargerId: string, range: Range): Heartbeat[] {
  const next = db.prepare(
    `SELECT at, seq FROM entries
     WHERE charger_id = ? AND action = 'Heartbeat' AND message_type = 'call' AND at >= ? AND at < ? ORDER BY at, seq LIMIT 1`,
  )
  const everyMs = Math.max(1, (range.to - range.from) / mostHeartbeats)
  const found: Heartbeat[] = []
  for (let from = range.from; ;) {
    const heartbeat = next.get(chargerId, from, range.to) as Heartbeat | undefined
    if (heartbeat === undefined) return found
    found.push(heartbeat)
    from = range.from + (Math.floor((heartbeat.at - range.from) / everyMs) + 1) * everyMs
  }
}

/** From the first segment's beginning to the last end or beginning, or null where there is none. */
function extentOf(db: Database, chargerId: string, lanes: readonly string[]): Range | null {
  const first = db.prepare('SELECT min(from_at) FROM segments WHERE charger_id = ? AND lane = ?').pluck()
  const last = db
    .prepare(
      'SELECT max(coalesce(to_at, from_at)) FROM (SELECT from_at, to_at FROM segments WHERE charger_id = ? AND lane = ? ORDER BY from_at DESC LIMIT 2)',
    )
    .pluck()
  let extent: Range | null = null
  for (const lane of lanes) {
    const from = first.get(chargerId, lane) as number
    const to = last.get(chargerId, lane) as number
    extent = extent === null ? { from, to } : { from: Math.min(extent.from, from), to: Math.max(extent.to, to) }
  }
  return extent
}
