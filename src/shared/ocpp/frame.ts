/**
 * OCPP-J frames (OCPP-J 1.6 §4.2): `[2, id, action, payload]`, `[3, id, payload]`, `[4, id, code, description, details]`;
 * and those of OCPP 2.1 part 4 §4.2: CALLRESULTERROR `[5, id, code, description, details]`, by which whoever got a result
 * says that it makes no sense, and SEND `[6, id, action, payload]`, a call that is never answered.
 *
 * Strict in what we write, tolerant in what we read: whatever can be understood is, and what was unusual about it comes
 * back as deviations. Integers that a JavaScript number cannot hold are read as `bigint` and written back digit by digit.
 */
import { nestsDeeper } from './nesting.ts'

export interface Deviation {
  /** Stable short name, for counting: `numeric-message-id`. */
  code: string
  /** Plain words: what is unusual and how it was taken. */
  text: string
}

export type JsonValue = null | boolean | number | bigint | string | JsonValue[] | { [key: string]: JsonValue }

export interface CallFrame {
  type: 'call'
  messageId: string
  /** The charger wrote its id as a number, and may only know it again as one. */
  numericId?: true
  action: string
  payload: JsonValue
}
export interface ResultFrame {
  type: 'result'
  messageId: string
  payload: JsonValue
}
export interface ErrorFrame {
  type: 'error'
  messageId: string
  errorCode: string
  errorDescription: string
  errorDetails: JsonValue
}
/** The result with this message id could not be used. */
export interface ResultErrorFrame extends Omit<ErrorFrame, 'type'> {
  type: 'resulterror'
}
export interface SendFrame extends Omit<CallFrame, 'type'> {
  type: 'send'
}
export type Frame = CallFrame | ResultFrame | ErrorFrame | ResultErrorFrame | SendFrame

/** Why a text is not an OCPP frame, in words, with as much of the frame as could be read. */
export interface MalformedFrame {
  type: 'malformed'
  /** What is wrong, one clause, starting with a lower-case letter. */
  reason: string
  /** The message id where it could be read, so that a call can still be answered. */
  messageId: string | null
  /** Whether the frame looks like a call, which is owed a CALLERROR. */
  looksLikeCall: boolean
  /** Whether all that is wrong is a message type that no version has. */
  unknownMessageType?: true
}

export interface ReadFrame {
  frame: Frame | MalformedFrame
  deviations: Deviation[]
}

const typeNumber = { call: 2, result: 3, error: 4, resulterror: 5, send: 6 } as const
const messageTypes = new Map<unknown, Frame['type']>(
  (Object.entries(typeNumber) as [Frame['type'], number][]).flatMap(([type, number]) => [
    [number, type],
    [String(number), type],
  ]),
)
const typeWords = { call: 'call', result: 'result', error: 'error', resulterror: 'result error', send: 'send' } as const

/** No message nests ten levels deep; what works its way down some thousands ends with the stack. */
const deepest = 500

