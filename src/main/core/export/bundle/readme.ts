import type { ExportMeta } from '../formats/format.ts'
import { recordingWords, redactionNote } from '../formats/words.ts'
import { isoInZone, spacedTime } from '../local-time.ts'
import { visible } from '../visible.ts'

/** What is in the bundle and what is not, for somebody who has never heard of this app. */
export function readme(meta: ExportMeta, files: readonly { name: string; what: string }[]): string {
  const widest = Math.max(...files.map(({ name }) => name.length))
  const written = isoInZone(meta.generatedAt, meta.timeZone)
  return [
    visible(meta.title),
    '',
    `Written by Chargebench ${meta.version} on ${spacedTime(written)} ${written.slice(-6)}: what a charger said to its central`,
    'system (OCPP), what was answered, and what was noticed. Begin with report.html: it opens in any browser, offline.',
    '',
    ...files.map(({ name, what }) => `${name.padEnd(widest)}  ${what}`),
    '',
    ...recordingWords(meta).map((words, at) => `${at === 0 ? 'Log    ' : '       '}  ${visible(words)}`),
    `Entries  ${meta.total.toLocaleString('en')}`,
    `Filter   ${visible(meta.filterWords)}`,
    `Times    ${meta.timeZone}, with their offset`,
    `Masked   ${redactionNote(meta)}`,
    '',
    ...(meta.redacted.length === 0
      ? []
      : [
          'A token such as USER-1 stands for one value, the same in every file here and in no other bundle. It tells nothing of the',
          'value. Values of fewer than four characters, and words that stand in every log, are masked where a field says what they',
          'are, not where they stand in other text.',
          '',
        ]),
    'The whole zip, or log.jsonl alone, can be opened in Chargebench (Open log), and has the same screens there.',
    '',
  ].join('\n')
}
