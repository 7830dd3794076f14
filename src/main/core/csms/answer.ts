import type { CallFrame, ErrorFrame, JsonValue, MalformedFrame, ResultErrorFrame, ResultFrame } from '../../../shared/ocpp/frame.ts'
import { type Protocol, protocolName } from '../../../shared/ocpp/protocol.ts'
import type { Reading, Violation } from '../interpret/types.ts'
import { handlers as of16 } from './ocpp16/index.ts'
import type { Handler, HandlerContext } from './ocpp16/handler.ts'
import { handlers as of2 } from './ocpp2/index.ts'
import { registrationOf, whyNotServed } from './registration.ts'

/** How each version's calls of a charger are answered, by action. */
export const handlersOf: Record<Protocol, Readonly<Record<string, Handler>>> = { 'ocpp1.6': of16, ...of2 }

/** The answer that a call is owed: a result, or the CALLERROR that says best what is wrong (OCPP-J 1.6 §4.2.3, 2.0.1 part 4 §4.3). */
export function answerCall(
  frame: CallFrame,
  reading: Pick<Reading, 'known' | 'violations' | 'protocol'>,
  context: HandlerContext,
): ResultFrame | ErrorFrame {
  const { protocol } = reading
  const error = (errorCode: string, errorDescription: string): ErrorFrame => errorFrame(frame.messageId, errorCode, errorDescription)
  const { desk, memory, chargerId, wasTriggered } = context
  const registration = registrationOf(memory.charger, desk.chargerSettings(chargerId).registration)
  const refusal = whyNotServed(registration, frame.action, wasTriggered(frame.action))
  if (refusal !== null) return error('SecurityError', refusal)
  const handlers = handlersOf[protocol]
  const handler = Object.hasOwn(handlers, frame.action) ? handlers[frame.action] : undefined
  if (!handler) {
    return reading.known
      ? error('NotSupported', `Chargebench knows ${frame.action}, but a charger does not send it, or this version does not take it yet.`)
      : error('NotImplemented', `${protocolName[protocol].replace('1.6J', '1.6')} has no action ${frame.action}.`)
  }
  if (typeof frame.payload !== 'object' || frame.payload === null || Array.isArray(frame.payload)) {
    return error(malformedPayload(protocol), `The payload of ${frame.action} is not a JSON object.`)
  }
  const broken = reading.violations.find((violation) => isEssential(violation, handler))
  if (broken) return error(broken.errorCode, broken.text)
  try {
    return { type: 'result', messageId: frame.messageId, payload: handler.answer(frame.payload, context) }
  } catch (failure) {
    return error('InternalError', `Chargebench failed to answer: ${String(failure)}`)
  }
}

/**
 * What a frame that cannot be read is answered with. In 1.6 only what looks like a call, and whose id is known, is owed an
 * answer; later versions answer with the id "-1" where there is none to read (OCPP 2.0.1 part 4 §4.2.3), and have codes for
 * what is no call at all and for a message type that is not known.
 */
export function answerMalformed(frame: MalformedFrame, protocol: Protocol): ErrorFrame | null {
  const { messageId, looksLikeCall, unknownMessageType } = frame
  const words = `The frame is ${frame.reason}.`
  if (protocol === 'ocpp1.6') return looksLikeCall && messageId !== null ? errorFrame(messageId, 'FormationViolation', words) : null
  if (unknownMessageType) return errorFrame(messageId ?? '-1', 'MessageTypeNotSupported', words)
  return looksLikeCall ? errorFrame(messageId ?? '-1', 'RpcFrameworkError', words) : null
}

/**
 * What a charger of 2.1 is told whose result nothing can be made of (CALLRESULTERROR, OCPP 2.1 part 4 §4.2.4); null for any
 * other. Older versions have no word for that.
 */
export function unusableResult({ frame, protocol, call, violations }: Reading): ResultErrorFrame | null {
  if (protocol !== 'ocpp2.1' || frame.type !== 'result' || call === null) return null
  const broken = violations.find(({ tolerable }) => !tolerable)
  return broken === undefined ? null : { ...errorFrame(frame.messageId, broken.errorCode, broken.text), type: 'resulterror' }
}

function malformedPayload(protocol: Protocol): string {
  return protocol === 'ocpp1.6' ? 'FormationViolation' : 'FormatViolation'
}

function errorFrame(messageId: string, errorCode: string, errorDescription: string, errorDetails: JsonValue = {}): ErrorFrame {
  return { type: 'error', messageId, errorCode, errorDescription, errorDetails }
}

/** Only violations of a named field itself count; what is odd deeper inside, as in one of many meter values, is tolerated. */
function isEssential({ path, tolerable }: Violation, { essential, exact }: Handler): boolean {
  const field = path.slice(1)
  return exact?.includes(field) === true || (essential.includes(field) && !tolerable)
}
