import type { Entry } from '../../../shared/domain/entry.ts'
import type { Deviation, MalformedFrame } from '../../../shared/ocpp/frame.ts'
import { protocolOf } from '../../../shared/ocpp/protocol.ts'
import { summariseMalformed } from '../../../shared/ocpp/summary.ts'
import { project } from '../project/index.ts'
import type { Projection } from '../project/projection.ts'
import type { Memory } from './memory.ts'
import { rememberCall } from './pairing.ts'
import type { Happening, Interpretation } from './types.ts'

/** What is known of a text that is no OCPP frame: that it came, why it cannot be read, and perhaps which call it was to be. */
export function malformed(
  memory: Memory,
  happening: Happening,
  projection: Projection,
  frame: MalformedFrame,
  deviations: Deviation[],
): Interpretation {
  // An answer will name the id; nothing else of the call is known.
  if (frame.looksLikeCall && frame.messageId !== null) deviations.push(...rememberCall(memory, happening, frame.messageId, '', null))
  deviations.push({ code: 'malformed', text: `Not an OCPP frame: ${frame.reason}.` })
  if (happening.direction === 'in') project(memory, projection, { type: 'ErrorSeen', text: `A frame could not be read: ${frame.reason}` })
  const entry: Entry = {
    ...happening,
    category: 'transaction',
    messageType: frame.looksLikeCall ? 'call' : null,
    messageId: frame.messageId,
    action: null,
    summary: summariseMalformed(frame.reason),
    latencyMs: null,
    severity: 'error',
    deviations,
    connectorId: null,
    transactionId: null,
    sessionId: null,
    answers: null,
  }
  return {
    entry,
    reading: { frame, protocol: protocolOf(memory.charger.protocol) ?? 'ocpp1.6', violations: [], known: false, call: null },
    changes: projection.changes,
  }
}
