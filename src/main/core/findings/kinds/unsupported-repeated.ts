import { text } from '../../../../shared/ocpp/payload.ts'
import { plain } from '../../../../shared/ocpp/words/show.ts'
import { kindOf } from '../kind.ts'
import { unsupportedAtLeast } from '../thresholds.ts'

interface State {
  /** By direction and action, until it has been told of. */
  asked: Record<string, { count: number; since: number; seqs: number[] }>
}

const codes = new Set(['NotImplemented', 'NotSupported'])
const words = new Set(['NotImplemented', 'NotSupported'])

export const unsupportedRepeated = kindOf<State>({
  kind: 'unsupported-repeated',
  severity: 'notice',
  title: 'Something unsupported is asked for again and again',
  clause: 'OCPP-J 1.6 §4.2.3',
  advice:
    'Whoever asks should stop after the first NotImplemented or NotSupported. If it should be supported, look into the feature profiles (SupportedFeatureProfiles) and the firmware of the charger.',
  initial: () => ({ asked: {} }),
  observe(state, { at, seq, action, entry, reading, payload }, report) {
    if (action === null || entry.direction === null) return
    const { frame } = reading ?? {}
    const refused =
      frame?.type === 'error' ? codes.has(frame.errorCode) : frame?.type === 'result' && words.has(text(payload['status']) ?? '')
    if (!refused) return
    const about = `${entry.direction}-${action.slice(0, 40)}`
    if (state.asked[about] === undefined && Object.keys(state.asked).length >= 20) return
    const asked = (state.asked[about] ??= { count: 0, since: at, seqs: [] })
    asked.count += 1
    asked.seqs = [...asked.seqs, seq].slice(0, unsupportedAtLeast)
    if (asked.count < unsupportedAtLeast) return
    const who = entry.direction === 'in' ? ['The central system', 'the charger'] : ['The charger', 'the central system']
    const sentence = `${who[0]} asks for ${plain(action, 40)}, which ${who[1]} does not support.`
    const first = asked.count === unsupportedAtLeast
    report.found({ about, text: sentence, sessionId: null, ...(first ? { times: asked.count, since: asked.since, seqs: asked.seqs } : {}) })
  },
})
