import { isFrameAt } from '../text/json-end.ts'
import { members, stringOf } from '../text/members.ts'

/** The parts of a message, as a record tells them; `messageId`, `payload` and `error` as JSON texts. */
export interface Parts {
  /** The whole frame, where the record has it. */
  raw?: string | null
  /** `CALL`, `2`, `request` …; without it, what has an action is a call. */
  type?: string | null
  messageId?: string | undefined
  action?: string | null
  payload?: string | undefined
  error?: string | undefined
}

/**
 * The frame that a record's parts make; null where they make none. The payload's text stays as it was written. Where there is
 * no message id the frame is marked as `made`, and gets one when it is known what it answers (see `pairUp`).
 */
export function frameOf(parts: Parts): { raw: string; made?: true } | null {
  if (parts.raw !== undefined && parts.raw !== null && isFrameAt(parts.raw.trimStart(), 0)) return { raw: parts.raw }
  const type = typeOf(parts)
  if (type === null) return null
  const id = idOf(parts.messageId)
  const made = id === null ? { made: true as const } : {}
  const { action } = parts
  const payload = isJson(parts.payload) ? parts.payload : '{}'
  // Without an id, the action stands where the id belongs, until the answer is paired with its call.
  const shownId = id ?? JSON.stringify(`?${action ?? ''}`)
  switch (type) {
    case 'call':
    case 'send':
      return action === null || action === undefined || action === ''
        ? null
        : { raw: `[${type === 'call' ? 2 : 6},${shownId},${JSON.stringify(action)},${payload}]`, ...made }
    case 'result':
      return { raw: `[3,${shownId},${payload}]`, ...made }
    case 'error':
    case 'resulterror': {
      const error = parts.error === undefined ? null : members(parts.error)
      const code = stringOf(error?.get('code') ?? error?.get('errorCode')) ?? ''
      const description = stringOf(error?.get('description') ?? error?.get('errorDescription')) ?? ''
      const details = error?.get('details') ?? error?.get('errorDetails') ?? '{}'
      return { raw: `[${type === 'error' ? 4 : 5},${shownId},${JSON.stringify(code)},${JSON.stringify(description)},${details}]`, ...made }
    }
  }
}

type MessageType = 'call' | 'result' | 'error' | 'resulterror' | 'send'

/** What kind of message the words of a log mean; null where they mean none. */
export function messageTypeOf(word: string): MessageType | null {
  const plain = word.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (/^(?:2|call|req|request|callrequest)$/.test(plain)) return 'call'
  if (/^(?:3|callresult|result|res|resp|response|conf|confirmation|answer|reply)$/.test(plain)) return 'result'
  if (/^(?:4|callerror|error)$/.test(plain)) return 'error'
  if (/^(?:5|callresulterror|resulterror)$/.test(plain)) return 'resulterror'
  return /^(?:6|send)$/.test(plain) ? 'send' : null
}

function typeOf({ type, action, error }: Parts): MessageType | null {
  if (type !== undefined && type !== null && type !== '') return messageTypeOf(type)
  if (error !== undefined) return 'error'
  return action === undefined || action === null || action === '' ? null : 'call'
}

/** The id as it stands in a frame: a JSON string or number. */
function idOf(messageId: string | undefined): string | null {
  if (messageId === undefined || messageId === 'null' || messageId === '""') return null
  return /^(?:".*"|-?\d+)$/s.test(messageId) ? messageId : null
}

function isJson(text: string | undefined): text is string {
  if (text === undefined || text === '' || text === 'null') return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
