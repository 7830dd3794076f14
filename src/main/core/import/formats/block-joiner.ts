import type { Draft, Joiner } from './format.ts'

/** A block that never ends must not swallow the file. */
const mostLines = 20_000
const mostCharacters = 4_000_000

export interface Block {
  starts: RegExp
  /** Text in the block's last line. */
  ends: string
  /** Reads a whole block; `line` is the number of its first line. */
  read: (source: string, line: number) => Draft
}

/** Joins the lines of blocks such as the rows of a table in HTML. */
export function blockJoiner({ starts, ends, read }: Block): Joiner {
  let lines: string[] = []
  let first = 0
  let characters = 0
  return {
    line(line, number) {
      if (lines.length === 0) {
        if (!starts.test(line)) return { taken: false, drafts: [] }
        first = number
        characters = 0
      }
      lines.push(line)
      characters += line.length
      const full = lines.length >= mostLines || characters >= mostCharacters
      return { taken: true, drafts: full || line.includes(ends) ? close() : [] }
    },
    end: () => (lines.length === 0 ? [] : close()),
  }

  function close(): Draft[] {
    const source = lines.join('\n')
    lines = []
    return [read(source, first)]
  }
}
