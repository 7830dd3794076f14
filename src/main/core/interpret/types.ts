import type { Charger } from '../../../shared/domain/charger.ts'
import type { Entry } from '../../../shared/domain/entry.ts'
import type { Finding } from '../../../shared/domain/finding.ts'
import type { Session } from '../../../shared/domain/session.ts'
import type { ClockReading, Mark, Sample, Segment } from '../../../shared/domain/timeline.ts'
import type { CommandedProfile } from '../project/commanded.ts'
import type { Frame, MalformedFrame } from '../../../shared/ocpp/frame.ts'
import type { Protocol } from '../../../shared/ocpp/protocol.ts'

/** One thing that happened, before anybody has read it: an entry without what we make of it. */
export type Happening = Pick<Entry, 'seq' | 'at' | 'chargerId' | 'connectionId' | 'direction' | 'kind' | 'raw' | 'rawBase64' | 'runId'>

/** Why a call's payload breaks its JSON Schema, and the CALLERROR code that says so. */
export interface Violation {
  /** OCPP-J 1.6 §4.2.3 with the standard's spelling of 1.6, or OCPP 2.0.1 part 4 §4.3 with that of 2.x. */
  errorCode:
    | 'FormationViolation'
    | 'FormatViolation'
    | 'PropertyConstraintViolation'
    | 'OccurenceConstraintViolation'
    | 'OccurrenceConstraintViolation'
    | 'TypeConstraintViolation'
  /** JSON pointer of what is wrong; of a missing property, where it should be: '/connectorId'. */
  path: string
  /** For a technician: which field, what was expected, what came. */
  text: string
  /** Whether the message can be served all the same, because what was meant is plain. */
  tolerable: boolean
}

/** What a frame says, for whoever has to answer it. */
export interface Reading {
  frame: Frame | MalformedFrame
  /** The version that it was read in, and is answered in. */
  protocol: Protocol
  /** Violations of the call's (or answer's) schema; empty where there are none or where the action is unknown. */
  violations: Violation[]
  /** Whether the standard's version knows the action. */
  known: boolean
  /** On an answer: the call that it answers, where it is known. */
  call: { seq: number; at: number; action: string; payload: unknown } | null
}

/**
 * A row to insert or replace in a projection. Keys: segment (charger, lane, seq, from), session (id), commanded (charger, seq), sample, mark and clock (insert
 * only). `lane-end` puts its rows in the place of everything that a lane has since a moment, in ms; `session-taken-back` removes a
 * session, and the marks that the entry of its number made for it.
 */
export type Change =
  | { table: 'segments'; row: Segment }
  | { table: 'lane-end'; lane: string; from: number; rows: Segment[] }
  | { table: 'sessions'; row: Session }
  | { table: 'session-taken-back'; id: number; marks: readonly Mark['kind'][] }
  | { table: 'samples'; row: Sample }
  | { table: 'marks'; row: Mark }
  | { table: 'findings'; row: Finding }
  | { table: 'commanded'; row: CommandedProfile }
  | { table: 'clock'; row: ClockReading }

/**
 * Everything that reading a charger's next entry needs to know of the ones before; JSON, and stored with each commit,
 * so that a restart goes on where it stopped. `charger` is what the API shows.
 */
export interface ChargerMemory {
  charger: Charger
  /** Calls without an answer yet, both directions, oldest first and bounded. */
  openCalls: OpenCall[]
  /** The segment that lasts, by lane. */
  openSegments: Record<string, Segment>
  /** Terms asked for by Start charge, waiting for the StartTransaction that they belong to. */
  [extra: string]: unknown
}

export interface OpenCall {
  seq: number
  at: number
  connectionId: number | null
  direction: 'in' | 'out'
  /** As `keptId` keeps it. */
  messageId: string
  action: string
  /** null where it was too large to be kept. */
  payload: unknown
  /** Length of the payload as JSON. */
  size?: number
  /** Set when we stopped waiting for the answer. */
  givenUp?: boolean
}

export interface Interpretation {
  entry: Entry
  reading: Reading | null
  changes: Change[]
}
