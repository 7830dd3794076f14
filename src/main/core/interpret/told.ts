/**
 * Everything that a charger has told of one transaction, put together so that the order of the messages makes no
 * difference, and a message that comes twice none either (OCPP 2.0.1 part 2, E04 and E15: chargers queue and repeat them).
 */
import type { ChargingState, MeterReading, TransactionTold } from './facts.ts'
import { appendBounded } from './memory.ts'

interface Register {
  at: number
  wh: number
}

export interface Told {
  transactionId: string
  /** Entry that first told of it: the session's id. */
  seq: number
  connectorId: number | null
  /** Sequence numbers that have come, as ranges from, to. */
  heard: [number, number][]
  /** The last messages, to tell a repeated one from a sequence number that was used twice. */
  recent: string[]
  firstAt: number
  lastAt: number
  startedAt: number | null
  reportedStart: string | null
  /** `stateAt` is its place among the states of the connector. */
  end: { at: number; reason: string; stateAt: number } | null
  user: { id: string; rank: number[] } | null
  remoteStartId: string | null
  charging: { state: ChargingState; at: number; rank: number[] } | null
  /** Rank of the last message that said that charging was stopped. */
  stopped: number[] | null
  /** Registers of the meter: the first, the first above 0, the highest, and the last that came with the end. */
  first: Register | null
  firstAbove0: Register | null
  highestWh: number | null
  last: Register | null
  /** Readings that wait until it is known where they were taken. */
  waiting: MeterReading[]
  /** Whether the message that began its session was refused: there is none until the next message. */
  refused?: boolean
}

export function newTold(transactionId: string, seq: number, at: number): Told {
  return {
    transactionId,
    seq,
    connectorId: null,
    heard: [],
    recent: [],
    firstAt: at,
    lastAt: at,
    startedAt: null,
    reportedStart: null,
    end: null,
    user: null,
    remoteStartId: null,
    charging: null,
    stopped: null,
    first: null,
    firstAbove0: null,
    highestWh: null,
    last: null,
    waiting: [],
  }
}

/** What is known of a transaction whose session was refused: the charger will tell all of it again. */
export function asRefused(told: Told): Told {
  return { ...told, refused: true, heard: [], recent: [] }
}

const keyOf = ({ sequence, reportedAt, phase }: TransactionTold): string => `${sequence ?? ''}|${reportedAt ?? ''}|${phase}`

/** new: not heard before. repeated: heard before. reused: another message under a number that was used before. */
export function novelty(told: Told, fact: TransactionTold): 'new' | 'repeated' | 'reused' {
  if (told.recent.includes(keyOf(fact))) return 'repeated'
  const { sequence } = fact
  if (sequence === null || !told.heard.some(([from, to]) => from <= sequence && sequence <= to)) return 'new'
  return told.recent.some((key) => key.startsWith(`${sequence}|`)) ? 'reused' : 'repeated'
}

/** Whether a later message has come before. */
export function isLate(told: Told, { sequence }: TransactionTold): boolean {
  const highest = told.heard.at(-1)?.[1]
  return sequence !== null && highest !== undefined && sequence < highest
}

/**
 * Whether a transaction must be over although nobody said so: a later one has begun on its connector, and nothing was told of
 * it since.
 */
export function isOvertaken(told: Told, all: readonly Told[]): boolean {
  const begunAt = told.startedAt ?? told.firstAt
  return (
    told.end === null &&
    told.connectorId !== null &&
    all.some(
      ({ transactionId, connectorId, startedAt }) =>
        transactionId !== told.transactionId &&
        connectorId === told.connectorId &&
        startedAt !== null &&
        startedAt > begunAt &&
        startedAt >= told.lastAt,
    )
  )
}

