import type { Charger, Connector } from '../../../shared/domain/charger.ts'
import type { Entry } from '../../../shared/domain/entry.ts'
import type { Session } from '../../../shared/domain/session.ts'
import type { Sample } from '../../../shared/domain/timeline.ts'
import type { Deviation } from '../../../shared/ocpp/frame.ts'
import { fields, type Fields } from '../../../shared/ocpp/payload.ts'
import type { Fact } from '../interpret/facts.ts'
import type { Change, OpenCall, Reading } from '../interpret/types.ts'
import type { Limits } from './limits/track.ts'

/** One entry with everything that reading it has given: what a kind of finding looks at. */
export interface Seen {
  entry: Entry
  seq: number
  /** When it arrived, epoch ms. */
  at: number
  /** The action of a call, or of the call that an answer answers. */
  action: string | null
  /** Payload of a call or result; of an event, the JSON that it is kept as. */
  payload: Fields
  /** On an answer: its call. The payload is empty where it was too long to be kept. */
  call: { seq: number; at: number; payload: Fields } | null
  reading: Reading | null
  facts: readonly Fact[]
  changes: readonly Change[]
  /** Meter readings that it brings. */
  samples: readonly Sample[]
  /** Sessions that it ends. */
  ended: readonly Session[]
  /** What was known of the charger before the entry, and with it. */
  before: Charger
  charger: Charger
  /** Calls without an answer, oldest first. */
  openCalls: readonly OpenCall[]
  /** What the central system has commanded. */
  limits: Limits
}

export function factOf<Type extends Fact['type']>({ facts }: Seen, type: Type): Extract<Fact, { type: Type }> | null {
  for (const fact of facts) if (fact.type === type) return fact as Extract<Fact, { type: Type }>
  return null
}

/** Whether the entry is a call, from the side that calls the action. */
export function isCall({ entry }: Seen, direction: 'in' | 'out'): boolean {
  return entry.messageType === 'call' && entry.direction === direction
}

/** The status word of a result to a call of ours or of theirs; null for everything else. */
export function resultStatus({ entry, payload }: Seen, direction: 'in' | 'out'): string | null {
  if (entry.messageType !== 'result' || entry.direction !== direction) return null
  const { status } = payload
  return typeof status === 'string' ? status : null
}

export function deviationOf({ entry }: Seen, code: string): Deviation | null {
  for (const deviation of entry.deviations) if (deviation.code === code) return deviation
  return null
}

/** Meter readings that changes bring, and sessions that they end. */
export function rowsIn(changes: readonly Change[], seq: number): Pick<Seen, 'samples' | 'ended'> {
  const samples: Sample[] = []
  const ended: Session[] = []
  for (const change of changes) {
    if (change.table === 'samples') samples.push(change.row)
    else if (change.table === 'sessions' && change.row.endSeq === seq) ended.push(change.row)
  }
  return { samples, ended }
}

export function connectorIn({ connectors }: Charger, connectorId: number | null): Connector | null {
  return connectors.find(({ id }) => id === connectorId) ?? null
}

/** The payload of a frame that has one. */
export function payloadOf(reading: Reading | null): Fields {
  return reading !== null && 'payload' in reading.frame ? fields(reading.frame.payload) : {}
}
