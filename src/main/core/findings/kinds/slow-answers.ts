import type { FindingKind } from '../kind.ts'
import { kindOf } from '../kind.ts'
import { ourSlowAnswer, slowAnswer } from '../thresholds.ts'
import { duration } from '../words.ts'

interface State {
  seqs: number[]
  count: number
  since: number
  told: boolean
  slowest: { ms: number; action: string }
}

function slow(direction: 'in' | 'out', limit: typeof slowAnswer, words: Pick<FindingKind, 'kind' | 'severity' | 'title' | 'advice'>) {
  return kindOf<State>({
    ...words,
    clause: 'OCPP-J 1.6 §4.1.1',
    byTime: true,
    initial: () => ({ seqs: [], count: 0, since: 0, told: false, slowest: { ms: 0, action: '' } }),
    observe(state, { at, seq, entry, action }, report) {
      const { latencyMs } = entry
      if (latencyMs === null || latencyMs < limit.ms || entry.direction !== direction) return
      const name = action ?? 'a call'
      if (state.count === 0) state.since = at
      state.count += 1
      state.seqs = [...state.seqs, seq].slice(0, limit.atLeast)
      if (latencyMs > state.slowest.ms) state.slowest = { ms: latencyMs, action: name }
      if (state.count < limit.atLeast && latencyMs < limit.verySlowMs) return
      const { slowest, told } = state
      const text = `The slowest answer, to ${slowest.action}, took ${duration(slowest.ms)}; the last slow one, to ${name}, ${duration(latencyMs)}. More than ${duration(limit.ms)} counts as slow.`
      report.found({ text, ...(told ? {} : { times: state.count, since: state.since, seqs: state.seqs }) })
      state.told = true
    },
  })
}

export const slowAnswers = slow('in', slowAnswer, {
  kind: 'slow-answers',
  severity: 'notice',
  title: 'The charger answers slowly',
  advice:
    'Compare with the ping time of Run a check. If pings are slow too, it is the network; if only some calls are slow, the charger is busy with them. Until it has answered, no other call may be sent to it.',
})

export const ourSlowAnswers = slow('out', ourSlowAnswer, {
  kind: 'our-slow-answers',
  severity: 'warning',
  title: 'The central system answers slowly',
  advice:
    'The charger waits for these answers, and users before it do. Look at the central system that the log is from: its load, and what it asks elsewhere before it answers.',
})
