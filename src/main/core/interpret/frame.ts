import type { Entry } from '../../../shared/domain/entry.ts'
import { categoryOfAction } from '../../../shared/ocpp/category.ts'
import {
  readFrame,
  type CallFrame,
  type Deviation,
  type ErrorFrame,
  type Frame,
  type ResultErrorFrame,
  type ResultFrame,
  type SendFrame,
} from '../../../shared/ocpp/frame.ts'
import type { Protocol } from '../../../shared/ocpp/protocol.ts'
import { project } from '../project/index.ts'
import { changeCharger, connectorOf, type Projection } from '../project/projection.ts'
import { endedWith, runningOn, runningWith } from '../project/session-rows.ts'
import { timeReader, type TimeReader } from './clock.ts'
import { errorCodeDeviations } from './error-code.ts'
import type { Fact } from './facts.ts'
import { meterOf, summaryOf, summaryOfError } from './frame-words.ts'
import { learnVersion } from './guess-protocol.ts'
import type { Memory } from './memory.ts'
import { countReport } from './ocpp2/report-parts.ts'
import { frameDeviations } from './odd-frame.ts'
import { answeredCall, rememberCall, takeCall, type Pairing } from './pairing.ts'
import { fields, transactionText } from '../../../shared/ocpp/payload.ts'
import { meaningOf } from './meaning.ts'
import { malformed } from './malformed.ts'
import { severityOf } from './severity.ts'
import type { Happening, Interpretation, OpenCall } from './types.ts'
import { isKnownAction, validate } from './validate.ts'
import { versionOf, type Place } from './versions.ts'
import type { SchemaViolation } from './violation-words.ts'

/** Reads one frame: what it says, what it answers, what it changes. */
export function interpretFrame(memory: Memory, happening: Happening, projection: Projection): Interpretation {
  const { frame, deviations: unusual } = readFrame(happening.raw)
  // An answer of ours echoes an id as the charger wrote it: that is the charger's quirk, told at its call.
  const deviations = happening.direction === 'out' ? unusual.filter(({ code }) => code !== 'numeric-message-id') : unusual
  if (happening.rawBase64 !== null) deviations.push(...frameDeviations(happening.raw, happening.rawBase64))
  heard(memory, projection, happening)
  if (frame.type === 'malformed') return malformed(memory, happening, projection, frame, deviations)

  const request = frame.type === 'call' || frame.type === 'send'
  const pairing = request ? null : pairingOf(memory, happening, frame)
  const call = pairing?.call ?? null
  if (pairing !== null) deviations.push(...pairing.deviations)
  else if (frame.type === 'call') deviations.push(...rememberCall(memory, happening, frame.messageId, frame.action, frame.payload))
  const again = pairing?.again ?? null
  const action = request ? frame.action : (call ?? again)?.action || null
  const callPayload = fields(request ? frame.payload : call?.payload)

  if (frame.type === 'call') deviations.push(...learnVersion(memory, happening, frame))
  const version = versionOf(memory, happening.connectionId)
  const { protocol } = version
  const known = action !== null && isKnownAction(protocol, action)
  if ((frame.type === 'send' || frame.type === 'resulterror') && protocol !== 'ocpp2.1') {
    const what = frame.type === 'send' ? 'SEND (6)' : 'CALLRESULTERROR (5)'
    deviations.push({ code: 'message-type-of-2.1', text: `The message type ${what} is one of OCPP 2.1 only; it was read all the same.` })
  }
  if (frame.type === 'error' && happening.direction === 'in') deviations.push(...errorCodeDeviations(frame.errorCode, protocol))
  const violations = known && 'payload' in frame ? schemaViolations(protocol, action, frame, deviations) : []
  if (request && !known) {
    deviations.push({
      code: 'unknown-action',
      text: `${protocol.replace('ocpp', 'OCPP ')} has no action "${frame.action.slice(0, 50)}".`,
    })
  }

  const before = statusOf(memory, version.placeOf(memory, callPayload).connectorId)
  const { transactionId } = version.placeOf(memory, callPayload)
  const old = runningWith(memory, transactionId) === null && endedWith(memory, transactionId) !== null
  const time = timeReader(memory, call?.at ?? happening.at, old)
  const meaning = meaningOf(version.reader, { memory, happening, frame, action, call, payload: callPayload, time })
  deviations.push(...(meaning.deviations ?? []), ...(request ? time.deviations : []))
  projection.deviations = deviations
  const place = version.placeOf(memory, callPayload)
  const sessionId = sessionOf(memory, place, frame)
  for (const fact of [...clockFacts(time), ...frameFacts(happening, frame, action, call), ...meaning.facts])
    project(memory, projection, fact)

  const report = request ? countReport(memory, action, callPayload) : null
  const after = statusOf(memory, place.connectorId)
  const context = {
    direction: happening.direction,
    protocol,
    statusBefore: before,
    statusAfter: after,
    evse: place.connectorId === null ? null : (connectorOf(memory, place.connectorId)?.evse ?? null),
    report,
    meter: meterOf(meaning.facts),
  }
  const entry: Entry = {
    ...happening,
    category: categoryOfAction(action, callPayload),
    messageType: frame.type,
    messageId: frame.messageId,
    action,
    summary: `${again === null ? '' : 'Second answer: '}${summaryOf(frame, action, callPayload, context)}`,
    latencyMs: call === null || frame.type === 'resulterror' ? null : Math.max(0, happening.at - call.at),
    severity: severityOf(frame, action, violations, deviations),
    deviations,
    connectorId: place.connectorId,
    transactionId: transactionId ?? transactionText(frame.type === 'result' ? fields(frame.payload)['transactionId'] : undefined),
    sessionId: projection.sessionId ?? sessionId ?? (frame.type === 'call' && action === 'StartTransaction' ? happening.seq : null),
    answers: (call ?? again)?.seq ?? null,
    ...(request ? time.clocks() : {}),
  }
  const answered = call === null ? null : { seq: call.seq, at: call.at, action: call.action, payload: call.payload }
  return { entry, reading: { frame, protocol, violations, known, call: answered }, changes: projection.changes }
}

