import { protocolOf } from '../../../shared/ocpp/protocol.ts'

export type ResetType = 'Soft' | 'Hard'

/** What a reset of each kind does: in 2.x a soft one waits for sessions to end (2.0.1 part 2, B11 and B12), in 1.6 it ends them. */
export function resetMeaning(type: ResetType, protocol: string | null): string {
  if (isOf2(protocol)) {
    return type === 'Soft'
      ? 'Restarts its software as soon as no session is running (OnIdle). Try this first.'
      : 'Ends running sessions and restarts at once (Immediate).'
  }
  return type === 'Soft'
    ? 'Ends running sessions properly, then restarts its software. Try this first.'
    : 'Restarts at once, like a power cut. Running sessions may end without a proper stop.'
}

/** What a reset of this kind means for the sessions that are running now. */
export function resetEffect(type: ResetType, protocol: string | null, running: number): string {
  if (running === 0) return 'The charger disconnects and comes back, which may take minutes.'
  const sessions = running === 1 ? 'A session is' : `${running} sessions are`
  const them = running === 1 ? 'it' : 'them'
  return type === 'Soft' && isOf2(protocol)
    ? `${sessions} running: the charger waits for ${them} to end, which may take hours.`
    : `${sessions} running: a reboot ends ${them}.`
}

/** The call that asks a charger to end a session. */
export function stopCall(protocol: string | null): string {
  return isOf2(protocol) ? 'RequestStopTransaction' : 'RemoteStopTransaction'
}

function isOf2(protocol: string | null): boolean {
  const known = protocolOf(protocol)
  return known !== null && known !== 'ocpp1.6'
}
