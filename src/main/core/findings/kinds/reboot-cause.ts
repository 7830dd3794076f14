import type { Charger } from '../../../../shared/domain/charger.ts'
import { text } from '../../../../shared/ocpp/payload.ts'
import { factOf, resultStatus, type Seen } from '../seen.ts'
import { rebootFollowsMs, restartTakesMs } from '../thresholds.ts'

/** What may have asked a charger to restart, and how it began when it did last. */
export interface RebootCause {
  askedAt: number | null
  /** The connection on which it said last that it has booted. */
  bootConnection: number | null
  /** When the connection was lost last, until the charger has booted. */
  lostAt: number | null
  /** Whether that was because the app itself was not running. */
  lostWithUs?: boolean
  /** Whether it has told of a boot before: the first one is how a log begins. */
  booted: boolean
}

export const noCause: RebootCause = { askedAt: null, bootConnection: null, lostAt: null, booted: false }

/** Calls after which a charger restarts. */
const restarting = new Set(['Reset', 'UpdateFirmware', 'SignedUpdateFirmware', 'SetNetworkProfile'])
/** BootReasonEnumType of 2.x: what no charger says at an ordinary connect. */
const reasonsOfItsOwn = new Set(['ApplicationReset', 'LocalReset', 'Watchdog'])
const agreed = new Set(['Accepted', 'Scheduled', 'RebootRequired'])

/** Notes what asks for a restart, and what comes with one. */
export function noteReboot(state: RebootCause, seen: Seen): void {
  const lost = factOf(seen, 'ConnectionLost')
  if (lost !== null) {
    state.lostAt = Math.min(lost.at, seen.at)
    state.lostWithUs = lost.at < seen.at
  }
  if (agreesToRestart(seen)) state.askedAt = seen.at
}

/** Whether the charger answers that it will restart, as it was asked to. */
export function agreesToRestart(seen: Seen): boolean {
  const { action, entry } = seen
  if (entry.direction !== 'in' || entry.messageType !== 'result' || action === null) return false
  const status = resultStatus(seen, 'in')
  // The answer to UpdateFirmware of 1.6 is empty (§6.58).
  return restarting.has(action) ? status === null || agreed.has(status) : status === 'RebootRequired'
}

/** Whether the charger tells of a restart that nobody asked for; `before` tells whether it was waiting to be accepted. */
export function restartedAlone(state: RebootCause, seen: Seen): boolean {
  if (factOf(seen, 'Booted') === null) return false
  const { connectionId } = seen.entry
  const sameConnection = connectionId !== null && connectionId === state.bootConnection
  state.bootConnection = connectionId
  // One that we triggered leaves no mark on the timeline.
  const triggered = !seen.changes.some((change) => change.table === 'marks' && change.row.kind === 'boot')
  // No charger starts so soon: it has only connected again, and says so with a BootNotification.
  const tooSoon =
    state.lostAt !== null && seen.at - state.lostAt < restartTakesMs && !reasonsOfItsOwn.has(text(seen.payload['reason']) ?? '')
  const asked = state.askedAt !== null && seen.at - state.askedAt <= rebootFollowsMs
  if (asked) state.askedAt = null
  // One of ours ends and begins with the app.
  const withUs = seen.charger.virtual && state.lostWithUs === true
  state.lostAt = null
  state.booted = true
  return !withUs && !triggered && !asked && !sameConnection && !tooSoon && isAccepted(seen.before)
}

/** One that is not accepted yet repeats its BootNotification (OCPP 1.6 §4.2), which is no restart. */
function isAccepted({ registration }: Charger): boolean {
  return registration === 'accepted'
}
