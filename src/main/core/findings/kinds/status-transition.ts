import { connectorStates, type ConnectorState } from '../../../../shared/domain/state.ts'
import { kindOf } from '../kind.ts'
import { factOf } from '../seen.ts'
import { quoted } from '../words.ts'

/** By connector, the state reported last on this connection. */
interface State {
  last: Record<string, { status: ConnectorState; seq: number }>
}

const [available, preparing, charging, byCar, byCharger, finishing, reserved, unavailable, faulted] = connectorStates
/** The table of OCPP 1.6 §4.9: from each state to those that may follow. After a fault any state may come back. */
const next: Record<ConnectorState, readonly ConnectorState[]> = {
  Available: [preparing, charging, byCar, byCharger, reserved, unavailable, faulted],
  Preparing: [available, charging, byCar, byCharger, finishing, faulted],
  Charging: [available, byCar, byCharger, finishing, unavailable, faulted],
  SuspendedEV: [available, charging, byCharger, finishing, unavailable, faulted],
  SuspendedEVSE: [available, charging, byCar, finishing, unavailable, faulted],
  Finishing: [available, preparing, unavailable, faulted],
  Reserved: [available, preparing, unavailable, faulted],
  Unavailable: [available, preparing, charging, byCar, byCharger, faulted],
  Faulted: connectorStates,
}
/** The charger as a whole has only these. */
const ofCharger: readonly ConnectorState[] = [available, unavailable, faulted]

export const statusTransition = kindOf<State>({
  kind: 'status-transition',
  severity: 'notice',
  title: 'A state followed that may not follow',
  clause: 'OCPP 1.6 §4.9',
  advice:
    'Usually a state between the two was left out: because it was short (MinimumStatusDuration), or because the message was lost. Charging does not suffer, but an operator who counts on the order may bill or show something wrong: tell the maker.',
  initial: () => ({ last: {} }),
  observe(state, seen, report) {
    // What was in between while nobody listened is not known.
    if (factOf(seen, 'ConnectionOpened') !== null || factOf(seen, 'ConnectionLost') !== null || factOf(seen, 'Booted') !== null)
      state.last = {}
    if (seen.reading?.protocol !== 'ocpp1.6' || seen.action !== 'StatusNotification') return
    const fact = factOf(seen, 'ConnectorStatusChanged')
    if (fact === null || fact.status === null) return
    const { connectorId, status } = fact
    const before = state.last[connectorId]
    if (before !== undefined || Object.keys(state.last).length < 65) state.last[connectorId] = { status, seq: seen.seq }
    if (connectorId === 0) {
      if (!ofCharger.includes(status) && before?.status !== status)
        report.found({
          about: `charger-${status}`,
          text: `Connector 0, the charger as a whole, was reported as ${quoted(status)}; it can be Available, Unavailable or Faulted.`,
          connectorId: 0,
        })
      return
    }
    if (before === undefined || before.status === status || next[before.status].includes(status)) return
    report.found({
      about: `${before.status}-${status}`,
      text: `Connector ${connectorId} went from ${before.status} to ${status}.`,
      seqs: [before.seq, seen.seq],
      connectorId,
    })
  },
})