/** Reads one frame's text. Never throws. */
export function readFrame(raw: string): ReadFrame {
  const deviations: Deviation[] = []
  const malformed = (reason: string, messageId: string | null = null, looksLikeCall = false): ReadFrame => ({
    frame: { type: 'malformed', reason, messageId, looksLikeCall },
    deviations,
  })

  let text = raw
  if (text.startsWith('\uFEFF')) {
    text = text.slice(1)
    deviations.push({
      code: 'byte-order-mark',
      text: 'The frame starts with a byte order mark, which JSON does not allow; it was skipped.',
    })
  }
  const unreadable = (reason: string): ReadFrame => malformed(reason, messageIdIn(text), /^\s*\[\s*"?2\b/.test(text))
  if (nestsDeeper(text, deepest)) return unreadable(`JSON that nests more than ${deepest} levels deep`)
  let value: JsonValue
  try {
    value = parseJson(text)
  } catch (error) {
    return unreadable(`not valid JSON (${(error as Error).message})`)
  }
  if (!Array.isArray(value)) return malformed('a JSON value that is not an array')

  const [typeValue, idValue, ...rest] = value
  const type = messageTypes.get(typeValue)
  if (type === undefined) {
    const messageId = idValue === undefined ? null : idText(idValue)
    if (typeValue === undefined) return malformed('an empty array', messageId)
    const unread = malformed(`an array whose first element ${show(typeValue)} is no message type (2 to 6)`, messageId)
    return { ...unread, frame: { ...(unread.frame as MalformedFrame), unknownMessageType: true } }
  }
  const word = typeWords[type]
  if (typeof typeValue === 'string') {
    deviations.push({ code: 'message-type-as-text', text: `The message type is the text "${typeValue}"; the standard wants a number.` })
  }
  if (idValue === undefined) {
    if (type !== 'error') return malformed(`a ${word} without a message id`, null, type === 'call')
    deviations.push({ code: 'missing-message-id', text: 'The error carries no message id, so nothing says which call it answers.' })
  } else if (typeof idValue !== 'string') {
    if (typeof idValue !== 'number' && typeof idValue !== 'bigint') {
      return malformed(`a ${word} whose message id is ${show(idValue)}`, null, type === 'call')
    }
    deviations.push({ code: 'numeric-message-id', text: `The message id ${idValue} is a number; the standard wants a text.` })
  }
  const messageId = idValue === undefined ? '' : idText(idValue)
  if (messageId.length > 36) {
    deviations.push({ code: 'long-message-id', text: `The message id has ${messageId.length} characters; the standard allows 36.` })
  }

  const most = { call: 2, result: 1, error: 3, resulterror: 3, send: 2 }[type]
  if (rest.length > most) {
    deviations.push({
      code: 'extra-elements',
      text: `The frame has ${rest.length - most} element(s) more than a ${word} has; they were ignored.`,
    })
  }

  switch (type) {
    case 'call':
    case 'send': {
      const [action, payload] = rest
      if (typeof action !== 'string' || action === '')
        return malformed(`a ${word} whose action is ${show(action)}`, messageId, type === 'call')
      const numericId = typeof idValue === 'string' ? {} : { numericId: true as const }
      return { frame: { type, messageId, ...numericId, action, payload: objectPayload(payload, deviations) }, deviations }
    }
    case 'result':
      return { frame: { type, messageId, payload: objectPayload(rest[0], deviations) }, deviations }
    case 'error':
    case 'resulterror': {
      const [code, description, details] = rest
      const missing = [
        code === undefined && 'error code',
        description === undefined && 'description',
        details === undefined && 'details',
      ].filter(Boolean)
      if (missing.length > 0) {
        deviations.push({ code: 'incomplete-error', text: `The ${word} lacks its ${missing.join(', ')}.` })
      }
      return {
        frame: {
          type,
          messageId,
          errorCode: plain(code),
          errorDescription: plain(description),
          errorDetails: details ?? {},
        },
        deviations,
      }
    }
    default:
      return unreachable(type)
  }
}

/**
 * Writes a frame as the standard wants it. `bigint` values keep all their digits.
 * @param numericId writes the message id as a number, for the answer to a charger that did so
 */
export function writeFrame(frame: Frame, numericId = false): string {
  const id = numericId ? parseJson(frame.messageId) : frame.messageId
  switch (frame.type) {
    case 'call':
    case 'send':
      return writeJson([typeNumber[frame.type], id, frame.action, frame.payload])
    case 'result':
      return writeJson([typeNumber.result, id, frame.payload])
    case 'error':
    case 'resulterror':
      return writeJson([typeNumber[frame.type], id, frame.errorCode, frame.errorDescription.slice(0, 255), frame.errorDetails])
    default:
      return unreachable(frame)
  }
}

/** JSON.parse that keeps integers beyond 2^53 as `bigint`. Throws a SyntaxError as JSON.parse does. */
export function parseJson(text: string): JsonValue {
  // Only a run of 16 digits or more can lose any, and a reviver makes parsing several times slower.
  if (!/\d{16}/.test(text)) return JSON.parse(text) as JsonValue
  return (JSON.parse as ParseWithSource)(text, (_key, value, context) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '') ? BigInt(context.source) : value,
  )
}

/** JSON.stringify that writes a `bigint` as its digits. `indent` spaces make it pretty. */
export function writeJson(value: JsonValue, indent?: number): string {
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? rawJson(item.toString()) : item), indent)
}

type ParseWithSource = (text: string, reviver: (key: string, value: JsonValue, context: { source: string }) => JsonValue) => JsonValue
const rawJson = (JSON as unknown as { rawJSON: (text: string) => unknown }).rawJSON

/** For a `switch` over a union: a new member that is not handled fails to compile. */
export function unreachable(value: never): never {
  throw new Error(`unexpected ${String(value)}`)
}

function objectPayload(payload: JsonValue | undefined, deviations: Deviation[]): JsonValue {
  if (payload === undefined || payload === null) {
    deviations.push({ code: 'missing-payload', text: 'The payload is missing; it was taken as empty.' })
    return {}
  }
  return payload
}

function idText(value: JsonValue): string {
  return typeof value === 'string' ? value : writeJson(value)
}

function plain(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : writeJson(value)
}

function show(value: JsonValue | undefined): string {
  return value === undefined ? 'missing' : writeJson(value).slice(0, 40)
}

/** The id of a call too broken to parse, when its beginning is still readable. */
function messageIdIn(text: string): string | null {
  return /^\s*\[\s*"?[2-6]"?\s*,\s*"([^"\\]{1,64})"/.exec(text)?.[1] ?? null
}
