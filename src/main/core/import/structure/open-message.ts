import type { Draft, DraftFrame } from '../formats/format.ts'
import { frameOf } from '../formats/put-together.ts'
import { isFrameAt, jsonEnd } from '../text/json-end.ts'
import type { HeadOfLine } from './heads.ts'

/** More than any charger sends; a bracket that never closes must not swallow the file. */
const mostLines = 20_000
const mostCharacters = 8 * 1024 * 1024

/** A message whose head has been read, and whose JSON may go on in the lines that follow. */
export interface OpenMessage {
  head: HeadOfLine
  number: number
  /** The lines as they stand in the file. */
  lines: string[]
  /** What of them belongs to the message: from its first bracket on, without what a collector puts before each line. */
  text: string
}

export type Progress =
  | { is: 'complete'; draft: Draft; rest: string }
  /** Its end is still to come. */
  | { is: 'open' }
  /** It never was a message, or is too long for one. */
  | { is: 'none' }

export function openMessage(head: HeadOfLine, line: string, number: number): OpenMessage {
  return { head, number, lines: [line], text: head.text.slice(head.from, head.to) }
}

/** Takes one more line. `plain` is the line without what a collector puts before it. */
export function addLine(open: OpenMessage, line: string, plain: string): void {
  open.lines.push(line)
  open.text = open.text.trim() === '' ? plain : `${open.text}\n${plain}`
}

/** How far it has come. What follows the message in its last line comes back as `rest`. */
export function progressOf(open: OpenMessage): Progress {
  const { head, text } = open
  const start = text.length - text.trimStart().length
  if (start === text.length) return open.lines.length > 3 ? { is: 'none' } : { is: 'open' }
  const bracket = text[start]
  if (head.payloadOf !== undefined ? bracket !== '{' : bracket !== '[') return { is: 'none' }
  const end = jsonEnd(text, start)
  if (end === -1) return open.lines.length > mostLines || text.length > mostCharacters ? { is: 'none' } : { is: 'open' }
  const raw = text.slice(start, end)
  const frame = head.payloadOf === undefined ? { raw } : frameOf({ ...head.payloadOf, payload: raw })
  if (frame === null || (head.sure !== true && head.payloadOf === undefined && !isFrameAt(raw, 0))) return { is: 'none' }
  // Positions in an unwrapped text say nothing about the line: then what follows is not looked at.
  const last = open.lines.at(-1) ?? ''
  const follows = head.to === undefined ? text.slice(end) : ''
  const rest = follows.trim() !== '' && last.endsWith(follows) ? follows : ''
  if (rest !== '') open.lines[open.lines.length - 1] = last.slice(0, last.length - rest.length)
  return { is: 'complete', draft: { ...draftOf(open), ...frame }, rest }
}

/** The message as far as it goes, where the log says without doubt that it is one. */
export function brokenMessage(open: OpenMessage): DraftFrame | null {
  const raw = open.text.trim()
  return open.head.sure === true && raw !== '' ? { ...draftOf(open), raw } : null
}

function draftOf({ head, number, lines }: OpenMessage): DraftFrame {
  return {
    kind: 'frame',
    format: head.format.id,
    moment: head.moment,
    chargerId: head.chargerId ?? null,
    direction: head.direction ?? null,
    raw: '',
    line: number,
    source: lines.join('\n'),
    ...(head.connectionHint === undefined ? {} : { connectionHint: head.connectionHint }),
    ...(head.protocol === undefined ? {} : { protocol: head.protocol }),
  }
}
