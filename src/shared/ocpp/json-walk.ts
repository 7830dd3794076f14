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
  /** An object begins, or ends: what is between belongs to it, however deep. */
  opened?(object: number): void
  closed?(object: number): void
}

/** A string (perhaps cut off), a mark, a run of anything else, or space. */
const token = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)|[{}[\]:,]|[^"{}[\]:,\s]+|\s+/g
const colon = /\s*:/y

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
  return text.replace(token, (piece, at: number) => {
    switch (piece) {
      case '{':
        parents.push(key)
        objects.push(++opened)
        visitor.opened?.(opened)
        key = null
        return piece
      case '}': {
        key = parents.pop() ?? null
        const closed = objects.pop()
        if (closed !== undefined) visitor.closed?.(closed)
        return piece
      }
      case '[':
      case ']':
      case ':':
      case ',':
        return piece
      default:
    }
    if (piece.trim() === '') return piece
    const quoted = piece.startsWith('"')
    colon.lastIndex = at + piece.length
    if (colon.test(text) && (quoted || !piece.includes('='))) {
      key = quoted ? decode(piece).text : piece.replaceAll("'", '')
      return piece
    }
    const place = { key, parent: parents.at(-1) ?? null, object: objects.at(-1) ?? null, around: objects.at(-2) ?? null }
    return quoted ? replaceString(piece, place, visitor) : visitor.bare(piece, place)
  })
}

function replaceString(piece: string, place: Place, visitor: Visitor): string {
  const { text, escaped, closed } = decode(piece)
  const replaced = visitor.string(text, place)
  if (replaced === text) return piece
  const written = escaped ? JSON.stringify(replaced) : `"${replaced}"`
  return closed ? written : written.slice(0, -1)
}

/** The text that a string literal stands for; of a broken one, what is between its quotes. */
function decode(piece: string): { text: string; escaped: boolean; closed: boolean } {
  const closed = piece.length > 1 && /(?<!\\)(?:\\\\)*"$/.test(piece.slice(1))
  try {
    return { text: String(JSON.parse(closed ? piece : `${piece}"`)), escaped: true, closed }
  } catch {
    return { text: piece.slice(1, closed ? -1 : undefined), escaped: false, closed }
  }
}
