import type { Draft, LogFormat } from '../formats/format.ts'
import { catalogue, otherTable, ownTable } from '../formats/catalogue.ts'
import { dumpName } from '../formats/ocpp-core-dump.ts'
import { isFrameAt, jsonEnd } from '../text/json-end.ts'
import { readMoment } from '../time/moment.ts'
import type { Choices } from '../types.ts'
import { dumpReader, binaryReader } from './whole-file.ts'
import { readObject } from './heads.ts'
import { jsonReader, recordDepth } from './json-document.ts'
import { lineReader } from './lines.ts'
import type { Reader } from './reader.ts'
import { cellsOf, isOwnHeader, tableReader, type TableShape } from './table.ts'
import { guessColumns, type Guess } from './table-columns.ts'
import { recordCutter } from './table-records.ts'

/** How one file is built, by its beginning, and who reads it. */
export interface Shape {
  /** Id of the format that most of it has; null where no message was found. */
  format: string | null
  reader: () => Reader
  /** Where it is a table: its columns and what they seem to hold. */
  table?: { shape: TableShape; guess: Guess; rows: string[][] }
}

/** Looks at the beginning of a file. `complete` says that it is all of it. */
export function shapeOf(name: string, sample: string, complete: boolean, choices: Choices): Shape {
  const dump = dumpName(name)
  if (dump !== null) return { format: 'ocpp-core-dump', reader: () => dumpReader(dump) }
  if (isBinary(sample)) return { format: null, reader: () => binaryReader(name) }
  const chosen = catalogue.find(({ id }) => id === choices.format) ?? null
  const depth = documentDepth(sample)
  if (depth !== null) return document(sample, depth, complete, chosen)
  const table = chosen === null ? tableIn(sample, complete, guessColumns) : null
  if (table !== null) {
    const columns = choices.columns ?? table.guess.columns
    const format = isOwnHeader(table.shape.header) ? ownTable.id : otherTable.id
    return { format, table, reader: () => tableReader(table.shape, columns) }
  }
  const main = chosen ?? mainFormat(draftsOf(lineReader(null), sample, complete))
  const unclear = main === null ? tableIn(sample, complete, looseGuess) : null
  if (unclear !== null) return { format: otherTable.id, table: unclear, reader: () => tableReader(unclear.shape, choices.columns ?? {}) }
  return { format: main?.id ?? null, reader: () => lineReader(main) }
}

function document(sample: string, depth: number, complete: boolean, chosen: LogFormat | null): Shape {
  const main = chosen ?? mainFormat(draftsOf(jsonReader(depth, null), sample, complete))
  return { format: main?.id ?? null, reader: () => jsonReader(depth, main) }
}

/** What a reader makes of a sample; a last row that may only be begun is left out. */
export function draftsOf(reader: Reader, sample: string, complete: boolean): Draft[] {
  const whole = complete ? sample : sample.slice(0, sample.lastIndexOf('\n') + 1 || sample.length)
  const drafts = [...reader.push(whole), ...reader.end()]
  if (!complete && drafts.length > 1 && drafts.at(-1)?.kind === 'text') drafts.pop()
  return drafts
}

/** The format of most messages; of several with about as many, the most particular. */
function mainFormat(drafts: readonly Draft[]): LogFormat | null {
  const counts = new Map<string, number>()
  for (const { kind, format } of drafts) if (kind !== 'text') counts.set(format, (counts.get(format) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  if (most === 0) return null
  return catalogue.find(({ id }) => (counts.get(id) ?? 0) >= most / 2) ?? null
}

/** Whether it is one JSON value over many lines, or one of many records; then where these stand. */
function documentDepth(sample: string): number | null {
  const start = sample.length - sample.trimStart().length
  if (!/^(?:\[\s*(?:[[{"\]]|[2-6]\s*,)|\{\s*["}])/.test(sample.slice(start, start + 2_000))) return null
  const lineEnd = sample.indexOf('\n', start)
  const line = sample.slice(start, lineEnd === -1 ? undefined : lineEnd).trim()
  const whole = line.endsWith(',') ? line.slice(0, -1) : line
  // A whole message or record in its first line: then one follows in each line.
  if (isFrameAt(whole, 0) && jsonEnd(whole, 0) !== -1) return null
  if (whole.startsWith('{') && jsonEnd(whole, 0) === whole.length && readObject(whole, null) !== null) return null
  const depth = recordDepth(sample.slice(start))
  if (depth === 0 && whole.startsWith('{') && jsonEnd(whole, 0) !== -1) return null
  if (depth === 0 && whole.startsWith('[') && !isFrameAt(sample, start)) return null
  return depth
}

const delimiters = [',', ';', '\t', '|']
const mostRows = 100

function tableIn(sample: string, complete: boolean, guessOf: typeof guessColumns): NonNullable<Shape['table']> | null {
  const records: string[] = []
  const cutter = recordCutter(({ text, broken }) => {
    if (!broken) records.push(text)
  })
  const lines = sample.split('\n')
  if (!complete) lines.pop()
  for (const line of lines) {
    cutter.line(line)
    if (records.length > mostRows) break
  }
  if (complete) cutter.end()
  const [first, ...others] = records
  if (first === undefined || others.length === 0) return null
  for (const delimiter of delimiters.toSorted((one, other) => first.split(other).length - first.split(one).length)) {
    const header = cellsOf([first], delimiter)[0]?.map((cell) => cell.trim()) ?? []
    if (!isHeader(header)) continue
    const rows = cellsOf(others.slice(0, mostRows), delimiter).filter((row) => row !== null)
    const fitting = rows.filter((row) => Math.abs(row.length - header.length) <= 1)
    if (fitting.length < rows.length / 2) continue
    const guess = isOwnHeader(header) ? { columns: {}, plain: true } : guessOf(header, rows)
    if (guess !== null) return { shape: { delimiter, header }, guess, rows: rows.slice(0, 10) }
  }
  return null
}

/** A table that may hold messages in a way that nobody can guess: it has times, and rows that all fit. */
function looseGuess(header: readonly string[], rows: readonly (readonly string[])[]): Guess | null {
  if (header.length < 3 || rows.some((row) => row.length !== header.length)) return null
  const time = header.find((_, column) => rows.every((row) => readMoment(row[column] ?? '') !== null))
  return time === undefined ? null : { columns: { time }, plain: false }
}

function isHeader(cells: readonly string[]): boolean {
  if (cells.length < 2 || new Set(cells).size !== cells.length) return false
  return cells.every((cell) => cell.length > 0 && cell.length <= 60 && /^[\p{L}_#@][\p{L}\d _.()/#@:-]*$/u.test(cell))
}

function isBinary(sample: string): boolean {
  let zeros = 0
  for (let at = 0; at < sample.length && at < 8_192; at++) if (sample.charCodeAt(at) === 0) zeros++
  return zeros > 0 && zeros > Math.min(sample.length, 8_192) / 100
}
