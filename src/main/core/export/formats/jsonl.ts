import { isoInZone } from '../local-time.ts'
import type { Format } from './format.ts'

/**
 * JSON Lines: the entry in the contract's names, only `at` is ISO 8601 with offset instead of epoch ms. No head and no
 * foot, so that every line is an entry and the file can be imported, cut, and joined without loss.
 */
export const jsonl: Format = {
  mediaType: 'application/x-ndjson; charset=utf-8',
  extension: 'jsonl',
  head: () => '',
  rows: (entries, meta) => entries.map((entry) => `${oneLine({ ...entry, at: isoInZone(entry.at, meta.timeZone) })}\n`).join(''),
  foot: () => '',
}

/** Some readers (Python's splitlines among them) take these for line ends too; escaped, they are the same JSON. */
function oneLine(value: object): string {
  return JSON.stringify(value).replace(/[\u0085\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
