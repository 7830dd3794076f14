import type { Draft, LogFormat } from '../formats/format.ts'
import { chargerIn } from '../formats/words.ts'
import { isFrameAt } from '../text/json-end.ts'
import { readObject } from './heads.ts'
import { folder } from './fold.ts'
import type { Reader } from './reader.ts'

/** What is between records and longer than this is text of its own, not the commas and brackets around them. */
const separators = /^[\s,[\]{}]*$/

/**
 * At which depth of brackets the records of a JSON document stand: those of the outermost array that has objects or frames,
 * or the document itself. Null where the text is no document of several lines or records.
 */
export function recordDepth(sample: string): number | null {
  const opened: string[] = []
  for (let at = 0; at < sample.length; at++) {
    const character = sample[at] ?? ''
    if (character === '"') {
      at = closingQuote(sample, at)
      if (at === -1) return null
    } else if (character === '[' || character === '{') {
      if (opened.length > 0 && opened.at(-1) === '[' && (character === '{' || isFrameAt(sample, at))) return opened.length
      if (opened.length === 0 && character === '[' && isFrameAt(sample, at)) return 0
      opened.push(character)
    } else if (character === ']' || character === '}') {
      opened.pop()
      if (opened.length === 0) return 0
    } else if (opened.length === 0 && character.trim() !== '') return null
  }
  return null
}

function closingQuote(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  return -1
}

/** A record that never ends must not swallow the file. */
const longestRecord = 16 * 1024 * 1024

/**
 * Reads a JSON document record by record, whatever its size: `depth` is where the records stand. What is around them and is
 * more than brackets and commas comes out as text.
 */
export function jsonReader(depth: number, main: LogFormat | null): Reader {
  const drafts: Draft[] = []
  const fold = folder(drafts)
  /** The piece that is being read: a record, or what is between two. */
  let parts: string[] = []
  let inRecord = false
  let pendingSource = ''
  /** Of the last record: the brackets after it are still to come. */
  let held: Draft[] = []
  /** What the text around the records calls the charger. */
  let charger: string | null = null
  let pieceLine = 1
  let line = 1
  let open = 0
  let inString = false
  let escaped = false
  /** Characters of the record in the texts before this one. */
  let recordCharacters = 0

  return {
    push(text) {
      scan(text)
      return drafts.splice(0)
    },
    end() {
      const rest = pendingSource + parts.join('')
      parts = []
      pendingSource = ''
      const last = held.at(-1)
      if (!inRecord && separators.test(rest) && last !== undefined) last.source += rest.trimEnd()
      else texts(rest, inRecord ? 'the file ends in the middle of this record' : 'no OCPP message in it')
      release()
      fold.flush()
      return drafts.splice(0)
    },
  }

  function scan(text: string): void {
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 10) line++
      if (inRecord && recordCharacters + at - from >= longestRecord) {
        parts.push(text.slice(from, at))
        from = at
        giveUp()
      }
      if (inString) {
        if (escaped) escaped = false
        else if (code === 92) escaped = true
        else if (code === 34) inString = false
        continue
      }
      if (code === 34) inString = true
      else if (code === 91 || code === 123) {
        if (!inRecord && open === depth) {
          parts.push(text.slice(from, at))
          between()
          from = at
          inRecord = true
          pieceLine = line
        }
        open++
      } else if (code === 93 || code === 125) {
        open = Math.max(0, open - 1)
        if (inRecord && open === depth) {
          parts.push(text.slice(from, at + 1))
          from = at + 1
          record(parts.join(''))
          parts = []
          recordCharacters = 0
          inRecord = false
          pieceLine = line
        }
      }
    }
    parts.push(text.slice(from))
    if (inRecord) recordCharacters += text.length - from
  }

  function giveUp(): void {
    texts(pendingSource + parts.join(''), 'a record that does not end')
    pendingSource = ''
    parts = []
    recordCharacters = 0
    inRecord = false
    inString = false
    escaped = false
    open = depth
    pieceLine = line
  }

  function between(): void {
    const text = parts.join('')
    parts = []
    if (separators.test(text)) {
      pendingSource = text.trim()
      return
    }
    charger ??= chargerIn(text)
    texts(text, 'no OCPP message in it')
  }

  function record(raw: string): void {
    const source = pendingSource === '' ? raw : `${pendingSource}\n${raw}`
    pendingSource = ''
    if (raw.startsWith('[') && isFrameAt(raw, 0)) {
      release()
      held = [{ kind: 'frame', format: 'bare-frames', moment: null, chargerId: charger, direction: null, raw, line: pieceLine, source }]
      return
    }
    const read = raw.startsWith('{') ? readObject(raw, main) : null
    if (read === null) {
      charger ??= chargerIn(raw)
      return texts(source, 'no OCPP message in it')
    }
    release()
    held = read.readings.map((reading, index) => ({
      direction: null,
      ...reading,
      chargerId: reading.chargerId ?? charger,
      format: read.format.id,
      line: pieceLine,
      source: index === 0 ? source : '',
    }))
  }

  function texts(text: string, why: string): void {
    if (text.trim() === '') return
    release()
    fold.text(text.trim(), pieceLine, 'unknown', why)
  }

  function release(): void {
    for (const draft of held) fold.add(draft)
    held = []
  }
}
