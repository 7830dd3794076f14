import { text } from '../../../../shared/ocpp/payload.ts'
import { kindOf } from '../kind.ts'
import { logBeginsMs } from '../thresholds.ts'
import { duration, quoted } from '../words.ts'
import { noCause, noteReboot, restartedAlone, type RebootCause } from './reboot-cause.ts'

interface State extends RebootCause {
  /** When the charger was heard first. */
  firstAt: number | null
}

/** BootReasonEnumType of OCPP 2.x: reasons that somebody has given, and what the others mean. */
const asked = new Set(['RemoteReset', 'ScheduledReset', 'FirmwareUpdate', 'Triggered'])
const reasons: Record<string, string> = {
  ApplicationReset: 'its software has restarted itself',
  LocalReset: 'it was reset at the charger itself',
  PowerUp: 'it has got power again',
  Watchdog: 'its watchdog has restarted it because its software hung',
}

export const rebootUnasked = kindOf<State>({
  kind: 'reboot-unasked',
  severity: 'notice',
  title: 'The charger has restarted without being asked',
  clause: 'OCPP 1.6 §4.2; OCPP 2.0.1 B01',
  advice:
    'Was its power cut, or did somebody restart it on site? If not, look at what came before. Some chargers send a BootNotification at each connect, although they have not restarted; then this means no more than the connect.',
  initial: () => ({ ...noCause, firstAt: null }),
  observe(state, seen, report) {
    const { at, before } = seen
    state.firstAt ??= at
    noteReboot(state, seen)
    const known = state.booted || at - state.firstAt > logBeginsMs
    const { lostAt } = state
    if (!restartedAlone(state, seen) || !known) return
    const reason = text(seen.payload['reason'])
    if (reason !== null && asked.has(reason)) return
    const session = before.connectors.find((connector) => connector.session !== null)?.session ?? null
    const away = lostAt === null ? '' : ` after ${duration(at - lostAt)} without connection`
    const why =
      reason === null ? '' : `; the reason it gives is ${quoted(reason)}${Object.hasOwn(reasons, reason) ? `: ${reasons[reason]}` : ''}`
    const during = session === null ? '' : ` A session was running on connector ${session.connectorId}.`
    report.found({
      text: `It told of a restart${away}${why}.${during}`,
      ...(session === null ? {} : { severity: 'warning', sessionId: session.id, connectorId: session.connectorId }),
    })
  },
})
