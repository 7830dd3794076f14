import type { Draft, Joiner, LogFormat } from '../formats/format.ts'
import { findFrame, jsonScanner } from '../text/json-end.ts'
import { lineCutter } from '../text/lines.ts'
import { unwrap } from '../text/unwrap.ts'
import { folder } from './fold.ts'
import { beginsAnew, headInObject, isNoJson, headOf, readObject, type HeadOfLine } from './heads.ts'
import { addLine, brokenMessage, isBegun, openMessage, progressOf, type OpenMessage } from './open-message.ts'
import type { Reader } from './reader.ts'

const noMessage = 'no OCPP message in it'
const again = 'another line tells this message too'
/** Formats that may tell what the main one tells already. */
const echoes = new Set(['websockets', 'frame-in-line'])
const remembered = 64
const plainJson = /^(?:\s*["}\]]|\s+[{[\d-])/
const mostObjectLines = 20_000

/** A JSON object that goes on in the lines that follow. */
interface OpenObject {
  lines: string[]
  number: number
  scanner: ReturnType<typeof jsonScanner>
}

/**
 * Reads a log line by line. `main` is the format that it mostly has; every line that is none of it is offered to all others,
 * as logs are mixed. Whatever no format knows comes out as text.
 */
export function lineReader(main: LogFormat | null): Reader {
  const drafts: Draft[] = []
  const fold = folder(drafts)
  let number = 0
  let open: OpenMessage | null = null
  let object: OpenObject | null = null
  let joiner: Joiner | null = null
  const recent: string[] = []
  const cutter = lineCutter((line) => take(line, ++number))

  return {
    push(text) {
      cutter.push(text)
      return given()
    },
    end() {
      cutter.end()
      giveUpOpen(true)
      giveUpObject()
      if (joiner !== null) for (const draft of joiner.end()) addJoined(draft)
      fold.flush()
      return given()
    },
  }

  /** What is complete. Text that still folds stays, so that it is the same however the file comes in. */
  function given(): Draft[] {
    return drafts.splice(0)
  }

  function take(line: string, at: number): void {
    if (open !== null && continued(open, line)) return
    if (object !== null && continuedObject(object, line)) return
    if (joiner === null || !joined(joiner, line, at)) begin(line, at)
  }

  function joined(by: Joiner, line: string, at: number): boolean {
    const { taken, drafts: complete } = by.line(line, at)
    for (const draft of complete) addJoined(draft)
    return taken
  }

  function addJoined(draft: Draft): void {
    if (draft.kind === 'text') textLines(draft.source.split('\n'), draft.line, draft.format, draft.why)
    else fold.add(draft)
  }

  function textLines(lines: readonly string[], at: number, format: string, why: string): void {
    for (const [index, line] of lines.entries()) fold.text(line, at + index, format, why)
  }

  function begin(line: string, at: number): void {
    const start = firstCharacter(line)
    if (start === '') return
    if (start === '{') return beginObject(line, at)
    const head = headOf(line, main)
    if (head === null) return fold.text(line, at, 'unknown', noMessage)
    if (head.format.joiner !== undefined) {
      joiner ??= head.format.joiner()
      if (joined(joiner, line, at)) return
    }
    withHead(head, line, at)
  }

  function withHead(head: HeadOfLine, line: string, at: number): void {
    if (head.noMessage !== undefined) return fold.text(line, at, head.format.id, head.noMessage)
    if (head.event !== undefined) return fold.add(event(head, line, at))
    if (main !== null && main !== head.format && head.format.id === 'websockets') return fold.text(line, at, head.format.id, again)
    open = openMessage(head, line, at)
    settle()
  }

  /** Emits the open message if it is complete, and goes on with what follows it in its line. */
  function settle(): void {
    if (open === null) return
    const message = open
    const progress = progressOf(message)
    if (progress.is === 'open') return
    open = null
    if (progress.is === 'none') return giveUp(message, false)
    const { draft, rest } = progress
    if (rest !== '' && findFrame(rest) === -1) {
      draft.source += rest
      addFrame(draft)
    } else {
      addFrame(draft)
      if (rest !== '') begin(rest, message.number + message.lines.length - 1)
    }
  }

  function addFrame(draft: Draft): void {
    if (draft.kind === 'frame' && echoes.has(draft.format) && main?.id !== draft.format && recent.includes(draft.raw)) {
      return textLines(draft.source.split('\n'), draft.line, draft.format, again)
    }
    if (draft.kind === 'frame') {
      recent.push(draft.raw)
      if (recent.length > remembered) recent.shift()
    }
    fold.add(draft)
  }

  function continued(message: OpenMessage, line: string): boolean {
    // Most lines of pretty JSON cannot be anything else, and need no closer look.
    const plainly = plainJson.test(line)
    const text = plainly ? line : unwrap(line).text
    const blank = text.trim() === ''
    if ((blank && isBegun(message)) || (!plainly && !blank && (isNoJson(text) || beginsAnew(line, main)))) {
      giveUpOpen(false)
      return false
    }
    addLine(message, line, text)
    settle()
    return true
  }

  function giveUpOpen(atEnd: boolean): void {
    if (open === null) return
    const message = open
    open = null
    giveUp(message, atEnd)
  }

  /** What was taken for a message is none: its first line is one all the same if the log says so, the others are read anew. */
  function giveUp(message: OpenMessage, atEnd: boolean): void {
    const [first = '', ...others] = message.lines
    if (atEnd) {
      return textLines(message.lines, message.number, message.head.format.id, 'the file ends in the middle of this message')
    }
    const alone = openMessage(message.head, first, message.number)
    const broken = brokenMessage(alone)
    if (broken !== null) fold.add(broken)
    else fold.text(first, message.number, message.head.format.id, 'a message that is not complete')
    for (const [index, line] of others.entries()) textOrFrame(line, message.number + 1 + index)
  }

  function beginObject(line: string, at: number): void {
    const scanner = jsonScanner()
    const end = scanner.feed(line)
    if (end === -1) object = { lines: [line], number: at, scanner }
    else readWhole(line, end, [line], at)
  }

  function continuedObject(pending: OpenObject, line: string): boolean {
    const plain = line.trim()
    if (plain === '' || pending.lines.length > mostObjectLines || isNoJson(plain) || beginsAnew(line, main)) {
      giveUpObject()
      return false
    }
    pending.lines.push(line)
    const end = pending.scanner.feed(line)
    if (end !== -1) {
      object = null
      const before = pending.lines.slice(0, -1).reduce((length, one) => length + one.length + 1, 0)
      readWhole(pending.lines.join('\n'), before + end, pending.lines, pending.number)
    }
    return true
  }

  function giveUpObject(): void {
    if (object === null) return
    const { lines, number: at } = object
    object = null
    for (const [index, line] of lines.entries()) textOrFrame(line, at + index)
  }

  /** An object that ends at `end`; after it may stand a comma, as between the elements of an array. */
  function readWhole(text: string, end: number, lines: string[], at: number): void {
    const raw = text.slice(0, end).trimStart()
    const read = /^\s*,?\s*$/.test(text.slice(end)) ? readObject(raw, main) : null
    if (read === null) {
      const head = lines.length === 1 ? headInObject(raw, main) : null
      if (head !== null) return withHead(head, lines[0] ?? '', at)
      for (const [index, line] of lines.entries()) textOrFrame(line, at + index)
      return
    }
    const source = lines.join('\n')
    for (const [index, reading] of read.readings.entries()) {
      fold.add({ direction: null, ...reading, format: read.format.id, line: at, source: index === 0 ? source : '' })
    }
  }

  function textOrFrame(line: string, at: number): void {
    const head = headOf(line, main)
    if (head === null || head.event !== undefined || head.from >= head.text.length) return fold.text(line, at, 'unknown', noMessage)
    const message = openMessage(head, line, at)
    const progress = progressOf(message)
    if (progress.is !== 'complete') return fold.text(line, at, 'unknown', noMessage)
    progress.draft.source += progress.rest
    addFrame(progress.draft)
  }
}

function event(head: HeadOfLine, line: string, at: number): Draft {
  const { event: told } = head
  return {
    kind: told?.kind ?? 'notice',
    format: head.format.id,
    moment: head.moment,
    chargerId: head.chargerId ?? null,
    direction: null,
    raw: JSON.stringify(told?.raw ?? {}),
    line: at,
    source: line,
    ...(head.connectionHint === undefined ? {} : { connectionHint: head.connectionHint }),
  }
}

function firstCharacter(line: string): string {
  const first = line[0] ?? ''
  return first > ' ' && first < '\u007f' ? first : (line.trimStart()[0] ?? '')
}
