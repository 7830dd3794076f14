import type { PayloadProblem } from '../../../shared/domain/composer.ts'
import { parseJson, type JsonValue } from '../../../shared/ocpp/frame.ts'
import { protocolName, type Protocol } from '../../../shared/ocpp/protocol.ts'
import { isKnownAction, validate } from '../interpret/index.ts'

/** A payload as it was typed. */
export type ReadPayload =
  | { payload: JsonValue; problems: PayloadProblem[] }
  | { payload: null; unreadable: string; problems: PayloadProblem[] }

/** Reads a payload's JSON text, and says in plain words what of it does not fit the operation. */
export function readPayload(protocol: Protocol, action: string, text: string): ReadPayload {
  let payload: JsonValue
  try {
    payload = parseJson(text.trim() === '' ? '{}' : text)
  } catch (error) {
    const unreadable = `This is no JSON: ${error instanceof Error ? error.message : String(error)}`
    return { payload: null, unreadable, problems: [{ path: '', text: unreadable }] }
  }
  if (!isKnownAction(protocol, action))
    return { payload, problems: [{ path: '', text: `${protocolName[protocol]} has no action ${action.slice(0, 60)}` }] }
  return { payload, problems: validate(protocol, action, 'request', payload).map(({ path, text: words }) => ({ path, text: words })) }
}
