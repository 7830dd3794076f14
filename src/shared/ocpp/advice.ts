/** What a technician can do about what a log entry tells, in a sentence or two; for entries that ask for something. */
import type { EntryLike } from './explain.ts'
import { parseJson } from './frame.ts'
import { fields, list, text, type Fields } from './payload.ts'

const events: Record<string, string> = {
  connect:
    'If no BootNotification follows, the charger had not restarted: only its connection was away. What it queued meanwhile arrives now, and is marked as late.',
  disconnect:
    "Look at the charger's network first: cable, WiFi, SIM, power. If it does not come back, Connection attempts shows whether it tries. A session may go on all the same.",
  refused: 'Connection attempts shows the whole handshake and offers a way to let the charger in.',
  replaced: 'Now and then it is normal after a broken connection. Again and again, two devices may use the same identity.',
  'ping-timeout':
    "The network dropped the connection without a word, or the charger does not answer pings: then switch them off in the charger's settings.",
}

const states: Record<string, string> = {
  SuspendedEV:
    'Nothing sent from here makes the car draw power. Ask whether it is full, has a charging timer or a limit, or is asleep: unplugging and plugging in again wakes most.',
  SuspendedEVSE:
    'Look for what holds it back: a charging profile or schedule (a composed GetCompositeSchedule tells it), a limit of the site, or a user who is not accepted. It goes on by itself when that ends.',
  Charging: 'Look whether the meter rises. Where no power flows although it says Charging, the car has paused without saying so.',
  Preparing:
    'It waits for a car, or for a user who is accepted. If it stays so, look whether an Authorize was refused, or start the charge from here.',
  Finishing: 'The cable has to be unplugged before the connector is free. If it is stuck, compose an UnlockConnector.',
  Faulted: 'The error code says which fault. Many go away with a reboot; one that comes back needs somebody at the charger.',
  Unavailable: 'It takes no car until it is put into service again, by a composed ChangeAvailability, or at the charger.',
}

const actions: Record<string, string> = {
  BootNotification:
    'If nobody rebooted it, look for a lost connection or a fault just before: a power cut, a crash or a watchdog. Several in a row are a reboot loop, which Findings names.',
}

/** @returns null where there is nothing to be done */
export function advise(entry: EntryLike): string | null {
  if (entry.kind !== 'frame') return own(events, entry.kind)
  const { action, messageType } = entry
  if (action === null || messageType !== 'call') return null
  if (action === 'StatusNotification' || action === 'TransactionEvent') return own(states, stateOf(payloadOf(entry)))
  return own(actions, action)
}

/** The state that is told: of 1.6, of a connector of 2.x, or of a charging session. */
function stateOf(payload: Fields): string {
  return text(payload['status']) ?? text(fields(payload['transactionInfo'])['chargingState']) ?? text(payload['connectorStatus']) ?? ''
}

function payloadOf({ raw }: EntryLike): Fields {
  try {
    return fields(list(parseJson(raw))[3])
  } catch {
    return {}
  }
}

/** Names come from chargers: `constructor` is no state. */
function own(texts: Record<string, string>, name: string): string | null {
  return Object.hasOwn(texts, name) ? texts[name]! : null
}
