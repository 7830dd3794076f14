import { kindOf } from '../kind.ts'
import { rebootLoop as limit } from '../thresholds.ts'
import { duration } from '../words.ts'
import { noCause, noteReboot, restartedAlone, type RebootCause } from './reboot-cause.ts'

interface State extends RebootCause {
  boots: { at: number; seq: number }[]
  told: boolean
}

export const rebootLoop = kindOf<State>({
  kind: 'reboot-loop',
  severity: 'error',
  title: 'The charger restarts again and again',
  clause: 'OCPP 1.6 §4.2; OCPP 2.0.1 B01',
  advice:
    'Look at what comes just before each restart: a certain call of the central system, a fault, a session that begins. Check the supply voltage. Ask the maker for its diagnostics (GetDiagnostics or GetLog) of this time.',
  byTime: true,
  initial: () => ({ ...noCause, boots: [], told: false }),
  observe(state, seen, report) {
    const { at, seq } = seen
    noteReboot(state, seen)
    if (state.told && at - (state.boots.at(-1)?.at ?? 0) > limit.withinMs) {
      state.told = false
      report.over()
    }
    const { booted } = state
    if (!restartedAlone(state, seen) || !booted) return
    state.boots = [...state.boots, { at, seq }].filter((boot) => at - boot.at <= limit.withinMs).slice(-20)
    const { boots, told } = state
    const first = boots[0]
    if (boots.length < limit.boots || first === undefined) return
    state.told = true
    report.found({
      text: `It has told of ${boots.length} restarts within ${duration(at - first.at)}, and nobody had asked for them.`,
      open: true,
      ...(told ? {} : { times: boots.length, since: first.at, seqs: boots.map((boot) => boot.seq) }),
    })
  },
})