/** @param stateAt when the charging state became so, as far as its place among other states goes; see `momentOf` */
export function merged(told: Told, fact: TransactionTold, stateAt: number): Told {
  const { phase, at, sequence, chargingState, readings } = fact
  const rank = [{ start: 0, update: 1, end: 2 }[phase], sequence ?? -1, at]
  const next: Told = {
    ...told,
    connectorId: phase === 'start' ? (fact.connectorId ?? told.connectorId) : (told.connectorId ?? fact.connectorId),
    heard: sequence === null ? told.heard : withNumber(told.heard, sequence),
    recent: appendBounded(told.recent, keyOf(fact), phase === 'end' || told.end !== null ? 4 : 16),
    firstAt: Math.min(told.firstAt, at),
    lastAt: Math.max(told.lastAt, at),
    remoteStartId: told.remoteStartId ?? fact.remoteStartId,
  }
  if (phase === 'start' && at <= (told.startedAt ?? at)) Object.assign(next, { startedAt: at, reportedStart: fact.reportedAt })
  if (phase === 'end') next.end = { at, reason: fact.reason ?? 'Local', stateAt }
  if (fact.userId !== null && (next.user === null || isBefore(rank, next.user.rank))) next.user = { id: fact.userId, rank }
  const state = chargingState ?? (phase === 'start' ? 'Idle' : null)
  if (phase !== 'end' && state !== null && (next.charging === null || isBefore(next.charging.rank, rank)))
    next.charging = { state, at: stateAt, rank }
  if (fact.stopped && (next.stopped === null || isBefore(next.stopped, rank))) next.stopped = rank
  let last = phase === 'end' ? null : next.last
  for (const { energyWh, at: readAt } of readings) {
    if (energyWh === null) continue
    const register = { at: readAt, wh: energyWh }
    Object.assign(next, withRegister(next, register))
    if (phase === 'end' && (last === null || readAt >= last.at)) last = register
  }
  next.last = last
  return next
}

/** The transaction with one more reading of the meter of its connector. */
export function withRegister(told: Told, register: Register): Told {
  const earlier = (known: Register | null): Register =>
    known === null || register.at < known.at || (register.at === known.at && register.wh < known.wh) ? register : known
  return {
    ...told,
    first: earlier(told.first),
    firstAbove0: register.wh > 0 ? earlier(told.firstAbove0) : told.firstAbove0,
    highestWh: Math.max(told.highestWh ?? register.wh, register.wh),
    lastAt: Math.max(told.lastAt, register.at),
  }
}

/** A register this far above a start of 0 Wh counts the meter's life, not the session: no car takes 200 kWh and 1 MW. */
const implausibleWh = (durationMs: number): number => 200_000 + 1_000_000 * (durationMs / 3_600_000)

/** Energy of the session so far. A meter that goes backwards takes nothing away. */
export function energyOf(told: Told): { meterStartWh: number | null; meterStopWh: number | null; energyWh: number; startsAtZero: boolean } {
  const { first, highestWh, firstAbove0, last } = told
  const meterStopWh = told.end === null ? null : (last?.wh ?? null)
  if (first === null || highestWh === null) return { meterStartWh: null, meterStopWh, energyWh: 0, startsAtZero: false }
  const startsAtZero = first.wh === 0 && firstAbove0 !== null && highestWh > implausibleWh(told.lastAt - (told.startedAt ?? told.firstAt))
  const from = startsAtZero ? firstAbove0.wh : first.wh
  const energyWh = Math.max(0, Math.round((highestWh - from) * 1000) / 1000)
  return { meterStartWh: first.wh, meterStopWh, energyWh, startsAtZero }
}

export function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}

/** Ranges with one more number, merged where they touch; bounded, because a hostile charger may leave gaps on purpose. */
function withNumber(ranges: readonly [number, number][], number: number): [number, number][] {
  const all = [...ranges, [number, number] as [number, number]].toSorted((a, b) => a[0] - b[0])
  const joined: [number, number][] = []
  for (const [from, to] of all) {
    const before = joined.at(-1)
    if (before !== undefined && from <= before[1] + 1) joined[joined.length - 1] = [before[0], Math.max(before[1], to)]
    else joined.push([from, to])
  }
  return joined.slice(-30)
}
