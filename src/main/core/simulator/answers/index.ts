import { type CallFrame, type JsonValue, type MalformedFrame, writeFrame } from '../../../../shared/ocpp/frame.ts'
import { validate } from '../../interpret/validate.ts'
import type { ChargePoint } from '../charger.ts'
import type { AskedAction } from '../messages.ts'
import { availability } from './availability.ts'
import { configuration } from './configuration.ts'
import { firmware } from './firmware.ts'
import { localList } from './local-list.ts'
import { reservation } from './reservation.ts'
import { smartCharging } from './smart-charging.ts'
import { transactions } from './transactions.ts'
import { trigger } from './trigger.ts'
import type { Answers, Reply } from './types.ts'

/** Everything that the central system may ask (OCPP 1.6 chapter 5). */
const answers: Answers = {
  ...availability,
  ...configuration,
  ...firmware,
  ...localList,
  ...reservation,
  ...smartCharging,
  ...transactions,
  ...trigger,
}

/** Answers a call of the central system, and then does what it asked for. A rejected charger stays silent (§4.2). */
export function answerCall(charger: ChargePoint, frame: CallFrame | MalformedFrame): void {
  if (charger.registration.status === 'Rejected') return
  const { messageId } = frame
  const fail = (errorCode: string, errorDescription: string) => {
    if (messageId !== null) charger.socket.send(writeFrame({ type: 'error', messageId, errorCode, errorDescription, errorDetails: {} }))
  }
  if (frame.type === 'malformed') {
    if (frame.looksLikeCall) fail('FormationViolation', frame.reason)
    return
  }
  const { action, payload } = frame
  if (!isAsked(action)) return fail('NotImplemented', `${action} is not known to this charger.`)
  const [wrong] = validate('ocpp1.6', action, 'request', payload)
  if (wrong !== undefined) return fail(wrong.errorCode, wrong.text)
  try {
    const { response, afterwards } = reply(charger, action, payload)
    charger.socket.send(writeFrame({ type: 'result', messageId: frame.messageId, payload: response as JsonValue }))
    afterwards?.()
    charger.changed()
  } catch (error) {
    charger.log.error(`Virtual charger ${charger.id} failed at ${action}`, { error })
    fail('InternalError', 'The charger failed to carry this out.')
  }
}

function isAsked(action: string): action is AskedAction {
  return Object.hasOwn(answers, action)
}

/** The payload has passed the action's schema, so it is what the handler takes. */
function reply(charger: ChargePoint, action: AskedAction, payload: JsonValue): Reply<AskedAction> {
  const handler = answers[action] as (charger: ChargePoint, request: JsonValue) => Reply<AskedAction>
  return handler(charger, payload)
}
