/** Where a value stands: the property that it belongs to, and the property of the object around that. */
export interface Place {
  key: string | null
  parent: string | null
  /** The object that it stands in, by a number of its own, and the one around that; null where there is none. */
  object: number | null
  around: number | null
}

/** What to put in place of a value; the same text leaves it exactly as it was. */
export interface Visitor {
  /** A string's decoded text. */
  string(text: string, place: Place): string
  /** Anything outside of double quotes: a number, a literal, or what a malformed text holds there. Written as returned. */
  bare(text: string, place: Place): string
  /** A property's name in double quotes, decoded. */
  name?: (text: string) => string
  /** An object begins, or ends: what is between belongs to it, however deep. */
  opened?(object: number): void
  closed?(object: number): void
}

/**
 * JSON may be written in a string of JSON, and so on. Deeper, a text is not taken apart: what is well formed doubles its backslashes
 * with each level, and what is not would be walked again from each of its quotes.
 */
export const deepestInside = 6

/** The beginning of a string, a mark, a run of anything else, or space. */
const token = /["{}[\]:,]|[^"{}[\]:,\s]+|\s+/y
const colon = /\s*:/y
const quote = 34
const backslash = 92

/**
 * Goes through the values of a JSON text and replaces some. Everything else stays byte by byte, and a text that is not
 * JSON, or only nearly, is walked as far as it resembles some: frames are shown exactly as they came.
 */
export function walkJson(text: string, visitor: Visitor): string {
  const parents: (string | null)[] = []
  // One stack for the whole walk: a charger may nest half a million deep.
  const objects: number[] = []
  let opened = 0
  let key: string | null = null
  let done = 0
  let shown = ''
  const put = (start: number, end: number, written: string): void => {
    if (written === text.slice(start, end)) return
    shown += text.slice(done, start) + written
    done = end
  }
  for (let at = 0, end = 0; at < text.length; at = end) {
    token.lastIndex = at
    const [found = ''] = token.exec(text) ?? []
    // A regular expression for strings would run out of memory in one of a million escapes.
    end = found === '"' ? stringEnd(text, at) : at + found.length
    switch (found) {
      case '{':
        parents.push(key)
        objects.push(++opened)
        visitor.opened?.(opened)
        key = null
        continue
      case '}': {
        key = parents.pop() ?? null
        const closed = objects.pop()
        if (closed !== undefined) visitor.closed?.(closed)
        continue
      }
      case '[':
      case ']':
      case ':':
      case ',':
        continue
      default:
    }
    if (found.trim() === '') continue
    const quoted = found === '"'
    const piece = quoted ? text.slice(at, end) : found
    colon.lastIndex = end
    if (colon.test(text) && (quoted || !piece.includes('='))) {
      key = quoted ? decode(piece).text : piece.replaceAll("'", '')
      if (quoted && visitor.name !== undefined) put(at, end, replaceString(piece, visitor.name))
      continue
    }
    const place = { key, parent: parents.at(-1) ?? null, object: objects.at(-1) ?? null, around: objects.at(-2) ?? null }
    put(at, end, quoted ? replaceString(piece, (value) => visitor.string(value, place)) : visitor.bare(piece, place))
  }
  return done === 0 ? text : shown + text.slice(done)
}

/** Where a string ends that begins at a quote; the text's end where it is cut off. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) return at + 1
    if (code === backslash) at++
  }
  return text.length
}

function replaceString(piece: string, replace: (text: string) => string): string {
  const { text, escaped, closed } = decode(piece)
  const replaced = replace(text)
  if (replaced === text) return piece
  const written = escaped ? JSON.stringify(replaced) : `"${replaced}"`
  return closed ? written : written.slice(0, -1)
}

/** The text that a string literal stands for; of a broken one, what is between its quotes. */
function decode(piece: string): { text: string; escaped: boolean; closed: boolean } {
  const closed = isClosed(piece)
  const whole = closed ? piece : `${piece}"`
  // Asked before: a text may be made of a million broken ones, and an exception each would take a minute.
  return isString(whole)
    ? { text: String(JSON.parse(whole)), escaped: true, closed }
    : { text: piece.slice(1, closed ? -1 : undefined), escaped: false, closed }
}

const afterBackslash = /["\\/bfnrt]|u[\da-fA-F]{4}/y
const firstPrintable = 32

/** Whether what is between two quotes is escaped as JSON wants it. */
function isString(piece: string): boolean {
  for (let at = 1; at < piece.length - 1; at++) {
    const code = piece.charCodeAt(at)
    if (code < firstPrintable) return false
    if (code !== backslash) continue
    afterBackslash.lastIndex = at + 1
    const [escape] = afterBackslash.exec(piece) ?? []
    if (escape === undefined || at + escape.length >= piece.length - 1) return false
    at += escape.length
  }
  return piece.length > 1
}

function isClosed(piece: string): boolean {
  if (piece.length < 2 || !piece.endsWith('"')) return false
  let at = piece.length - 2
  while (at > 0 && piece.charCodeAt(at) === backslash) at--
  return (piece.length - at) % 2 === 0
}
