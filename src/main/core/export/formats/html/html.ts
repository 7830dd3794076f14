import { createHash } from 'node:crypto'
import escapeHtml from 'escape-html'
import { categories, categoryStyle } from '../../../../../shared/ocpp/category.ts'
import { isoInZone, spacedTime } from '../../local-time.ts'
import { visible } from '../../visible.ts'
import type { ExportMeta, ExportedCharger, Format } from '../format.ts'
import { chargerWords, recordingWords, redactionNote } from '../words.ts'
import { htmlRow } from './row.ts'
import { reportScript } from './script.ts'
import { reportStyle } from './style.ts'

/** A browser takes some seconds for so many rows, and gives up on a million. */
const mostRows = 50_000

/**
 * One self-contained file for the ticket reader: no other resource, searchable offline, made for print. Whatever comes from
 * a charger is escaped, and should anything slip through, the policy allows exactly one style and one script, by their hash.
 */
export const html: Format = {
  mediaType: 'text/html; charset=utf-8',
  extension: 'html',
  mostRows,
  head,
  rows: (entries, meta) => `<section>\n${entries.map((entry) => htmlRow(entry, meta)).join('')}</section>\n`,
  foot: (meta, written) =>
    [
      `<p class="none"${written.entries === 0 ? '' : ' hidden'}>${written.entries === 0 ? 'The log holds no entry for this filter.' : 'No entry fits the search.'}</p>`,
      '</main>',
      '<footer>',
      '<dl id="period">',
      written.first === null || written.last === null
        ? ''
        : item('Period', `${fullTime(written.first, meta)} to ${fullTime(written.last, meta)}`),
      '</dl>',
      `<p>End of the report, ${count(written.entries)}. ${elsewhere(meta)}</p>`,
      '</footer>',
      `<script>${reportScript}</script>`,
      '</body>',
      '</html>',
      '',
    ].join('\n'),
}

const policy = [
  "default-src 'none'",
  `style-src '${hashOf(reportStyle)}'`,
  `script-src '${hashOf(reportScript)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Where more chargers are in a file, their list would push the log off the page. */
const mostChargers = 12

function head(meta: ExportMeta): string {
  const title = text(meta.title)
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${title}, Chargebench</title>`,
    `<style>${reportStyle}</style>`,
    '</head>',
    '<body>',
    '<header>',
    `<p class="made">Charger log report, written by Chargebench ${text(meta.version)} on ${fullTime(meta.generatedAt, meta)}</p>`,
    `<h1>${title}</h1>`,
    '<div class="about">',
    '<section><h2>What this is</h2><dl>',
    ...chargerItems(meta.chargers),
    ...recordingWords(meta).map((words, at) => item(at === 0 ? 'Recording' : '', text(words))),
    item('Entries', `${entriesWords(meta)}, oldest first`),
    item('Filter', text(meta.filterWords)),
    item('Time zone', text(meta.timeZone)),
    item('Masked', redactionNote(meta)),
    '</dl></section>',
    '<section class="legend"><h2>What the colours mean</h2><ul>',
    ...categories.map((category) => {
      const { label, meaning, colourName } = categoryStyle[category]
      return `<li class="${category}"><i class="swatch"></i><b>${text(label)}</b><span>${text(meaning)} (${text(colourName)})</span></li>`
    }),
    '<li><i></i><b>← →</b><span>From the charger, to the charger</span></li>',
    '</ul></section>',
    '</div>',
    '</header>',
    meta.sections === undefined ? '' : `<div class="told">${meta.sections}</div><h2 class="log">Log</h2>`,
    '<div class="tools" role="search" hidden>',
    '<input type="search" placeholder="Search in everything, also in the raw text ( / )" aria-label="Search" autocomplete="off" spellcheck="false">',
    ...categories.map(
      (category) =>
        `<label class="${category}"><input type="checkbox" data-category="${category}" checked><i class="swatch"></i>${text(categoryStyle[category].label)}</label>`,
    ),
    '<label><input type="checkbox" id="marked">Only marked entries</label>',
    '<output aria-live="polite"></output>',
    '</div>',
    `<main>`,
    '<div class="heads"><span>Time</span><span>Charger</span><span></span><span>Category</span><span>Message</span><span>What it says</span><small>Latency</small></div>',
    '',
  ].join('\n')
}

function chargerItems(chargers: ExportedCharger[]): string[] {
  const items = chargers
    .slice(0, mostChargers)
    .map((charger) => item('Charger', `<b>${text(charger.id)}</b>, ${text(chargerWords(charger))}`))
  const more = chargers.length - mostChargers
  return more > 0 ? [...items, item('', `and ${more} more`)] : items
}

function fullTime(at: number, meta: ExportMeta): string {
  const iso = isoInZone(at, meta.timeZone)
  return `<time datetime="${iso}">${spacedTime(iso)} ${iso.slice(-6)}</time>`
}

function entriesWords({ total }: ExportMeta): string {
  if (total <= mostRows) return count(total)
  return `the newest <b>${mostRows.toLocaleString('en')} of ${count(total)}</b>: a browser cannot open more`
}

/** Where else the entries are. */
function elsewhere({ total, sections }: ExportMeta): string {
  const all = total > mostRows ? 'all of them' : 'the same entries'
  return sections === undefined
    ? `The JSON Lines and CSV exports of Chargebench hold ${all} for tools.`
    : `The file log.jsonl beside this one holds ${all} for tools.`
}

function item(term: string, definition: string): string {
  return `<dt>${term}</dt><dd>${definition}</dd>`
}

function count(entries: number): string {
  return `${entries.toLocaleString('en')} ${entries === 1 ? 'entry' : 'entries'}`
}

function text(value: string): string {
  return escapeHtml(visible(value))
}

function hashOf(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`
}
