import { fields, type Fields, transactionText } from '../../../../shared/ocpp/payload.ts'
import { usualTerms } from '../desk.ts'
import type { Answer, Handler, HandlerContext } from '../ocpp16/handler.ts'
import { connectorOfTransaction, remoteUser } from './evse.ts'
import { idTokenInfo, idTokenOf, userOf } from './id-token.ts'

/**
 * OCPP 2.0.1 part 2, E01 to E15. Always answered with a result, because the charger repeats what is not (E13); with
 * idTokenInfo where it names a user (E01.FR.11). The transaction's id is the charger's own.
 */
export const transactionEvent: Handler = {
  essential: ['eventType', 'transactionInfo', 'transactionInfo/transactionId'],
  answer: (payload, context): Answer => {
    const { desk, now, memory } = context
    const transactionId = transactionText(fields(payload['transactionInfo'])['transactionId']) ?? ''
    const connectorId = connectorOfTransaction(memory, payload, transactionId)
    if (payload['eventType'] !== 'Ended') noteTerms(payload, transactionId, connectorId, context)
    if (payload['idToken'] === undefined) return {}
    const idToken = idTokenOf(payload)
    const info = idTokenInfo(desk, idToken, now)
    const concurrent =
      payload['eventType'] === 'Started' &&
      info.status === 'Accepted' &&
      desk.settings().concurrentSessions === 'refuse' &&
      context.chargesElsewhere(userOf(idToken) ?? '', connectorId)
    return { idTokenInfo: { ...info, ...(concurrent ? { status: 'ConcurrentTx' } : {}) } }
  },
}

/** Notes who pays, once it is known who charges; a transaction may begin before that (E01), or name a remote start only (F01). */
function noteTerms(payload: Fields, transactionId: string, connectorId: number, context: HandlerContext): void {
  const { desk, memory } = context
  const userId = userOf(idTokenOf(payload)) ?? remoteUser(memory, fields(payload['transactionInfo'])['remoteStartId'])
  const begins = payload['eventType'] === 'Started'
  if (userId === null && !begins) return
  const notes = notesOf(memory)
  const before = notes.get(transactionId)
  // Terms that were asked for in a Start charge stay, also when the charger names its user later.
  if (before !== undefined && (before.requested || before.userId === userId)) return
  if (before === undefined && !begins && hasTerms(memory, transactionId)) return
  const requested = userId === null ? null : context.takeRequestedTerms(connectorId, userId)
  notes.set(transactionId, { userId, requested: requested !== null })
  for (const old of [...notes.keys()].slice(0, -20)) notes.delete(old)
  context.noteTerms(transactionId, requested ?? usualTerms(desk, userId))
}

/** After a restart the app has forgotten what it noted, but the session has its terms. */
function hasTerms({ charger }: HandlerContext['memory'], transactionId: string): boolean {
  const session = charger.connectors.find((connector) => connector.session?.transactionId === transactionId)?.session
  return session !== undefined && session !== null && (session.paymentMethod !== null || session.priceGroup !== null)
}

type Notes = Map<string, { userId: string | null; requested: boolean }>
const allNotes = new WeakMap<object, Notes>()

/** Whose terms have been noted for the last transactions of a charger. */
function notesOf(memory: object): Notes {
  const notes = allNotes.get(memory) ?? (new Map() as Notes)
  allNotes.set(memory, notes)
  return notes
}
