import { stringify } from 'csv-stringify/sync'
import type { Entry } from '../../../../shared/domain/entry.ts'
import { isoInZone } from '../local-time.ts'
import type { ExportMeta, Format } from './format.ts'

const columns = [
  'seq',
  'at',
  'chargerId',
  'connectionId',
  'direction',
  'kind',
  'category',
  'messageType',
  'messageId',
  'action',
  'summary',
  'raw',
  'rawBase64',
  'latencyMs',
  'severity',
  'deviations',
  'connectorId',
  'transactionId',
  'sessionId',
  'answers',
  'runId',
  'bookmarkedAt',
  'bookmarkNote',
] as const satisfies (keyof Entry | 'bookmarkedAt' | 'bookmarkNote')[]

/** Spreadsheets take a file for UTF-8 only with this mark. */
const byteOrderMark = '\uFEFF'

/**
 * Comma-separated values (RFC 4180, CRLF) in the contract's names. Texts are quoted, numbers are not, null is nothing.
 *
 * A text that a spreadsheet would run as a formula (it begins with = + - @, their full-width forms, tab or carriage
 * return; OWASP, CSV injection) gets a leading apostrophe. An OCPP frame begins with `[` and so stays exact; a malformed
 * one may not: where every character counts, use JSONL.
 */
export const csv: Format = {
  mediaType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  head: () => byteOrderMark + lines([[...columns]]),
  rows: (entries, meta) => lines(entries.map((entry) => columns.map((column) => cell(entry, column, meta)))),
  foot: () => '',
}

function cell(entry: Entry, column: (typeof columns)[number], meta: ExportMeta): string | number | null {
  if (column === 'at') return isoInZone(entry.at, meta.timeZone)
  if (column === 'bookmarkedAt') return entry.bookmark === undefined ? null : isoInZone(entry.bookmark.at, meta.timeZone)
  if (column === 'bookmarkNote') return entry.bookmark?.note ?? null
  return column === 'deviations' ? JSON.stringify(entry.deviations) : entry[column]
}

function lines(records: (string | number | null)[][]): string {
  return stringify(records, { record_delimiter: 'windows', quoted_string: true, escape_formulas: true })
}
