import { parseJson, writeJson } from './frame.ts'

/**
 * Deeper, indentation would be nearly all there is: a message of a few kilobytes can be nested so that it takes half a gigabyte,
 * which ends the page that shows it.
 */
const deepest = 100
const quote = 34
const backslash = 92

/** The text as indented JSON with all its digits; null where it is not JSON, or nested too deep to be read. */
export function indentedJson(text: string): string | null {
  if (isDeep(text)) return null
  try {
    return writeJson(parseJson(text.replace(/^\uFEFF/, '')), 2)
  } catch {
    return null
  }
}

function isDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) inString = !inString
    else if (inString && code === backslash) at++
    else if (!inString && isOpening(code) && ++depth > deepest) return true
    else if (!inString && isClosing(code)) depth--
  }
  return false
}

/** `[` and `{`. */
function isOpening(code: number): boolean {
  return code === 91 || code === 123
}

/** `]` and `}`. */
function isClosing(code: number): boolean {
  return code === 93 || code === 125
}
