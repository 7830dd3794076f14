import { catalogue } from '../formats/catalogue.ts'
import type { Head, LogFormat, Reading } from '../formats/format.ts'
import { bareFrames, frameInLine } from '../formats/frame-in-line.ts'
import { members, stringOf } from '../text/members.ts'
import { unwrap } from '../text/unwrap.ts'
import { findMoment, momentAt } from '../time/moment.ts'

const general = new Set([bareFrames, frameInLine])
const particular = catalogue.filter((format) => format.head !== undefined && !general.has(format))
const ofObjects = catalogue.filter((format) => format.object !== undefined)

/** A line whose head a format has read. */
export interface HeadOfLine extends Omit<Head, 'text'> {
  format: LogFormat
  /** The text that its positions count in: the line, or the application's part of it. */
  text: string
  /** Why it is no message, where the format says so. */
  noMessage?: string
}

/**
 * Offers a line to the format that the file mostly has, then to all others, as it is and without what a collector put
 * around it; at last to those that take any line with a message in it.
 */
export function headOf(line: string, main: LogFormat | null): HeadOfLine | null {
  if (main?.head !== undefined && !general.has(main)) {
    const head = among([main], line)
    if (head !== null) return head
  }
  const found = among(particular, line)
  if (found !== null) return found
  const { text, wrapper } = unwrap(line)
  const timed = (head: HeadOfLine | null): HeadOfLine | null =>
    head === null || wrapper === '' ? head : { ...head, moment: head.moment ?? findMoment(wrapper)?.moment ?? null }
  const inner = text === line ? null : timed(among(particular, text) ?? bare(text))
  if (inner !== null) return inner
  return bare(line) ?? among([frameInLine], line) ?? (text === line ? null : timed(among([frameInLine], text)))
}

/** How a line of a JSON text over several lines may begin. */
const jsonLine = /^\s*(?:["{}\],:]|\[\s*(?:["[{\d-]|$)|-?\d|true|false|null)/

/** Whether a line cannot be part of the JSON in the lines before it. `text` is it without what a collector put around. */
export function isNoJson(text: string): boolean {
  return !jsonLine.test(text) || momentAt(text, 0) !== null
}

/** Whether a line certainly begins something new, so that it cannot belong to the message before it. */
export function beginsAnew(line: string, main: LogFormat | null): boolean {
  if (main?.head !== undefined && !general.has(main) && among([main], line) !== null) return true
  return among(particular, line) !== null || (line.startsWith('[') && bare(line) !== null)
}

/** A head stands in the first characters of a line; so a line of megabytes costs no more than others. */
const longestHead = 8_192

function among(formats: readonly LogFormat[], line: string): HeadOfLine | null {
  const start = line.length > longestHead ? line.slice(0, longestHead) : line
  for (const format of formats) {
    const head = format.head?.(start) ?? null
    if (head !== null) return placed(head, format, line)
  }
  return null
}

function placed({ text, ...head }: Head, format: LogFormat, line: string): HeadOfLine {
  return { ...head, format, text: line, ...(text === undefined ? {} : { noMessage: text }) }
}

function bare(line: string): HeadOfLine | null {
  return among([bareFrames], line)
}

/** What a JSON object says, by the first format that knows it. */
export function readObject(raw: string, main: LogFormat | null): { format: LogFormat; readings: Reading[] } | null {
  const found = members(raw)
  if (found === null) return null
  const readings = main?.object?.(found, raw) ?? null
  if (main !== null && readings !== null) return { format: main, readings }
  for (const format of ofObjects) {
    const read = format.object?.(found, raw) ?? null
    if (read !== null) return { format, readings: read }
  }
  return null
}

const messageNames = ['msg', 'message', 'MESSAGE', 'log', 'line', 'text']
const timeNames = ['time', 'timestamp', '@timestamp', 'ts', '__REALTIME_TIMESTAMP']

/** A line of a log whose every line is a JSON object: the head of what its message says. */
export function headInObject(raw: string, main: LogFormat | null): HeadOfLine | null {
  const found = members(raw)
  if (found === null) return null
  for (const name of messageNames) {
    const text = stringOf(found.get(name))
    const head = text === null ? null : headOf(text.trimEnd(), main)
    if (head === null || (head.event === undefined && head.from >= head.text.length)) continue
    const time = timeNames.map((one) => found.get(one)).find((value) => value !== undefined)
    const moment = head.moment ?? (time === undefined ? null : (findMoment(stringOf(time) ?? time)?.moment ?? null))
    return { ...head, moment }
  }
  return null
}
