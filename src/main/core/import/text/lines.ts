/** Far more than any message has. A file without line ends is cut there, so that its memory stays bounded. */
const longestLine = 8 * 1024 * 1024

/** Cuts text that comes in pieces into lines, without their ends (LF or CRLF; `keepReturns` leaves the CR). */
export function lineCutter(onLine: (line: string) => void, keepReturns: boolean = false): { push(text: string): void; end(): void } {
  let rest = ''
  const give = keepReturns ? onLine : (line: string): void => onLine(withoutReturn(line))
  const cut = (line: string): void => {
    let from = 0
    for (; line.length - from > longestLine; from += longestLine) onLine(line.slice(from, from + longestLine))
    give(from === 0 ? line : line.slice(from))
  }
  return {
    push(text) {
      let from = 0
      let end = text.indexOf('\n')
      if (end === -1) {
        rest += text
        for (; rest.length > longestLine; rest = rest.slice(longestLine)) onLine(rest.slice(0, longestLine))
        return
      }
      if (rest !== '') {
        cut(rest + text.slice(0, end))
        rest = ''
        from = end + 1
        end = text.indexOf('\n', from)
      }
      while (end !== -1) {
        cut(text.slice(from, end))
        from = end + 1
        end = text.indexOf('\n', from)
      }
      rest = text.slice(from)
    },
    /** The last line, where the file does not end with a line end. */
    end() {
      const last = rest
      rest = ''
      if (last !== '') cut(last)
    },
  }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
