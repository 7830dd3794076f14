import type { Fact } from '../interpret/facts.ts'
import { appendBounded, type Memory, type WaitingTerms } from '../interpret/memory.ts'
import type { Projection } from './projection.ts'
import { endedWith, keepEnded, keepRunning, runningWith } from './session-rows.ts'

/** Terms that were asked for longer ago than this belong to something else. */
const waitsAtMostMs = 30 * 60_000

export function startAsked(memory: Memory, projection: Projection, fact: Extract<Fact, { type: 'StartAsked' }>): void {
  const { connectorId, userId, paymentMethod, priceGroup } = fact
  wait(memory, { at: projection.at, transactionId: null, connectorId, userId, paymentMethod, priceGroup })
}

export function termsSet(memory: Memory, projection: Projection, fact: Extract<Fact, { type: 'TermsSet' }>): void {
  const { transactionId, userId, paymentMethod, priceGroup } = fact
  const running = runningWith(memory, transactionId)
  if (running !== null) {
    const session = { ...running.session, userId: running.session.userId ?? userId, paymentMethod, priceGroup }
    keepRunning(memory, projection, { ...running, session })
    return
  }
  const ended = endedWith(memory, transactionId)
  if (ended !== null) keepEnded(memory, projection, { ...ended, userId: ended.userId ?? userId, paymentMethod, priceGroup })
  else wait(memory, { at: projection.at, transactionId, connectorId: null, userId, paymentMethod, priceGroup })
}

/** The terms that wait for a session, taken out: by its transaction id, else by connector and user, else by user. */
export function takeTerms(
  memory: Memory,
  start: { transactionId: string; userId: string | null; connectorId: number; at: number },
): WaitingTerms | null {
  const byUser = memory.waitingTerms.filter(
    ({ at, transactionId, userId }) => transactionId === null && sameUser(userId, start.userId) && start.at - at <= waitsAtMostMs,
  )
  const terms =
    memory.waitingTerms.findLast(({ transactionId }) => transactionId === start.transactionId) ??
    byUser.findLast(({ connectorId }) => connectorId === start.connectorId) ??
    byUser.findLast(({ connectorId }) => connectorId === null) ??
    null
  memory.waitingTerms = memory.waitingTerms.filter((other) => other !== terms)
  return terms
}

function wait(memory: Memory, terms: WaitingTerms): void {
  memory.waitingTerms = appendBounded(memory.waitingTerms, terms, 10)
}

/** User ids are compared without regard to case (OCPP 1.6 §7.28). */
function sameUser(a: string | null, b: string | null): boolean {
  return a !== null && a.toLowerCase() === b?.toLowerCase()
}
