import type { ConnectorStatus, ErrorCode } from './messages.ts'

/** Everything that a connector's status and its possible commands follow from. */
export interface ConnectorState {
  id: number
  pluggedIn: boolean
  errorCode: ErrorCode
  operative: boolean
  charging: boolean
  /** The central system is being asked about a user. */
  starting: boolean
  /** A user who may charge waits for the car to be plugged in. */
  identified: boolean
  reserved: boolean
  /** A session has ended and the car is still plugged in. */
  finishing: boolean
  carPaused: boolean
  /** Held back by the technician, by a refused user or by a limit. */
  chargerPaused: boolean
  heldBack: boolean
  batteryFull: boolean
}

/** The status that OCPP 1.6 §7.7 has for a state; where both sides pause, SuspendedEVSE goes first. */
export function statusOf(state: ConnectorState): ConnectorStatus {
  if (state.errorCode !== 'NoError') return 'Faulted'
  if (!state.operative) return 'Unavailable'
  if (state.charging) {
    if (state.chargerPaused || state.heldBack) return 'SuspendedEVSE'
    return state.carPaused || state.batteryFull || !state.pluggedIn ? 'SuspendedEV' : 'Charging'
  }
  if (state.identified) return 'Preparing'
  if (state.reserved) return 'Reserved'
  if (state.finishing && state.pluggedIn) return 'Finishing'
  return state.pluggedIn ? 'Preparing' : 'Available'
}
