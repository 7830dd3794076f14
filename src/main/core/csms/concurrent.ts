import type { Charger } from '../../../shared/domain/charger.ts'

/**
 * Whether a user is charging elsewhere (OCPP 1.6 §7.2, ConcurrentTx). A session on the same connector of the same charger does
 * not count: where another begins there, its end has only been lost.
 */
export function isChargingElsewhere(
  chargers: Iterable<Charger>,
  userId: string,
  here: { chargerId: string; connectorId: number },
): boolean {
  const wanted = userId.toLowerCase()
  for (const charger of chargers) {
    for (const { id, session } of charger.connectors) {
      if (session === null || session.userId?.toLowerCase() !== wanted) continue
      if (charger.id !== here.chargerId || id !== here.connectorId) return true
    }
  }
  return false
}
