import escapeHtml from 'escape-html'
import type { Entry, Severity } from '../../../../../shared/domain/entry.ts'
import { categoryStyle } from '../../../../../shared/ocpp/category.ts'
import { indentedJson } from '../../../../../shared/ocpp/indented-json.ts'
import { isoInZone, spacedTime } from '../../local-time.ts'
import { visible, visibleLines } from '../../visible.ts'
import type { ExportMeta } from '../format.ts'
import { arrowOf, latencyWords, onlyInWords, roleOf, whatOf } from '../words.ts'

/** Severity is a mark with its name, never a colour: colours are for categories. */
const marks: Record<Exclude<Severity, 'none'>, string> = {
  notice: '<b class="mark">notice</b>',
  warning: '<b class="mark warning">▲ warning</b>',
  error: '<b class="mark error">✕ error</b>',
}
const directionName = { '←': 'from the charger', '→': 'to the charger', '·': 'event' } as Record<string, string>

/** A larger report leaves formatting to its script, when a row is opened: half the size, and a quarter fewer elements. */
const mostFormatted = 5_000

/** One entry as a row that opens. Elements are few, because there may be 50,000 of these in a page. */
export function htmlRow(entry: Entry, meta: ExportMeta): string {
  const iso = isoInZone(entry.at, meta.timeZone)
  const arrow = arrowOf(entry)
  const role = roleOf(entry)
  const mark = entry.severity === 'none' ? '' : marks[entry.severity]
  const odd = entry.deviations.map((deviation) => `<span class="odd" title="${text(deviation.code)}">${text(deviation.text)}</span>`)
  const only = onlyInWords(entry)
  if (only !== null) odd.push(`<span class="odd">${text(only)}</span>`)
  const noted =
    entry.bookmark === undefined ? '' : `<span class="note">★ ${content(visibleLines(entry.bookmark.note || 'Bookmark'))}</span>`
  return [
    `<details class="${entry.category}${mark && ' marked'}${noted && ' noted'}" id="e${entry.seq}"><summary>`,
    `<time datetime="${iso}" title="${iso}">${spacedTime(iso)}</time>`,
    `<span class="who">${text(entry.chargerId)}</span>`,
    `<span class="way" title="${directionName[arrow]}">${arrow}</span>`,
    `<span class="cat">${categoryStyle[entry.category].label}</span>`,
    `<span class="what">${text(whatOf(entry))}${role && ` <span class="role">${role}</span>`}</span>`,
    `<span class="says">${mark}${text(entry.summary)}${odd.join('')}${noted}</span>`,
    `<small>${text(latencyWords(entry.latencyMs))}</small>`,
    '</summary>',
    ...details(entry, meta),
    '</details>\n',
  ].join('')
}

function details(entry: Entry, meta: ExportMeta): string[] {
  const pretty = meta.total > mostFormatted ? null : indentedJson(entry.raw)
  return [
    pretty === null || pretty === entry.raw ? '' : `<pre class="json">${content(visibleLines(pretty))}</pre>`,
    entry.raw === '' ? '' : `<pre class="${entry.kind === 'frame' ? 'raw' : 'event'}">${content(visible(entry.raw))}</pre>`,
    entry.rawBase64 === null ? '' : `<pre class="bytes">${text(entry.rawBase64)}</pre>`,
  ]
}

function text(value: string): string {
  return escapeHtml(visible(value))
}

/** Between tags quotes are nothing special, and JSON is half quotes. */
function content(value: string): string {
  return escapeHtml(value).replaceAll('&quot;', '"')
}
