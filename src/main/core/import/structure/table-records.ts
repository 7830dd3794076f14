/** One record of a table, as it stands in the file: one line, or several where a quoted cell has line ends. */
export interface TextRecord {
  text: string
  line: number
  /** Its quotes do not match. */
  broken: boolean
}

const mostLines = 5_000
const mostCharacters = 4 * 1024 * 1024

/** Joins lines to records: a record ends where the quotes in it are even. A quote that never closes does not swallow the file. */
export function recordCutter(onRecord: (record: TextRecord) => void): { line(line: string): void; end(): void } {
  let lines: string[] = []
  let characters = 0
  let odd = false
  let number = 0

  return {
    line(line) {
      number++
      if (lines.length === 0 && line.trim() === '') return
      lines.push(line)
      characters += line.length
      if (quotes(line) % 2 === 1) odd = !odd
      if (!odd) emit(false)
      else if (lines.length > mostLines || characters > mostCharacters) emit(true)
    },
    end: () => emit(odd),
  }

  function emit(broken: boolean): void {
    if (lines.length === 0) return
    const line = number - lines.length + 1
    // Of a broken record each line may be one of its own.
    if (broken)
      for (const [index, text] of lines.entries())
        onRecord({ text: withoutReturn(text), line: line + index, broken: quotes(text) % 2 === 1 })
    else onRecord({ text: withoutReturn(lines.join('\n')), line, broken })
    lines = []
    characters = 0
    odd = false
  }
}

/** A line end inside of a quoted cell is part of it; that of the record is not. */
function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text
}

function quotes(line: string): number {
  let count = 0
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) count++
  return count
}
