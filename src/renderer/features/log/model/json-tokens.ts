/** Pieces of a JSON text with their kind, for colouring. Joined they are the text again, character by character. */
export interface JsonToken {
  kind: 'key' | 'string' | 'number' | 'literal' | 'punctuation' | 'space'
  text: string
}

// A string may be cut off by the end of what is shown; it is taken to the end, so that no text takes long.
const pattern = /("(?:[^"\\]|\\[^])*"?)(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:]|\s+|[^]/g

export function jsonTokens(json: string): JsonToken[] {
  const tokens: JsonToken[] = []
  for (const [text, quoted, colon] of json.matchAll(pattern)) {
    if (quoted !== undefined && colon !== undefined) {
      tokens.push({ kind: 'key', text: quoted }, { kind: 'punctuation', text: colon })
    } else tokens.push({ kind: kindOf(text), text })
  }
  return tokens
}

function kindOf(text: string): JsonToken['kind'] {
  if (text.startsWith('"')) return 'string'
  if (/^(true|false|null)$/.test(text)) return 'literal'
  if (/^-?\d/.test(text)) return 'number'
  return /^\s/.test(text) ? 'space' : 'punctuation'
}
