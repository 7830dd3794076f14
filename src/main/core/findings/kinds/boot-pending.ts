import { kindOf } from '../kind.ts'
import { factOf } from '../seen.ts'
import { pendingMs } from '../thresholds.ts'
import { duration } from '../words.ts'

interface State {
  since: { at: number; seq: number } | null
  toldMs: number
}

export const bootPending = kindOf<State>({
  kind: 'boot-pending',
  severity: 'warning',
  title: 'The charger waits to be accepted',
  clause: 'OCPP 1.6 §4.2; OCPP 2.0.1 B02',
  advice: 'Accept the charger in its details. While it is pending it may only do what the central system asks of it; nobody can charge.',
  byTime: true,
  initial: () => ({ since: null, toldMs: 0 }),
  observe(state, seen, report) {
    const { at, seq } = seen
    const { since, toldMs } = state
    const answered = factOf(seen, 'RegistrationAnswered')
    if (since !== null) {
      const waitedMs = at - since.at
      const text = `Its BootNotification has been answered with Pending for ${duration(waitedMs)}.`
      if (waitedMs >= pendingMs && toldMs === 0) report.found({ text, open: true, since: since.at, seqs: [since.seq, seq] })
      else if (toldMs > 0 && waitedMs >= 2 * toldMs) report.still({ text })
      if (waitedMs >= Math.max(pendingMs, 2 * toldMs)) state.toldMs = waitedMs
    }
    if (answered === null) return
    if (answered.registration === 'pending') {
      state.since ??= { at, seq }
      return
    }
    if (state.toldMs > 0 && since !== null) report.over('', `It waited ${duration(at - since.at)} until it was ${answered.registration}.`)
    Object.assign(state, { since: null, toldMs: 0 })
  },
})
