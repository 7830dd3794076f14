/** Cuts text that comes in pieces into lines, without their ends (LF or CRLF; `keepReturns` leaves the CR). */
export function lineCutter(onLine: (line: string) => void, keepReturns: boolean = false): { push(text: string): void; end(): void } {
  let rest = ''
  const cut = keepReturns ? onLine : (line: string): void => onLine(withoutReturn(line))
  return {
    push(text) {
      let from = 0
      let end = text.indexOf('\n')
      if (end === -1) {
        rest += text
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
