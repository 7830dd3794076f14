import { jsonEnd, stringEnd } from './json-end.ts'

/**
 * The members of a JSON object as their exact texts, so that a frame inside of it stays as it was written. Null where the
 * text is no object; what comes twice counts the last time, as for JSON.parse.
 */
export function members(text: string, from: number = 0): Map<string, string> | null {
  let at = space(text, from)
  if (text[at] !== '{') return null
  const found = new Map<string, string>()
  at = space(text, at + 1)
  if (text[at] === '}') return found
  for (;;) {
    if (text[at] !== '"') return null
    const keyEnd = stringEnd(text, at)
    if (keyEnd === -1) return null
    const key = text.slice(at + 1, keyEnd)
    at = space(text, keyEnd + 1)
    if (text[at] !== ':') return null
    at = space(text, at + 1)
    const end = valueEnd(text, at)
    if (end === -1) return null
    found.set(key, text.slice(at, end))
    at = space(text, end)
    if (text[at] === '}') return found
    if (text[at] !== ',') return null
    at = space(text, at + 1)
  }
}

/** A JSON string's text; null for every other value, and for a broken one. */
export function stringOf(value: string | undefined): string | null {
  if (value === undefined || !value.startsWith('"')) return null
  if (!value.includes('\\')) return value.slice(1, -1)
  try {
    return JSON.parse(value) as string
  } catch {
    return null
  }
}

function valueEnd(text: string, at: number): number {
  switch (text[at]) {
    case '"': {
      const end = stringEnd(text, at)
      return end === -1 ? -1 : end + 1
    }
    case '{':
    case '[':
      return jsonEnd(text, at)
    default: {
      let end = at
      while (end < text.length && !',}] \t\r\n'.includes(text[end] ?? '')) end++
      return end === at ? -1 : end
    }
  }
}

function space(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) <= 32) at++
  return at
}
