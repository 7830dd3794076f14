import { hideSecrets } from '../../../../shared/ocpp/secrets.ts'
import { plain } from '../../../../shared/ocpp/words/show.ts'
import { kindOf } from '../kind.ts'
import { factOf } from '../seen.ts'

/** Whether the connection is encrypted; null where the log does not say. */
interface State {
  encrypted: boolean | null
}

/** Messages in which settings and addresses go over the wire; looking into every frame would cost too much. */
const actions = new Set([
  'ChangeConfiguration',
  'DataTransfer',
  'GetConfiguration',
  'GetDiagnostics',
  'GetLog',
  'GetVariables',
  'NotifyReport',
  'SetNetworkProfile',
  'SetVariables',
  'SignedUpdateFirmware',
  'UpdateFirmware',
])

export const secretsInClear = kindOf<State>({
  kind: 'secrets-in-clear',
  severity: 'warning',
  title: 'Passwords or keys went over the wire in clear',
  clause: 'OCPP 1.6 security whitepaper §2; OCPP 2.0.1 A00',
  advice:
    'Whoever listens on the network knows them now: connect by TLS (wss://, security profile 2 or 3), and then set them anew. The app hides them on screen, and in exports unless told otherwise; a log file of another system holds them as they are.',
  initial: () => ({ encrypted: null }),
  observe(state, seen, report) {
    const { action, entry } = seen
    if (entry.kind === 'connect' || factOf(seen, 'ConnectionOpened') !== null) {
      const { tls } = seen.payload
      state.encrypted = entry.kind !== 'connect' || tls === undefined ? null : tls !== null
    }
    if (state.encrypted === true || action === null || !actions.has(action) || entry.messageType === 'error') return
    const { secrets } = hideSecrets(entry.raw)
    if (secrets.length === 0) return
    const unsure = state.encrypted === null ? ' The log does not say whether the connection was encrypted.' : ''
    const many = secrets.length === 1 ? 'a secret' : `${secrets.length} secrets`
    report.found({
      about: action,
      text: `${plain(action, 40)} carried ${many}, such as a password or a key.${unsure}`,
      severity: state.encrypted === null ? 'notice' : 'warning',
      sessionId: null,
    })
  },
})
