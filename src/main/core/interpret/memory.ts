import type { PaymentMethod, PriceGroup } from '../../../shared/domain/money.ts'
import type { Session } from '../../../shared/domain/session.ts'
import type { ClockReading, Segment } from '../../../shared/domain/timeline.ts'
import { newFindingsMemory, type FindingsMemory } from '../findings/memory.ts'
import type { Stillness } from '../project/no-power.ts'
import type { Suspension } from '../project/suspension.ts'
import type { ClockMeasurement } from './clock.ts'
import type { ReportedState } from './facts.ts'
import type { Told } from './told.ts'
import type { ChargerMemory } from './types.ts'

/** A session that goes on, with what is needed to go on counting. */
export interface RunningSession {
  session: Session
  /** The charger's own words for the start, to know a repeated StartTransaction again. */
  reportedStart: string | null
  /** Register from which energy is counted where the start gave none that makes sense. */
  baselineWh: number | null
  lastRegisterWh: number | null
  lastSampleAt: number | null
  /** Since when the connector's lane has shown a state in which the car takes no power. */
  idleSince: number | null
  /** When the charger last told of the transaction itself after its start. */
  heardAt?: number | null
  /** Whether the connector's lane shows a state that there is in sessions only, and until when it last did. */
  busy?: boolean
  busyUntil?: { at: number; idleMs: number } | null
}

/** A session that was taken to be over although no end was reported, as it is needed when the charger tells more of it. */
export interface Unreported extends Omit<RunningSession, 'session'> {
  sessionId: number
  /** When the session began because of which this one must be over. */
  nextAt: number
}

/** Payment method and price group that wait for the session they belong to. */
export interface WaitingTerms {
  at: number
  transactionId: string | null
  connectorId: number | null
  userId: string | null
  paymentMethod: PaymentMethod | null
  priceGroup: PriceGroup | null
}

/** A number by which a remote start is known again in what the charger tells of the session. */
export interface RemoteStart {
  id: string
  userId: string | null
}

/** What a connector last said of itself, and when. Times are epoch ms on our clock, by the charger's own words. */
export interface ConnectorReport {
  word: ReportedState | null
  at: number
  /** Since when it has been Occupied without a break. */
  occupiedSince: number | null
  /** When it was last reported not to be Occupied. */
  freeAt: number | null
  /** When a session last ended here. */
  endedAt: number | null
}

/** A report that comes in parts, as far as it has come. */
export interface ReportParts {
  key: string
  parts: number
  items: number
}

/** ChargerMemory with everything that reading and projecting keep in it. JSON only; no object is held twice. */
export interface Memory extends ChargerMemory {
  /** When the present connection was opened, ours; null while there is none. */
  connectedAt: number | null
  /** Whether the charger named no version that is known when it connected, and none has been guessed yet. */
  protocolUnnamed: boolean
  /** The connection that was lost last: frames that still come from it open nothing. */
  lostConnectionId: number | null
  running: RunningSession[]
  /** Starts whose user was refused: sessions only if the charger turns out to go on with them. */
  refusedStarts: RunningSession[]
  /** The last sessions that ended, newest last, for what a charger still says about them. */
  ended: Session[]
  /** Those of `ended` whose end was not reported. */
  unreported: Unreported[]
  waitingTerms: WaitingTerms[]
  /** The last comparisons of clocks, newest last. */
  clockMeasurements: ClockMeasurement[]
  bootAskedAt: number | null
  /** Message ids of the last calls of this connection, to see one used twice. */
  recentCallIds: string[]
  /** The last answered calls, to tell a second answer from one that answers nothing. */
  answered: { messageId: string; direction: 'in' | 'out'; action: string; seq: number }[]
  /** The OCPP version of the last connections, newest last: a late frame is read in that of its own. */
  versions: { connectionId: number; protocol: string | null }[]
  /** Transactions that are told in several messages (OCPP 2.x), newest last. */
  told: Told[]
  /** The last segments of each connector's lane that are over, by time: what is told afterwards may change them. */
  pastSegments: Record<string, Segment[]>
  /** By connector id. */
  reports: Record<string, ConnectorReport>
  remoteStarts: RemoteStart[]
  reportParts: ReportParts[]
  /** Who paused a session, by connector id. */
  suspensions: Record<string, Suspension>
  /** Since when nothing has flowed while a connector says Charging, by connector id. */
  stillness: Record<string, Stillness>
  /** The last row of the clock's course. */
  clockShown: ClockReading | null
  findings: FindingsMemory
}

/** @param timeless whether it is of a log that tells no times */
export function newMemory(chargerId: string, at: number, timeless = false): Memory {
  return {
    charger: {
      id: chargerId,
      protocol: null,
      connected: false,
      connectionSince: null,
      connectionId: null,
      remoteAddress: null,
      firstSeenAt: at,
      lastSeenAt: at,
      registration: 'accepted',
      bootInfo: null,
      status: null,
      errorCode: null,
      clockOffsetMs: null,
      latencyMs: null,
      firmwareStatus: null,
      connectors: [],
      lastError: null,
      virtual: false,
    },
    openCalls: [],
    openSegments: {},
    connectedAt: null,
    protocolUnnamed: false,
    lostConnectionId: null,
    running: [],
    refusedStarts: [],
    ended: [],
    unreported: [],
    waitingTerms: [],
    clockMeasurements: [],
    bootAskedAt: null,
    recentCallIds: [],
    answered: [],
    versions: [],
    told: [],
    pastSegments: {},
    reports: {},
    remoteStarts: [],
    reportParts: [],
    suspensions: {},
    stillness: {},
    clockShown: null,
    findings: newFindingsMemory(timeless),
  }
}

/** The same object with whatever an earlier version of the app did not keep yet. */
export function completeMemory(memory: ChargerMemory): Memory {
  const fresh = newMemory(memory.charger.id, memory.charger.firstSeenAt)
  for (const key of Object.keys(fresh)) if (memory[key] === undefined) memory[key] = fresh[key]
  return memory as Memory
}

/** The list with the item at its end and at most `most` items, the oldest dropped. */
export function appendBounded<T>(list: readonly T[], item: T, most: number): T[] {
  return [...list.slice(Math.max(0, list.length + 1 - most)), item]
}
