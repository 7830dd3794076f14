import type { ChargePoint } from './charger.ts'
import type { StopReason } from './messages.ts'

/** How long the charger is away when it reboots. */
const awayMs = 1_500
/** How long a graceful reboot waits for its StopTransaction to be answered. */
const lastWordsMs = 5_000

/**
 * Ends what runs and starts anew (OCPP 1.6 §5.14). A hard reset leaves no time to say so: its StopTransaction follows
 * after the boot.
 */
export async function reboot(charger: ChargePoint, reason: StopReason): Promise<void> {
  if (charger.rebooting) return
  charger.rebooting = true
  const graceful = reason !== 'HardReset'
  if (!graceful) await charger.socket.shut(1001, 'Reset')
  for (const connector of charger.connectors) connector.end(reason)
  if (graceful) {
    await charger.until(() => charger.queue.size === 0 || !charger.ready, lastWordsMs)
    await charger.socket.shut(1000, 'Rebooting')
  }
  charger.registration.forget()
  charger.timers.after(awayMs, () => start(charger))
  charger.changed()
}

function start(charger: ChargePoint): void {
  for (const connector of charger.connectors) {
    connector.user = null
    connector.change({ finishing: false, starting: false })
  }
  charger.rebooting = false
  if (!charger.offlineByCommand) charger.socket.open()
  charger.changed()
}
