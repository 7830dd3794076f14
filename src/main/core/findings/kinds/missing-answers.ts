import { kindOf, type FindingKind } from '../kind.ts'
import { factOf } from '../seen.ts'
import { noAnswerMs } from '../thresholds.ts'
import { duration } from '../words.ts'

interface State {
  /** Calls up to this seq have been judged. */
  judged: number
  /** Whether frames of the answering side are in the log at all: some logs hold one direction only. */
  heard: boolean
}

/** @param direction that of the calls */
function missing(direction: 'in' | 'out', words: Pick<FindingKind, 'kind' | 'severity' | 'title' | 'advice'>) {
  return kindOf<State>({
    ...words,
    clause: 'OCPP-J 1.6 §4.1.1',
    byTime: true,
    initial: () => ({ judged: 0, heard: false }),
    observe(state, seen, report) {
      const { at, seq, entry, openCalls } = seen
      if (direction === 'out') state.heard ||= entry.direction === 'in' && entry.kind === 'frame'
      else state.heard ||= entry.direction === 'out' && entry.answers !== null
      const givenUp = direction === 'out' && entry.kind === 'notice' ? seen.payload['messageId'] : undefined
      const lost = factOf(seen, 'ConnectionLost') !== null
      for (const call of openCalls) {
        if (call.direction !== direction || call.seq === seq) continue
        const now = givenUp !== undefined && call.givenUp === true && call.messageId === givenUp
        const aged = call.givenUp !== true && call.seq > state.judged && at - call.at >= noAnswerMs && state.heard
        if (!now && !aged) continue
        if (aged) state.judged = call.seq
        const name = call.action === '' ? 'a call that could not be read' : call.action
        const text = `${name} was not answered${direction === 'out' ? ' by the charger' : ''} within ${duration(now ? at - call.at : noAnswerMs)}.`
        report.found({ text, since: call.at, seqs: [call.seq] })
      }
      // What was under way when the connection was lost says nothing of who answers.
      if (lost) state.judged = Math.max(state.judged, openCalls.at(-1)?.seq ?? 0)
    },
  })
}

export const missingAnswers = missing('out', {
  kind: 'missing-answers',
  severity: 'warning',
  title: 'The charger does not answer',
  advice:
    'Send the same call again from Compose. A charger that answers none may be busy or hang: reboot it. One that never answers a certain call should have answered NotImplemented or NotSupported: tell its maker.',
})

export const ourMissingAnswers = missing('in', {
  kind: 'our-missing-answers',
  severity: 'error',
  title: 'The central system does not answer',
  advice:
    'A charger repeats messages about sessions until they are answered, and may keep everything else back until then. Look at the log of the central system at this time.',
})
