export interface HexLine {
  offset: string
  hex: string
  text: string
}

const perLine = 16

/** Bytes as a hex dump: offset, bytes, and the printable ASCII among them. */
export function hexLines(bytes: Uint8Array): HexLine[] {
  const lines: HexLine[] = []
  for (let from = 0; from < bytes.length; from += perLine) {
    const part = [...bytes.subarray(from, from + perLine)]
    lines.push({
      offset: from.toString(16).padStart(6, '0'),
      hex: part.map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
      text: part.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCodePoint(byte) : '.')).join(''),
    })
  }
  return lines
}

export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.codePointAt(0)!)
}
