import { factOf } from '../seen.ts'
import { kindOf } from '../kind.ts'
import { flapping, rebootFollowsMs } from '../thresholds.ts'
import { duration } from '../words.ts'
import { agreesToRestart } from './reboot-cause.ts'

interface State {
  /** The last connects: when, and in which entry. */
  opens: { at: number; seq: number }[]
  /** Why the connection was lost last. */
  why: string
  told: boolean
  /** When the charger agreed to restart, until it connects again. */
  restartsAt: number | null
}

export const connectionFlapping = kindOf<State>({
  kind: 'connection-flapping',
  severity: 'warning',
  title: 'The connection comes and goes',
  clause: 'OCPP-J 1.6 §5.4',
  advice:
    'Look at the network: signal of the modem or WiFi, cable and switch, a router that closes idle connections. If the charger drops the connection at each ping, turn pings off in its details. If it connects again without having lost the connection, two chargers may use one identity.',
  byTime: true,
  initial: () => ({ opens: [], why: '', told: false, restartsAt: null }),
  observe(state, seen, report) {
    const { at, seq } = seen
    const lost = factOf(seen, 'ConnectionLost')
    if (lost !== null) state.why = lost.why
    if (state.told && at - (state.opens.at(-1)?.at ?? 0) > flapping.withinMs) {
      state.told = false
      report.over()
    }
    if (agreesToRestart(seen)) state.restartsAt = at
    if (factOf(seen, 'ConnectionOpened') === null) return
    // Who was told to restart has lost nothing.
    const asked = typeof state.restartsAt === 'number' && at - state.restartsAt <= rebootFollowsMs
    state.restartsAt = null
    if (asked) return
    state.opens = [...state.opens, { at, seq }].filter((open) => at - open.at <= flapping.withinMs).slice(-20)
    const { opens, told, why } = state
    const first = opens[0]
    if (opens.length < flapping.connects || first === undefined) return
    state.told = true
    report.found({
      text: `Connected ${opens.length} times within ${duration(at - first.at)}.${why === '' ? '' : ` Last lost: ${why}.`}`,
      open: true,
      ...(told ? {} : { times: opens.length, since: first.at, seqs: opens.map((open) => open.seq) }),
    })
  },
})
