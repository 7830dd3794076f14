import { formatName } from './formats/catalogue.ts'
import type { Survey } from './survey.ts'
import type { ImportedItem } from './types.ts'

/** Whether no message has a time, but for those that messages tell themselves. */
export function isTimeless(items: readonly ImportedItem[]): boolean {
  const frames = items.filter(({ kind }) => kind === 'frame')
  return frames.length > 0 && frames.every((item) => item.timeGuessed === true || item.at === null)
}

/** Plain sentences about what was noticed in a log, and what the import makes of it. */
export function notesOn(survey: Survey, format: string, items: readonly ImportedItem[], fileCount: number): string[] {
  const notes: string[] = []
  const drafts = survey.files.flatMap((one) => one.drafts)
  const frames = items.filter((item) => item.kind === 'frame')
  const told = drafts.filter(({ kind }) => kind !== 'text')
  const others = [...new Set(told.map((draft) => draft.format))].filter((id) => id !== format)
  if (others.length > 0) notes.push(`It also has messages of another form: ${others.map(formatName).join('; ')}.`)
  if (survey.turned.has(format)) {
    notes.push(
      'The log tells directions from the charger’s side; they are turned round, because calls such as BootNotification come from the charger.',
    )
  }
  if (frames.some((item) => item.made === true)) {
    notes.push('The log has no message ids. They are made up, and each answer belongs to the oldest open request of its action.')
  }
  if (frames.some((item) => item.directionGuessed === true)) {
    notes.push('Not every message tells its direction; it follows from who may send such a message, and from what it answers.')
  }
  if (isTimeless(items)) {
    notes.push('The log tells no times. Those in the messages themselves are used where there are any.')
  }
  if (told.some(({ moment }) => moment?.missing === 'year'))
    notes.push('Its times have no year; it follows from the messages, or else is the last one possible.')
  if (survey.files.some((one) => one.order === 'pages')) notes.push('Its pages run backwards; the messages are put in the order of time.')
  if (survey.files.some((one) => one.order === 'backwards')) notes.push('It has the newest first; it is turned round.')
  const left = fileCount - survey.files.length - survey.others.length
  if (left > 0)
    notes.push(
      `${left} more ${left === 1 ? 'file' : 'files'} beside the log of this export ${left === 1 ? 'is' : 'are'} not read: they were made from it.`,
    )
  if (survey.others.length > 0)
    notes.push(`Only the first ${survey.files.length} of ${survey.files.length + survey.others.length} files were looked at so far.`)
  return notes
}
