import { sessionCost } from '../../../shared/domain/money.ts'
import type { Session } from '../../../shared/domain/session.ts'

/** The session with what it costs up to `at`; null where no price applies. */
export function priced(session: Session, at: number): Session {
  const { priceGroup, paymentMethod } = session
  if (priceGroup === null || paymentMethod === null || !paymentMethod.charges) return { ...session, cost: null, currency: null }
  const durationMs = (session.endedAt ?? Math.max(at, session.startedAt)) - session.startedAt
  return {
    ...session,
    cost: sessionCost(priceGroup, session.energyWh, durationMs, Math.min(session.idleMs, durationMs)),
    currency: priceGroup.currency,
  }
}
