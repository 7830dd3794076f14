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

export interface CallReading {
  payload: Fields
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

/** How one action of one OCPP version is read. Errors mean nothing to any action so far. */
export interface ActionReader {
  call?: (reading: CallReading) => Meaning
  answer?: (reading: AnswerReading) => Meaning
}

/** One OCPP version: its actions that say something about the charger's state. All others only get a summary. */
export type VersionReader = Readonly<Record<string, ActionReader>>
