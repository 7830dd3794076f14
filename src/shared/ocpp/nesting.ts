const quote = 0x22
const backslash = 0x5c
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d]

/** Whether a JSON text nests deeper than so many levels: lists and objects in one another, brackets in strings not counted. */
export function nestsDeeper(text: string, levels: number): boolean {
  // Each level takes two characters at least, unless it is never closed, and then the text is no JSON.
  if (text.length < 2 * levels) return false
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (inString) {
      if (code === backslash) index += 1
      else if (code === quote) inString = false
    } else if (code === quote) inString = true
    else if (code === openList || code === openObject) {
      depth += 1
      if (depth > levels) return true
    } else if (code === closeList || code === closeObject) depth -= 1
  }
  return false
}
