import type { Draft, DraftFrame } from '../formats/format.ts'
import { frameOf } from '../formats/put-together.ts'
import { findFrame, isFrameAt, jsonScanner } from '../text/json-end.ts'
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
  /** What of them belongs to the message, without what a collector puts before each line. */
  texts: string[]
  characters: number
  scanner: ReturnType<typeof jsonScanner>
  /** Where in the last of the texts the message ends; -1 while it goes on. */
  end: number
}

export type Progress =
  | { is: 'complete'; draft: Draft; rest: string }
  /** Its end is still to come. */
  | { is: 'open' }
  /** It never was a message, or is too long for one. */
  | { is: 'none' }

export function openMessage(head: HeadOfLine, line: string, number: number): OpenMessage {
  const open: OpenMessage = { head, number, lines: [line], texts: [], characters: 0, scanner: jsonScanner(), end: -1 }
  addText(open, head.text.slice(head.from, head.to))
  return open
}

/** Takes one more line. `plain` is the line without what a collector puts before it. */
export function addLine(open: OpenMessage, line: string, plain: string): void {
  open.lines.push(line)
  addText(open, plain)
}

/** Whether anything of the message itself has come. */
export function isBegun(open: OpenMessage): boolean {
  return open.texts.length > 0
}

function addText(open: OpenMessage, text: string): void {
  if (open.texts.length === 0 && text.trim() === '') return
  open.texts.push(open.texts.length === 0 ? text.trimStart() : text)
  open.characters += text.length
  const bracket = open.texts[0]?.[0]
  if (bracket === '[' || bracket === '{') open.end = open.scanner.feed(open.texts.at(-1) ?? '')
}

/** How far it has come. What follows the message in its last line comes back as `rest`. */
export function progressOf(open: OpenMessage): Progress {
  const { head, texts, end } = open
  const bracket = texts[0]?.[0]
  if (bracket === undefined) return open.lines.length > 3 ? { is: 'none' } : { is: 'open' }
  if (bracket !== (head.payloadOf === undefined ? '[' : '{')) return { is: 'none' }
  if (end === -1) return open.lines.length > mostLines || open.characters > mostCharacters ? { is: 'none' } : { is: 'open' }
  const lastText = texts.at(-1) ?? ''
  const upTo = stopAt(lastText, end, texts.length === 1)
  const raw = [...texts.slice(0, -1), lastText.slice(0, upTo)].join('\n')
  const frame = head.payloadOf === undefined ? { raw } : fromPayload(head.payloadOf, raw)
  if (frame === null || (head.sure !== true && head.payloadOf === undefined && !isFrameAt(raw, 0))) return { is: 'none' }
  // Positions in an unwrapped text say nothing about the line: then what follows is not looked at.
  const last = open.lines.at(-1) ?? ''
  const follows = head.to === undefined ? lastText.slice(upTo) : ''
  const rest = follows.trim() !== '' && last.endsWith(follows) ? follows : ''
  if (rest !== '') open.lines[open.lines.length - 1] = last.slice(0, last.length - rest.length)
  return { is: 'complete', draft: { ...draftOf(open), ...frame }, rest }
}

/**
 * Where a message of one line ends. Brackets of broken JSON may close too early: then all of the line belongs to it, if that
 * ends as a message does and no other one begins in it.
 */
function stopAt(text: string, end: number, alone: boolean): number {
  const rest = text.slice(end).trimEnd()
  if (!alone || !(rest.endsWith(']') || rest.endsWith('}')) || findFrame(rest) !== -1 || isJson(text.slice(0, end))) return end
  return end + rest.length
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function fromPayload(told: NonNullable<HeadOfLine['payloadOf']>, payload: string): ReturnType<typeof frameOf> {
  const id = told.messageId === undefined ? {} : { messageId: JSON.stringify(told.messageId) }
  return frameOf({ type: told.type, action: told.action, payload, error: payload, ...id })
}

/** The message as far as it goes, where the log says without doubt that it is one. */
export function brokenMessage(open: OpenMessage): DraftFrame | null {
  const raw = open.texts.join('\n').trim()
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
