import type { Entry } from '../../../../shared/domain/entry.ts'
import { isoInZone } from '../local-time.ts'
import type { Format } from './format.ts'
import { oneLine } from './one-line.ts'

/**
 * JSON Lines: the entry in the contract's names, only `at`, and that of a bookmark, is ISO 8601 with offset instead of
 * epoch ms. No head and no foot, so that every line is an entry and the file can be imported, cut, and joined without loss.
 */
export const jsonl: Format = {
  mediaType: 'application/x-ndjson; charset=utf-8',
  extension: 'jsonl',
  head: () => '',
  rows: (entries, meta) => entries.map((entry) => `${oneLine(JSON.stringify(line(entry, meta.timeZone)))}\n`).join(''),
  foot: () => '',
}

function line({ bookmark, ...entry }: Entry, timeZone: string): object {
  const told = { ...entry, at: isoInZone(entry.at, timeZone) }
  return bookmark === undefined ? told : { ...told, bookmark: { ...bookmark, at: isoInZone(bookmark.at, timeZone) } }
}
