import { fields, number, text } from '../../../../shared/ocpp/payload.ts'
import { plain } from '../../../../shared/ocpp/words/show.ts'
import { kindOf } from '../kind.ts'
import { factOf } from '../seen.ts'
import { refusedAtLeast } from '../thresholds.ts'

interface State {
  count: number
  seqs: number[]
  since: number
  told: boolean
}

/** A charger that is not let in, and tries again and again. */
export const connectionRefused = kindOf<State>({
  kind: 'connection-refused',
  severity: 'error',
  title: 'The charger is not let in',
  clause: 'OCPP-J 1.6 §3.2',
  advice: 'The entry says what was wrong and what to do; Connection attempts offers the ways out.',
  initial: () => ({ count: 0, seqs: [], since: 0, told: false }),
  observe(state, seen, report) {
    if (factOf(seen, 'ConnectionOpened') !== null) {
      if (state.told) report.over()
      Object.assign(state, { count: 0, seqs: [], told: false })
      return
    }
    if (seen.entry.kind !== 'refused') return
    const more = number(fields(seen.payload['repeated'])['count']) ?? 1
    if (state.count === 0) state.since = seen.at
    state.count += more
    state.seqs = [...state.seqs, seen.seq].slice(0, 5)
    if (state.count < refusedAtLeast) return
    const why = plain(text(seen.payload['reason']) ?? 'no reason is known', 200)
    const whatToDo = text(seen.payload['whatToDo'])
    report.found({
      text: `Connection attempts were refused: ${why}`,
      open: true,
      times: state.told ? more : state.count,
      ...(state.told ? {} : { since: state.since, seqs: state.seqs }),
      ...(whatToDo === null ? {} : { advice: plain(whatToDo, 300) }),
    })
    state.told = true
  },
})
