/** What the specification says about a log entry, in one sentence for a technician. */
import { parseJson } from './frame.ts'
import { fields, list, text, type Fields } from './payload.ts'
import { protocolName, protocolOf, type Protocol } from './protocol.ts'
import { callErrorMeaning, chargePointErrorMeaning } from './words/error-codes.ts'
import { specification, statusMeaning } from './words/specification.ts'
import { chargingStateMeaning, specification2, specification21, statusMeaning2 } from './words/v2/specification.ts'

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
  text: 'A part of the imported file that is no OCPP message; it is kept as it stands there.',
}

/** @param protocol subprotocol of the charger, where it is known */
export function explain(entry: EntryLike, protocol: string | null = null): string {
  if (entry.kind !== 'frame') return events[entry.kind] ?? 'Something that happened beside the messages.'
  const { action, messageType } = entry
  if (messageType === 'error' || messageType === 'resulterror') return explainError(entry, versionOf(entry, protocol))
  if (action === null) {
    return messageType === 'result'
      ? 'An answer carries the message id of the call that it answers; no call with this one is known (OCPP-J 1.6 §4.1.4).'
      : 'Every frame is a JSON array: message type 2, 3 or 4, the message id, then the rest; this one is not (OCPP-J 1.6 §4.2).'
  }
  const version = versionOf(entry, protocol)
  const said = saidOf(action, version)
  if (said === undefined && version !== 'ocpp1.6') {
    return `${action.slice(0, 60)} is no action of ${protocolName[version]}; a receiver that does not know it answers NotImplemented (OCPP 2.0.1 part 4 §4.3).`
  }
  if (said === undefined) {
    return `${action.slice(0, 60)} is no action of OCPP 1.6; a receiver that does not know it answers NotImplemented (OCPP-J 1.6 §4.2.3).`
  }
  if (messageType === 'result') return `The answer to ${action}. ${said}`
  if (version !== 'ocpp1.6') return explainState(payloadOf(entry)) ?? said
  return action === 'StatusNotification' ? explainStatus(payloadOf(entry), said) : said
}

function saidOf(action: string, version: Protocol): string | undefined {
  const books = { 'ocpp1.6': [specification], 'ocpp2.0.1': [specification2], 'ocpp2.1': [specification21, specification2] }[version]
  return books.find((book) => Object.hasOwn(book, action))?.[action]
}

/** By the charger's version, unless what is said is plainly that of another: a charger may have been updated since. */
function versionOf(entry: EntryLike, protocol: string | null): Protocol {
  const { action, messageType } = entry
  const named = protocolOf(protocol)
  if (action === null) return named ?? 'ocpp1.6'
  if (messageType !== 'call' && messageType !== 'send') return named ?? (Object.hasOwn(specification, action) ? 'ocpp1.6' : later(action))
  const payload = payloadOf(entry)
  const isLater = ['chargingStation', 'connectorStatus', 'evseId', 'evse', 'idToken'].some((name) => name in payload)
  const isEarlier = ['chargePointModel', 'idTag', 'errorCode'].some((name) => name in payload)
  if (isLater && named !== 'ocpp2.1') return Object.hasOwn(specification21, action) ? 'ocpp2.1' : 'ocpp2.0.1'
  if (isEarlier) return 'ocpp1.6'
  if (named !== null && saidOf(action, named) !== undefined) return named
  if (Object.hasOwn(specification, action)) return 'ocpp1.6'
  const known = Object.hasOwn(specification2, action) || Object.hasOwn(specification21, action)
  return known ? later(action) : (named ?? 'ocpp1.6')
}

function later(action: string): Protocol {
  if (Object.hasOwn(specification2, action)) return 'ocpp2.0.1'
  return Object.hasOwn(specification21, action) ? 'ocpp2.1' : 'ocpp1.6'
}

/** What the state means that a StatusNotification or a TransactionEvent of 2.x reports. */
function explainState(payload: Fields): string | null {
  const status = text(payload['connectorStatus']) ?? ''
  if (Object.hasOwn(statusMeaning2, status)) return statusMeaning2[status] ?? null
  const state = text(fields(payload['transactionInfo'])['chargingState']) ?? ''
  if (!Object.hasOwn(chargingStateMeaning, state)) return null
  return `${specification2['TransactionEvent']} ${state}: ${chargingStateMeaning[state]}.`
}

/** What an error code means: that of a CALLERROR, or the one that a connector reports; null where it is unknown. */
export function errorCodeMeaning(code: string, where: 'call' | 'connector' = 'call'): string | null {
  return where === 'call' ? (callErrorMeaning(code) ?? chargePointErrorMeaning(code)) : chargePointErrorMeaning(code)
}

function explainError({ action, raw, messageType }: EntryLike, version: Protocol): string {
  const code = text(list(parsed(raw))[2]) ?? ''
  const meaning = callErrorMeaning(code)
  if (messageType === 'resulterror') {
    return `The answer to ${action ?? 'a call'} could not be used by whoever had asked${meaning === null ? '' : `: ${meaning}`} (OCPP 2.1 part 4 §4.2.4).`
  }
  const call = action === null ? 'a call' : action
  const where = version === 'ocpp1.6' ? 'OCPP-J 1.6 §4.2.3' : 'OCPP 2.0.1 part 4 §4.3'
  return meaning === null
    ? `Instead of a result, ${call} got an error whose code is not one of the standard's (${where}).`
    : `Instead of a result, ${call} got an error: ${meaning} (${where}).`
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
