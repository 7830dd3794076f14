/** Which call an answer answers (OCPP-J 1.6 §4.1.4), with everything that chargers do to make that hard. */
import type { Deviation } from '../../../shared/ocpp/frame.ts'
import { keptId, keptText } from '../../../shared/ocpp/kept-text.ts'
import { keptPayload, withinRoom } from './kept-payload.ts'
import { appendBounded, type Memory } from './memory.ts'
import type { Happening, OpenCall } from './types.ts'

const mostOpenCalls = 100
const mostRecentIds = 20
/** Longer than any action that there is. */
const longestAction = 60

/** Keeps a call for its answer; `action` is '' where the call could not be read that far. */
export function rememberCall(memory: Memory, happening: Happening, fullId: string, action: string, payload: unknown): Deviation[] {
  const direction = happening.direction ?? 'in'
  const messageId = keptId(fullId)
  const deviations: Deviation[] = []
  if (direction === 'in') {
    if (memory.recentCallIds.includes(messageId)) {
      deviations.push({
        code: 'duplicate-message-id',
        text: `The message id "${messageId.slice(0, 40)}" was used before on this connection; each call needs one of its own.`,
      })
    } else {
      memory.recentCallIds = appendBounded(memory.recentCallIds, messageId, mostRecentIds)
    }
  }
  const call: OpenCall = {
    seq: happening.seq,
    at: happening.at,
    connectionId: happening.connectionId,
    direction,
    messageId,
    action: keptText(action, longestAction),
    ...keptPayload(payload),
  }
  memory.openCalls = withinRoom(appendBounded(memory.openCalls, call, mostOpenCalls))
  return deviations
}

/** Notes that a call of ours is no longer waited for; an answer that comes yet still belongs to it. */
export function giveUp(memory: Memory, messageId: string): void {
  memory.openCalls = memory.openCalls.map((call) =>
    call.direction === 'out' && call.messageId === messageId ? { ...call, givenUp: true } : call,
  )
}

export interface Pairing {
  call: OpenCall | null
  /** The call that it answers a second time. */
  again?: { seq: number; action: string }
  deviations: Deviation[]
}

/** Takes the call that an answer belongs to out of memory. */
export function takeCall(memory: Memory, happening: Happening, fullId: string, isError: boolean): Pairing {
  const messageId = keptId(fullId)
  const direction = happening.direction === 'out' ? 'in' : 'out'
  const waiting = memory.openCalls.filter((call) => call.direction === direction)
  const named = waiting.filter((call) => call.messageId === messageId)
  const same = named.find((call) => call.connectionId === happening.connectionId)
  const call = same ?? named[0]
  if (call !== undefined) {
    close(memory, call)
    if (same !== undefined) {
      const text = `The answer to ${call.action} came after it had been given up, ${Math.round((happening.at - call.at) / 1_000)} s after the call.`
      return { call, deviations: call.givenUp === true ? [{ code: 'answer-after-timeout', text }] : [] }
    }
    return {
      call,
      deviations: [{ code: 'late-answer', text: 'The answer came on a later connection than its call.' }],
    }
  }
  const alone = waiting.length === 1 ? waiting[0] : undefined
  if (isError && (messageId === '' || messageId === '-1') && alone !== undefined) {
    close(memory, alone)
    return {
      call: alone,
      deviations: [{ code: 'unnamed-error', text: `The error does not name its call; it was taken for the answer to the only open one.` }],
    }
  }
  // OCPP 2.0.1 part 4 §4.2.3: our answer to something whose id could not be read.
  if (direction === 'in' && messageId === '-1') return { call: null, deviations: [] }
  const before = memory.answered.findLast((answer) => answer.direction === direction && answer.messageId === messageId)
  if (before === undefined) {
    const text = `No call with the message id "${messageId.slice(0, 40)}" is waiting for an answer.`
    return { call: null, deviations: [{ code: 'orphan-answer', text }] }
  }
  const text = `The ${before.action || 'call'} with this message id has been answered already; this is a second answer.`
  return { call: null, again: { seq: before.seq, action: before.action }, deviations: [{ code: 'duplicate-answer', text }] }
}

/** The answered call of the same side whose answer was of no use to it (CALLRESULTERROR, OCPP 2.1 part 4 §4.2.4). */
export function answeredCall(memory: Memory, { direction, at, connectionId }: Happening, fullId: string): Pairing {
  const messageId = keptId(fullId)
  const found = memory.answered.findLast((answer) => answer.direction === direction && answer.messageId === messageId)
  if (found !== undefined) return { call: { ...found, at, connectionId, payload: null }, deviations: [] }
  const text = `No call with the message id "${messageId.slice(0, 40)}" has been answered lately.`
  return { call: null, deviations: [{ code: 'orphan-result-error', text }] }
}

function close(memory: Memory, call: OpenCall): void {
  memory.openCalls = memory.openCalls.filter((open) => open !== call)
  const { messageId, direction, action, seq } = call
  memory.answered = appendBounded(memory.answered, { messageId, direction, action, seq }, 10)
}
