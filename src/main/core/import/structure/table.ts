import { parse } from 'csv-parse/sync'
import { ownEntry } from '../formats/chargebench.ts'
import { ownTable, otherTable } from '../formats/catalogue.ts'
import type { Draft } from '../formats/format.ts'
import { lineCutter } from '../text/lines.ts'
import type { ColumnMap } from '../types.ts'
import { folder } from './fold.ts'
import type { Reader } from './reader.ts'
import { recordCutter, type TextRecord } from './table-records.ts'
import { rowReader } from './table-row.ts'

/** Records that are parsed together: parsing each alone takes ten times as long. */
const together = 500

export interface TableShape {
  delimiter: string
  header: string[]
}

/** Cells of the records, one row a record; null in place of a record that is no row. */
export function cellsOf(records: readonly string[], delimiter: string): (string[] | null)[] {
  const all = parsed(records.join('\n'), delimiter)
  if (all !== null && all.length === records.length) return all
  return records.map((record) => parsed(record, delimiter)?.[0] ?? null)
}

function parsed(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { delimiter, record_delimiter: '\n', relax_quotes: true, relax_column_count: true, skip_empty_lines: true })
  } catch {
    return null
  }
}

/** Reads a table; its first record is the header. Rows that hold no message come out as text. */
export function tableReader({ delimiter, header }: TableShape, columns: ColumnMap): Reader {
  const drafts: Draft[] = []
  const fold = folder(drafts)
  const own = isOwnHeader(header)
  const row = rowReader(header, columns)
  let waiting: TextRecord[] = []
  let headerSeen = false
  const records = recordCutter((record) => {
    waiting.push(record)
    if (waiting.length >= together) read()
  })
  const cutter = lineCutter((line) => records.line(line), true)

  return {
    push(text) {
      cutter.push(text)
      return drafts.splice(0)
    },
    end() {
      cutter.end()
      records.end()
      read()
      fold.flush()
      return drafts.splice(0)
    },
  }

  function read(): void {
    const now = waiting
    waiting = []
    const cells = cellsOf(
      now.map((record) => record.text),
      delimiter,
    )
    for (const [index, record] of now.entries()) one(record, cells[index] ?? null)
  }

  function one(record: TextRecord, cells: string[] | null): void {
    if (record.broken) return fold.text(record.text, record.line, 'csv', 'a row whose quotes do not match')
    if (!headerSeen) {
      headerSeen = true
      return fold.text(record.text, record.line, 'csv', 'the table’s header')
    }
    const found = cells === null ? [] : own ? ownRow(header, cells) : row(cells)
    if (found.length === 0) return fold.text(record.text, record.line, 'csv', 'a row without an OCPP message')
    const format = own ? ownTable.id : otherTable.id
    for (const [index, reading] of found.entries()) {
      fold.add({ direction: null, ...reading, format, line: record.line, source: index === 0 ? record.text : '' })
    }
  }
}

/** Our own CSV export: what its columns leave out has no value. */
export function isOwnHeader(header: readonly string[]): boolean {
  return ['seq', 'at', 'chargerId', 'kind', 'category', 'raw', 'severity'].every((name) => header.includes(name))
}

const numbers = new Set(['seq', 'connectionId', 'latencyMs', 'connectorId', 'sessionId', 'answers', 'reportedAt', 'correctedAt'])
/** What a spreadsheet would take for a formula has an apostrophe before it (see core/export/formats/csv.ts). */
const escapedFormula = /^'(?=[=+\-@\t\r＝＋－＠])/

function ownRow(header: readonly string[], cells: readonly string[]): ReturnType<ReturnType<typeof rowReader>> {
  const value: Record<string, unknown> = {}
  for (const [index, name] of header.entries()) {
    const cell = (cells[index] ?? '').replace(escapedFormula, '')
    if (numbers.has(name)) value[name] = cell === '' ? null : Number(cell)
    else if (name === 'deviations') value[name] = cell === '' ? [] : (jsonOrNull(cell) ?? [])
    else value[name] = cell === '' && !emptyTexts.has(name) ? null : cell
  }
  return ownEntry(value) ?? []
}

const emptyTexts = new Set(['raw', 'summary', 'chargerId'])

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
