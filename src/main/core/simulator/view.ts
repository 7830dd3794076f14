import type { VirtualCharger } from '../../../shared/domain/simulator.ts'
import type { ChargePoint } from './charger.ts'
import { possible } from './rules.ts'
import { transactionName } from './transaction.ts'

/** A virtual charger as its page shows it. */
export function view(charger: ChargePoint): VirtualCharger {
  return {
    id: charger.id,
    connected: charger.socket.connected,
    offlineByCommand: charger.offlineByCommand,
    queuedMessages: charger.queue.size,
    connectors: charger.connectors.map(({ id, status, state, transaction, outlet }) => ({
      id,
      status,
      pluggedIn: state.pluggedIn,
      transactionId: transaction === null ? null : transactionName(transaction),
      powerW: Math.round(outlet.powerW),
      socPercent: Math.floor(outlet.car?.socPercent ?? 0),
      can: possible(state),
    })),
  }
}
