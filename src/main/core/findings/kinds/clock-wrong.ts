import { kindOf } from '../kind.ts'
import { deviationOf, factOf } from '../seen.ts'
import { clock } from '../thresholds.ts'
import { duration } from '../words.ts'

interface State {
  /** Measurements that were off, one after the other. */
  off: { count: number; since: number; seqs: number[] } | null
  told: boolean
  /** Whether the charger has been given the time. */
  given: boolean
}

const hour = 3_600_000

export const clockWrong = kindOf<State>({
  kind: 'clock-wrong',
  severity: 'warning',
  title: "The charger's clock is wrong",
  clause: 'OCPP 1.6 §4.2, §4.6; OCPP 2.0.1 B01, G02',
  advice:
    'Sessions get wrong times, schedules begin at the wrong time, and certificates may count as not valid yet. A charger sets its clock by the answers to BootNotification and Heartbeat, or by NTP: check its time settings, and reboot it. If it is off by whole hours, it writes local time without offset.',
  byTime: true,
  initial: () => ({ off: null, told: false, given: false }),
  observe(state, seen, report) {
    const { at, seq, entry, action } = seen
    if (entry.direction === 'out' && entry.messageType === 'result' && (action === 'BootNotification' || action === 'Heartbeat'))
      state.given = true
    const measured = factOf(seen, 'ClockMeasured') !== null ? seen.charger.clockOffsetMs : null
    const unset = entry.direction === 'in' && state.given && deviationOf(seen, 'implausible-time') !== null
    if (measured === null && !unset) return
    if (measured !== null && !unset && Math.abs(measured) < clock.offMs) {
      if (Math.abs(measured) <= clock.rightMs) {
        if (state.told) report.over()
        Object.assign(state, { off: null, told: false })
      }
      return
    }
    const before = state.off ?? { count: 0, since: at, seqs: [] }
    const off = { count: before.count + 1, since: before.since, seqs: [...before.seqs, seq].slice(0, 3) }
    state.off = off
    if (state.told || off.count < clock.atLeast || at - off.since < clock.forMs) return
    state.told = true
    const words = unset || measured === null ? 'is not set: it tells times that cannot be' : offWords(measured)
    report.found({ text: `Its clock ${words}.`, open: true, since: off.since, seqs: [...off.seqs, seq] })
  },
})

function offWords(offsetMs: number): string {
  const hours = Math.round(offsetMs / hour)
  const whole = hours !== 0 && Math.abs(hours) <= 14 && Math.abs(offsetMs - hours * hour) < 2 * 60_000
  const hint = whole ? ', whole hours: it may write local time as if it were UTC' : ''
  return `is ${duration(Math.abs(offsetMs))} ${offsetMs > 0 ? 'ahead' : 'behind'}${hint}`
}
