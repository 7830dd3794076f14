/** A stretch of text as it is, or one character that cannot be seen, with its name. */
export interface TextPiece {
  text: string
  hidden: string | null
}

/** C0 and C1 controls, byte order mark, zero-width and direction characters: what a screen would swallow or obey. */
// oxlint-disable-next-line no-control-regex -- finding control characters is what it is for
const unseen = /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g

/** Splits a raw text so that characters which cannot be seen are shown: `␀`, `␛`, `⟨U+202E⟩`. */
export function visiblePieces(raw: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let from = 0
  for (const match of raw.matchAll(unseen)) {
    if (match.index > from) pieces.push({ text: raw.slice(from, match.index), hidden: null })
    pieces.push({ text: symbol(match[0].codePointAt(0)!), hidden: match[0] })
    from = match.index + match[0].length
  }
  if (from < raw.length) pieces.push({ text: raw.slice(from), hidden: null })
  return pieces
}

/** A text on one line, for rows: what cannot be seen becomes its symbol. */
export function visibleLine(raw: string): string {
  return raw.replace(unseen, (character) => symbol(character.codePointAt(0)!))
}

function symbol(code: number): string {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
}
