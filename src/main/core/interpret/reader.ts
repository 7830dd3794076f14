import type { Deviation } from '../../../shared/ocpp/frame.ts'
import type { TimeReader } from './clock.ts'
import type { Fact } from './facts.ts'
import type { Fields } from '../../../shared/ocpp/payload.ts'
import type { Happening } from './types.ts'

/** What a message means: facts for the projections, and what was unusual about it. */
export interface Meaning {
  facts: Fact[]
  deviations?: Deviation[]
}

/** The connector that a message is about, in the numbers of the API. */
export type ConnectorOf = (evseId: number, connectorId: number | null) => number

export interface CallReading {
  payload: Fields
  /** Takes a connector that was never heard of into memory. */
  connectorOf: ConnectorOf
  happening: Happening
  time: TimeReader
}

export interface AnswerReading {
  /** Payload of the call, with 64-bit integers as texts. */
  call: Fields
  callSeq: number
  answer: Fields
  happening: Happening
  /** Reads times as of when the call arrived. */
  time: TimeReader
}

/** How one action of one OCPP version is read. */
export interface ActionReader {
  call?: (reading: CallReading) => Meaning
  answer?: (reading: AnswerReading) => Meaning
  /** The call was not taken because the charger is not accepted (CALLERROR SecurityError). @param callSeq entry of the call */
  refused?: (callSeq: number) => Meaning
}

/** One OCPP version: its actions that say something about the charger's state. All others only get a summary. */
export type VersionReader = Readonly<Record<string, ActionReader>>