/** What an answer answers; a CALLRESULTERROR is about a call of its own sender, which has been answered. */
function pairingOf(memory: Memory, happening: Happening, frame: ResultFrame | ErrorFrame | ResultErrorFrame): Pairing {
  return frame.type === 'resulterror'
    ? answeredCall(memory, happening, frame.messageId)
    : takeCall(memory, happening, frame.messageId, frame.type === 'error')
}

/** Any frame from a charger says that it is there, even where no connect was recorded. */
function heard(memory: Memory, projection: Projection, { direction, connectionId, at }: Happening): void {
  if (direction !== 'in') return
  const { connected, connectionId: current } = memory.charger
  const another = connectionId !== null && connectionId !== memory.lostConnectionId && (current === null || connectionId > current)
  if (connected ? another && current !== null : another || connectionId === null) {
    const why = 'heard from without a recorded connect'
    project(memory, projection, { type: 'ConnectionOpened', protocol: null, remoteAddress: null, virtual: null, why })
  }
  changeCharger(memory, { lastSeenAt: Math.max(at, memory.charger.lastSeenAt) })
}

/** Violations of the schema; a time that only lacks its offset is said by whoever reads the time. */
function schemaViolations(
  protocol: Protocol,
  action: string,
  frame: CallFrame | SendFrame | ResultFrame,
  deviations: Deviation[],
): SchemaViolation[] {
  const part = frame.type === 'result' ? 'response' : 'request'
  const violations = validate(protocol, action, part, frame.payload).filter(({ keyword }) => keyword !== 'format')
  deviations.push(...violations.map(({ keyword, text }) => ({ code: `schema-${keyword}`, text: `Against the standard: ${text}.` })))
  return violations
}

function clockFacts(time: TimeReader): Fact[] {
  const measured = time.measured()
  return measured === null ? [] : [{ type: 'ClockMeasured', ...measured }]
}

function frameFacts(happening: Happening, frame: Frame, action: string | null, call: OpenCall | null): Fact[] {
  if (happening.direction !== 'in' || frame.type === 'call' || frame.type === 'send') return []
  const facts: Fact[] = []
  if (call !== null && frame.type !== 'resulterror')
    facts.push({ type: 'RoundTripMeasured', latencyMs: Math.max(0, happening.at - call.at) })
  if (frame.type !== 'result') facts.push({ type: 'ErrorSeen', text: summaryOfError(action, frame) })
  return facts
}

function statusOf(memory: Memory, connectorId: number | null): string | null {
  if (connectorId === null) return null
  return connectorId === 0 ? memory.charger.status : (connectorOf(memory, connectorId)?.status ?? null)
}

function sessionOf(memory: Memory, { connectorId, transactionId }: Place, frame: Frame): number | null {
  if (transactionId !== null) return (runningWith(memory, transactionId)?.session ?? endedWith(memory, transactionId))?.id ?? null
  if (frame.type === 'call' && frame.action === 'StartTransaction') return null
  return connectorId === null || connectorId === 0 ? null : (runningOn(memory, connectorId)?.session.id ?? null)
}
