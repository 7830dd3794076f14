/** What the specification says about a log entry, in one sentence for a technician. */
import { parseJson } from './frame.ts'
import { fields, list, text, type Fields } from './payload.ts'
import { callErrorMeaning, chargePointErrorMeaning } from './words/error-codes.ts'
import { specification, statusMeaning } from './words/specification.ts'

/** The parts of an entry that its explanation depends on. */
export interface EntryLike {
  kind: string
  messageType: 'call' | 'result' | 'error' | 'resulterror' | 'send' | null
  action: string | null
  raw: string
}

const events: Record<string, string> = {
  connect:
    'The charger has connected to the central system: a WebSocket was opened at the URL that ends in its identity (OCPP-J 1.6 §3.1).',
  disconnect:
    'The charger has lost its connection to the central system, or closed it; it keeps charging by its own rules and queues what it has to say about sessions (OCPP-J 1.6 §5.4).',
  refused: 'A connection attempt was turned away before any OCPP message; the reason is in the entry (OCPP-J 1.6 §3.2).',
  replaced:
    'The charger opened another connection while the former one still looked alive; the newest counts, because a charger has only one.',
  'ping-timeout': 'A WebSocket ping was not answered, so the connection is taken for dead (OCPP-J 1.6 §5.3).',
  action: 'A technician started a remote action here; the calls that it makes follow. This line did not go over the wire.',
  terms: 'Which user, payment method and price group apply to a session. This line did not go over the wire.',
  notice: 'A note of the app itself; it did not go over the wire.',
}

export function explain(entry: EntryLike): string {
  if (entry.kind !== 'frame') return events[entry.kind] ?? 'Something that happened beside the messages.'
  const { action, messageType } = entry
  if (messageType === 'error') return explainError(entry)
  if (action === null) {
    return messageType === 'result'
      ? 'An answer carries the message id of the call that it answers; no call with this one is known (OCPP-J 1.6 §4.1.4).'
      : 'Every frame is a JSON array: message type 2, 3 or 4, the message id, then the rest; this one is not (OCPP-J 1.6 §4.2).'
  }
  const said = Object.hasOwn(specification, action) ? specification[action] : undefined
  if (said === undefined) {
    return `${action.slice(0, 60)} is no action of OCPP 1.6; a receiver that does not know it answers NotImplemented (OCPP-J 1.6 §4.2.3).`
  }
  if (messageType === 'result') return `The answer to ${action}. ${said}`
  return action === 'StatusNotification' ? explainStatus(payloadOf(entry), said) : said
}

/** What an error code means: that of a CALLERROR, or the one that a connector reports; null where it is unknown. */
export function errorCodeMeaning(code: string, where: 'call' | 'connector' = 'call'): string | null {
  return where === 'call' ? (callErrorMeaning(code) ?? chargePointErrorMeaning(code)) : chargePointErrorMeaning(code)
}

function explainError({ action, raw }: EntryLike): string {
  const code = text(list(parsed(raw))[2]) ?? ''
  const meaning = callErrorMeaning(code)
  const call = action === null ? 'a call' : action
  return meaning === null
    ? `Instead of a result, ${call} got an error whose code is not one of the standard's (OCPP-J 1.6 §4.2.3).`
    : `Instead of a result, ${call} got an error: ${meaning} (OCPP-J 1.6 §4.2.3).`
}

function explainStatus(payload: Fields, said: string): string {
  const status = text(payload['status']) ?? ''
  const state = Object.hasOwn(statusMeaning, status) ? statusMeaning[status] : undefined
  const errorCode = text(payload['errorCode'])
  const fault = errorCode === null || errorCode === 'NoError' ? null : chargePointErrorMeaning(errorCode)
  return `${state ?? said}${fault === null ? '' : ` ${errorCode}: ${fault}.`}`
}

function payloadOf({ raw }: EntryLike): Fields {
  return fields(list(parsed(raw))[3])
}

function parsed(raw: string): unknown {
  try {
    return parseJson(raw)
  } catch {
    return null
  }
}
