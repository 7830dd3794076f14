import { deviationKind } from '../../../../shared/ocpp/deviations.ts'
import { kindOf, type FindingKind } from '../kind.ts'
import { plain } from '../../../../shared/ocpp/words/show.ts'

const ourTools = ['sent-on-purpose']

/** One finding for each kind of violation, whatever the message. */
function againstSchema(direction: 'in' | 'out', words: Pick<FindingKind, 'kind' | 'title' | 'severity' | 'advice'>) {
  return kindOf({
    ...words,
    clause: 'OCPP-J 1.6 §4.2; JSON Schemas of the message',
    initial: () => ({}),
    observe(_state, { entry, action }, report) {
      if (entry.deviations.length === 0 || entry.direction !== direction || entry.deviations.some(({ code }) => ourTools.includes(code)))
        return
      const told = new Set<string>()
      for (const { code, text } of entry.deviations) {
        if ((!code.startsWith('schema-') && code !== 'malformed') || told.has(code)) continue
        told.add(code)
        const what = deviationKind(code)?.title ?? 'Payload against its schema'
        const name = action === null ? '' : ` In ${plain(action, 40)}.`
        report.found({
          about: code,
          title: `${words.title}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
          text: `${text}${name}`,
          sessionId: null,
        })
      }
    },
  })
}

export const theirSchema = againstSchema('in', {
  kind: 'schema',
  severity: 'notice',
  title: 'Messages against the standard',
  advice: 'The app copes; other central systems may refuse such messages. Quirks has the whole list, ready for a ticket to the maker.',
})

export const ourSchema = againstSchema('out', {
  kind: 'our-schema',
  severity: 'warning',
  title: 'Messages of the central system against the standard',
  advice: 'The charger may refuse or misread them. This is for whoever runs the central system that the log is from.',
})
