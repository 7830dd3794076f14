/** What an entry says in plain words, one line; the log's sentences come from here and from `words/` only. */
import { fields } from './payload.ts'
import { answerWords } from './words/answers.ts'
import { centralCalls } from './words/central-calls.ts'
import { chargerCalls, type CallContext } from './words/charger-calls.ts'
import { callErrorMeaning } from './words/error-codes.ts'
import { eventWords } from './words/events.ts'
import { joined, plain } from './words/show.ts'

const longest = 300

/** What a call says or asks for, such as `Connector 1: Charging → SuspendedEV, the car paused`. */
export function summariseCall(action: string, payload: unknown, context: CallContext): string {
  const [first, second] = context.direction === 'out' ? [centralCalls, chargerCalls] : [chargerCalls, centralCalls]
  const words = Object.hasOwn(first, action) ? first[action] : Object.hasOwn(second, action) ? second[action] : undefined
  return plain(
    words === undefined ? `${plain(action, 60)}, an action that OCPP 1.6 does not have` : words(fields(payload), context),
    longest,
  )
}

/** What an answer says, such as `accepted` or `refused: the user is blocked (Blocked)`. */
export function summariseAnswer(action: string | null, call: unknown, answer: unknown): string {
  if (action === null) return 'An answer to no call that is known'
  return plain(answerWords(action, fields(answer), fields(call)), longest)
}

/** What a CALLERROR says: the code, what it means, and what the other side adds. */
export function summariseError(action: string | null, code: string, description: string): string {
  const meaning = callErrorMeaning(code)
  const said = joined([plain(code || 'an error without a code', 60), meaning], ': ')
  return plain(
    joined([`${action === null ? 'A call' : plain(action, 50)} failed with ${said}`, description && `“${plain(description, 160)}”`], ' – '),
    longest,
  )
}

export function summariseMalformed(reason: string): string {
  return plain(`Not an OCPP frame: ${reason}`, longest)
}

/** What happened beside the frames: connects, disconnects, remote actions … @param data the event's JSON */
export function summariseEvent(kind: string, data: unknown): string {
  return plain(eventWords(kind, fields(data)), longest)
}
