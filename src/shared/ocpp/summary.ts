/** What an entry says in plain words, one line; the log's sentences come from here and from `words/` only. */
import { fields } from './payload.ts'
import { protocolName, type Protocol } from './protocol.ts'
import { answerWords } from './words/answers.ts'
import { centralCalls } from './words/central-calls.ts'
import { chargerCalls, type CallContext, type CallWords } from './words/charger-calls.ts'
import { callErrorMeaning } from './words/error-codes.ts'
import { eventWords } from './words/events.ts'
import { joined, plain } from './words/show.ts'
import { answerWords2 } from './words/v2/answers.ts'
import { centralCalls2 } from './words/v2/central-calls.ts'
import { chargerCalls2 } from './words/v2/charger-calls.ts'

const longest = 300

/** What a call says or asks for, such as `Connector 1: Charging → SuspendedEV, the car paused`. */
export function summariseCall(action: string, payload: unknown, context: CallContext): string {
  const protocol = context.protocol ?? 'ocpp1.6'
  const words = wordsOf(action, context.direction, protocol)
  const version = protocolName[protocol].replace('J', '')
  return plain(
    words === undefined ? `${plain(action, 60)}, an action that ${version} does not have` : words(fields(payload), context),
    longest,
  )
}

function wordsOf(action: string, direction: CallContext['direction'], protocol: Protocol): CallWords | undefined {
  const own = protocol === 'ocpp1.6' ? [chargerCalls, centralCalls] : [chargerCalls2, centralCalls2]
  if (direction === 'out') own.reverse()
  return own.find((words) => Object.hasOwn(words, action))?.[action]
}

/** What an answer says, such as `accepted` or `refused: the user is blocked (Blocked)`. */
export function summariseAnswer(action: string | null, call: unknown, answer: unknown, protocol: Protocol = 'ocpp1.6'): string {
  if (action === null) return 'An answer to no call that is known'
  const words = protocol === 'ocpp1.6' ? answerWords : answerWords2
  return plain(words(action, fields(answer), fields(call)), longest)
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
