import type { Entry } from '../../../../shared/domain/entry.ts'
import { categories, categoryStyle } from '../../../../shared/ocpp/category.ts'
import { isoInZone } from '../local-time.ts'
import { visible } from '../visible.ts'
import type { ExportMeta, Format } from './format.ts'
import { arrowOf, chargerWords, latencyWords, onlyInWords, recordingWords, redactionNote, roleOf, whatOf } from './words.ts'

const labelWidth = Math.max(...categories.map((category) => categoryStyle[category].label.length))
/** Longer identities push their own line to the right, not everybody's. */
const widestCharger = 24
const whatWidth = 34
const severityWidth = 7

/**
 * Plain text for a terminal or a ticket: one aligned line an entry, then what is unusual about it and its raw text,
 * indented. Characters that a terminal would obey are made visible, so that no escape sequence of a charger gets through.
 * @param ansi category colours as 256-colour codes. They are set as a background under black text, which is readable on
 *   a dark and on a light terminal alike, also for white.
 */
export function txt(ansi: boolean): Format {
  return { mediaType: 'text/plain; charset=utf-8', extension: 'txt', head: (meta) => head(meta, ansi), rows, foot }

  function rows(entries: Entry[], meta: ExportMeta): string {
    return entries.map((entry) => row(entry, meta)).join('')
  }

  function row(entry: Entry, meta: ExportMeta): string {
    const style = categoryStyle[entry.category]
    const label = ` ${style.label.padEnd(labelWidth)} `
    const columns = [
      isoInZone(entry.at, meta.timeZone),
      visible(entry.chargerId).padEnd(chargerWidth(meta)),
      arrowOf(entry),
      ansi ? coloured(label, style.ansi) : label,
      [visible(whatOf(entry)), roleOf(entry)].filter(Boolean).join(' ').padEnd(whatWidth),
      (entry.severity === 'none' ? '' : entry.severity).padEnd(severityWidth),
      [visible(entry.summary), latencyWords(entry.latencyMs) && `(${latencyWords(entry.latencyMs)})`].filter(Boolean).join('  '),
    ]
    const details = [
      entry.bookmark && `★ ${(entry.bookmark.note || 'Bookmark').split('\n').map(visible).join('\n      ')}`,
      onlyInWords(entry) !== null && visible(`! ${onlyInWords(entry)}`),
      ...entry.deviations.map((deviation) => `! ${visible(deviation.text)} [${visible(deviation.code)}]`),
      entry.raw && visible(entry.raw),
      entry.rawBase64 !== null && `bytes, base64: ${visible(entry.rawBase64)}`,
    ].filter((detail) => typeof detail === 'string' && detail !== '')
    return [columns.join('  ').trimEnd(), ...details.map((detail) => `    ${detail}`), ''].join('\n')
  }
}

function head(meta: ExportMeta, ansi: boolean): string {
  const lines = [
    visible(meta.title),
    '',
    ...meta.chargers.map((charger) => `Charger    ${visible(charger.id)}: ${visible(chargerWords(charger))}`),
    ...recordingWords(meta).map((words, at) => `${at === 0 ? 'Recording' : '         '}  ${visible(words)}`),
    `Filter     ${visible(meta.filterWords)}`,
    `Entries    ${meta.total}, oldest first; ← from the charger, → to the charger`,
    `Times      ${meta.timeZone}`,
    `Written    ${isoInZone(meta.generatedAt, meta.timeZone)} by Chargebench ${meta.version}`,
    `Masked     ${redactionNote(meta)}`,
    '',
    ...categories.map((category) => {
      const { label, meaning, colourName, ansi: code } = categoryStyle[category]
      const badge = ` ${label.padEnd(labelWidth)} `
      return `${ansi ? coloured(badge, code) : badge} ${colourName}: ${meaning}`
    }),
  ]
  return `${lines.join('\n')}\n\n`
}

function foot(_meta: ExportMeta, written: { entries: number }): string {
  return `\nEnd of file, ${written.entries} ${written.entries === 1 ? 'entry' : 'entries'}.\n`
}

function coloured(text: string, code: number): string {
  return `\x1b[48;5;${code};38;5;16m${text}\x1b[0m`
}

function chargerWidth(meta: ExportMeta): number {
  return Math.min(widestCharger, Math.max(0, ...meta.chargers.map((charger) => charger.id.length)))
}
