const quote = 34
const backslash = 92

/**
 * Where the JSON value ends that begins at `from` with `[` or `{`: the index after its last bracket; -1 where the text ends
 * before. It counts brackets outside of strings, so that it also finds the end of what is JSON only nearly.
 */
export function jsonEnd(text: string, from: number): number {
  return jsonScanner().feed(text, from)
}

/**
 * The same for a value that comes in pieces: `feed` gives the index in the piece after the value's last bracket, or -1 as long
 * as it goes on. Each piece is looked at once, however many there are.
 */
export function jsonScanner(): { feed(piece: string, from?: number): number } {
  let depth = 0
  let inString = false
  return {
    feed(piece, from = 0) {
      let at = from
      if (inString) {
        // A backslash cannot be the last character of a piece: pieces are whole lines, and a line end is no part of an escape.
        const end = stringEnd(piece, from - 1)
        if (end === -1) return -1
        inString = false
        at = end + 1
      }
      for (; at < piece.length; at++) {
        switch (piece.charCodeAt(at)) {
          case quote:
            at = stringEnd(piece, at)
            if (at === -1) {
              inString = true
              return -1
            }
            break
          case 91:
          case 123:
            depth++
            break
          case 93:
          case 125:
            if (--depth <= 0) return at + 1
            break
          default:
        }
      }
      return -1
    },
  }
}

/** The index of the quote that closes the string which the quote at `from` opens; -1 where none does. */
export function stringEnd(text: string, from: number): number {
  let end = text.indexOf('"', from + 1)
  while (end !== -1) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes++
    if (slashes % 2 === 0) return end
    end = text.indexOf('"', end + 1)
  }
  return -1
}

/** The beginning of an OCPP frame: a message type (OCPP-J 1.6 §4.2, OCPP 2.1 part 4 §4.2) and a message id. */
const frameStart = /\[\s*"?[2-6]"?\s*,\s*(?:"|-?\d)/g
const frameHere = /\[\s*"?[2-6]"?\s*,\s*(?:"|-?\d|$)/y

/** Where the next frame begins, or -1. */
export function findFrame(text: string, from: number = 0): number {
  frameStart.lastIndex = from
  return frameStart.exec(text)?.index ?? -1
}

/** Whether a frame begins exactly here. */
export function isFrameAt(text: string, at: number): boolean {
  frameHere.lastIndex = at
  return frameHere.test(text)
}
