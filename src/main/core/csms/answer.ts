import type { CallFrame, ErrorFrame, JsonValue, MalformedFrame, ResultFrame } from '../../../shared/ocpp/frame.ts'
import type { Reading, Violation } from '../interpret/types.ts'
import { handlers } from './ocpp16/index.ts'
import type { Handler, HandlerContext } from './ocpp16/handler.ts'
import { registrationOf, whyNotServed } from './registration.ts'

/** The answer that a call is owed: a result, or the CALLERROR that says best what is wrong (OCPP-J 1.6 §4.2.3). */
export function answerCall(
  frame: CallFrame,
  reading: Pick<Reading, 'known' | 'violations'>,
  context: HandlerContext,
): ResultFrame | ErrorFrame {
  const error = (errorCode: string, errorDescription: string, errorDetails: JsonValue = {}): ErrorFrame => ({
    type: 'error',
    messageId: frame.messageId,
    errorCode,
    errorDescription,
    errorDetails,
  })
  const { desk, memory, chargerId, wasTriggered } = context
  const registration = registrationOf(memory.charger, desk.chargerSettings(chargerId).registration)
  const refusal = whyNotServed(registration, frame.action, wasTriggered(frame.action))
  if (refusal !== null) return error('SecurityError', refusal)
  const handler = Object.hasOwn(handlers, frame.action) ? handlers[frame.action] : undefined
  if (!handler) {
    return reading.known
      ? error('NotSupported', `Chargebench knows ${frame.action}, but a charger does not send it, or this version does not take it yet.`)
      : error('NotImplemented', `OCPP 1.6 has no action ${frame.action}.`)
  }
  if (typeof frame.payload !== 'object' || frame.payload === null || Array.isArray(frame.payload)) {
    return error('FormationViolation', `The payload of ${frame.action} is not a JSON object.`)
  }
  const broken = reading.violations.find((violation) => isEssential(violation, handler))
  if (broken) return error(broken.errorCode, broken.text)
  try {
    return { type: 'result', messageId: frame.messageId, payload: handler.answer(frame.payload, context) }
  } catch (failure) {
    return error('InternalError', `Chargebench failed to answer: ${String(failure)}`)
  }
}

/** What a frame that cannot be read is answered with: only what looks like a call, and whose id is known, is owed an answer. */
export function answerMalformed(frame: MalformedFrame): ErrorFrame | null {
  if (!frame.looksLikeCall || frame.messageId === null) return null
  return {
    type: 'error',
    messageId: frame.messageId,
    errorCode: 'FormationViolation',
    errorDescription: `The frame is ${frame.reason}.`,
    errorDetails: {},
  }
}

/** Only violations of a field itself count; what is odd deeper inside, as in one of many meter values, is tolerated. */
function isEssential({ path, tolerable }: Violation, { essential, exact }: Handler): boolean {
  const [, field = '', ...deeper] = path.split('/')
  if (deeper.length > 0) return false
  return exact?.includes(field) === true || (essential.includes(field) && !tolerable)
}
