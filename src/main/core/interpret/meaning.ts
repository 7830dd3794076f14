import type { Frame } from '../../../shared/ocpp/frame.ts'
import { fields, type Fields } from '../../../shared/ocpp/payload.ts'
import type { TimeReader } from './clock.ts'
import type { Memory } from './memory.ts'
import { connectorFinder } from './ocpp2/evse.ts'
import type { Meaning, VersionReader } from './reader.ts'
import type { Happening, OpenCall } from './types.ts'

interface Said {
  memory: Memory
  happening: Happening
  frame: Frame
  action: string | null
  /** What an answer answers. */
  call: OpenCall | null
  /** Of the call. */
  payload: Fields
  time: TimeReader
}

/** What a frame means in its version; nothing where its action says nothing of the charger's state. */
export function meaningOf(reader: VersionReader, { memory, happening, frame, action, call, payload, time }: Said): Meaning {
  const actionReader = action !== null && Object.hasOwn(reader, action) ? reader[action] : undefined
  const nothing: Meaning = { facts: [] }
  if (frame.type === 'call' || frame.type === 'send')
    return actionReader?.call?.({ payload, connectorOf: connectorFinder(memory), happening, time }) ?? nothing
  if (call === null || call.direction !== directionOfCalls(action)) return nothing
  if (frame.type === 'result')
    return actionReader?.answer?.({ call: payload, callSeq: call.seq, answer: fields(frame.payload), happening, time }) ?? nothing
  if (frame.type === 'error' && frame.errorCode === 'SecurityError') return actionReader?.refused?.(call.seq) ?? nothing
  return nothing
}

/** Who calls an action whose answer has effects: an answer in the wrong direction means nothing. */
function directionOfCalls(action: string | null): 'in' | 'out' {
  return action === 'TriggerMessage' || action === 'ExtendedTriggerMessage' ? 'out' : 'in'
}
