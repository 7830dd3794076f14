import { offsetWords } from '../../../shared/format.ts'
import type { ImportChoices, ImportPreview } from '../../../shared/domain/recording.ts'

/** What a file leaves open and has not been answered, as a sentence with the name of the choice; null where nothing is. */
export function missingChoice({ needs, suggestedIdentity, chargerIds }: ImportPreview, choices: ImportChoices): string | null {
  if (needs.columns !== null && choices.columns === undefined && choices.format === undefined) {
    const names = needs.columns.names.map((name) => `"${name}"`).join(', ')
    return `It is not plain which column of the table holds what. Say it with "columns", JSON such as {"time":"…","frame":"…"}; the columns are ${names}.`
  }
  // What names no charger belongs to the only one that is named.
  const named = chargerIds.length === 1 || choices.columns?.chargerId !== undefined
  if (needs.identity && !named && choices.identity === undefined) {
    const suggested = suggestedIdentity === null ? '' : ` It may be ${suggestedIdentity}.`
    return `The file does not say which charger it is about. Give its identity with "identity".${suggested}`
  }
  if (needs.timeZone && choices.timeZone === undefined) {
    const told = needs.offset === null ? '' : ` Its messages tell that they are those of ${offsetWords(needs.offset.minutes)}.`
    return `The times in the file have no offset from UTC. Give their time zone with "timeZone", such as Europe/Berlin or UTC.${told}`
  }
  if (needs.date && choices.date === undefined) {
    return 'The times in the file have no date. Give the day of the first one with "date", such as 2026-05-01.'
  }
  return null
}
