import type { ChargePoint } from './charger.ts'
import type { ConnectorHost } from './connector.ts'

/** The charger as its connectors see it: its clock and limits, and who has to hear of what they do. */
export function hostOf(charger: ChargePoint): ConnectorHost {
  const { now, settings, timers, profiles } = charger
  return {
    now,
    settings,
    timers,
    limit: (connector) => {
      const sharing = charger.connectors.filter((one) => one.transaction !== null).length
      const where = { connectorId: connector.id, startedAt: connector.transaction?.startedAt ?? null, sharing }
      return profiles.limit(where, now())
    },
    report: (message) => charger.queue.push(message),
    statusChanged: (connector) => {
      charger.notifyStatus(connector.id)
      charger.changed()
    },
    ended: (transaction) => profiles.transactionEnded(transaction.connectorId),
  }
}
