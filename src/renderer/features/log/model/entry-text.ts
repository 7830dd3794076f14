import type { Entry } from '../../../../shared/domain/entry.ts'
import { categoryStyle } from '../../../../shared/ocpp/category.ts'
import { hideSecrets } from '../../../../shared/ocpp/secrets.ts'
import { formatDateTime, formatTime } from '../../../../shared/format.ts'
import { answerWord, entryName } from '../words.ts'
import { visibleLine } from './visible-text.ts'

/** An entry as a line of text, as the row shows it: for a mail or a chat. */
export function entryAsRow(entry: Entry): string {
  const answer = answerWord(entry)
  const arrow = entry.direction === 'in' ? '←' : entry.direction === 'out' ? '→' : '·'
  const parts = [
    `${formatDateTime(entry.at).slice(0, 10)} ${formatTime(entry.at)}`,
    visibleLine(entry.chargerId),
    arrow,
    categoryStyle[entry.category].label,
    `${visibleLine(entryName(entry))}${answer === null ? '' : ` ${answer}`}`,
    visibleLine(entry.summary),
    ...(entry.latencyMs === null ? [] : [`(${Math.round(entry.latencyMs)} ms)`]),
  ]
  return parts.join('  ')
}

/** An entry as JSON, in the names of the JSON Lines export; secrets are masked, as they are in exports. */
export function entryAsJson(entry: Entry): string {
  const { text, secrets } = hideSecrets(entry.raw)
  const { bookmark, ...told } = entry
  const shown = {
    ...told,
    at: new Date(entry.at).toISOString(),
    raw: text,
    // The bytes would tell what is masked in the text.
    rawBase64: secrets.length > 0 ? null : entry.rawBase64,
    ...(bookmark === undefined ? {} : { bookmark: { ...bookmark, at: new Date(bookmark.at).toISOString() } }),
  }
  return JSON.stringify(shown, null, 2)
}

/** A link that opens the log at an entry. */
export function entryAddress(seq: number, recording: string | undefined, page: string): string {
  const inside = recording === undefined ? '' : `/recordings/${recording}`
  // The window's own page is a file of the installation, which nobody can open: what follows it leads there from the palette.
  const before = page.startsWith('file:') ? '' : page.replace(/#.*$/, '')
  return `${before}#${inside}/log?seq=${seq}`
}

/** The place in this app that a text leads to, where the text is a link into it: `/log?seq=12`; otherwise null. */
export function placeOf(text: string): string | null {
  return /^\s*(?:https?:\/\/[^\s#]*|file:[^\s#]*)?#(\/\S*)\s*$/.exec(text)?.[1] ?? null
}
