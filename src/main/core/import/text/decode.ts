import { isUtf8 } from 'node:buffer'

/** A line longer than this is decoded in pieces, so that a file without line ends needs no more memory than another. */
const pieceBytes = 1024 * 1024
const lineFeed = 10

/**
 * Bytes as text, in pieces that end wherever it suits. UTF-16 is known by its byte order mark or by its zero bytes; of
 * everything else, each line is UTF-8 where it is valid as such and ISO 8859-1 where it is not, so that no byte is lost.
 * The same bytes give the same text however they come in.
 */
export async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const source = bytes[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  let ended = false
  while (head.length < 4 && !ended) {
    const next = await source.next()
    if (next.done === true) ended = true
    else head = Buffer.concat([head, next.value])
  }
  const wide = wideEncoding(head)
  if (wide !== null) {
    const decoder = new TextDecoder(wide)
    yield decoder.decode(head, { stream: true })
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield decoder.decode(next.value, { stream: true })
    yield decoder.decode()
    return
  }

  let rest: Buffer = head.length >= 3 && head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head
  for (let next = await source.next(); next.done !== true; next = await source.next()) {
    rest = rest.length === 0 ? asBuffer(next.value) : Buffer.concat([rest, next.value])
    const { text, used } = take(rest, false)
    if (text !== '') yield text
    rest = rest.subarray(used)
  }
  const { text } = take(rest, true)
  if (text !== '') yield text
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function wideEncoding(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head.length < 4) return null
  // Logs begin with ASCII: every other byte of it is zero in UTF-16.
  if (head[1] === 0 && head[3] === 0 && head[0] !== 0 && head[2] !== 0) return 'utf-16le'
  return head[0] === 0 && head[2] === 0 && head[1] !== 0 && head[3] !== 0 ? 'utf-16be' : null
}

/** As many whole lines as there are; of a line that is too long, whole pieces. */
function take(bytes: Buffer, all: boolean): { text: string; used: number } {
  const lastLine = all ? bytes.length : bytes.lastIndexOf(lineFeed) + 1
  let text = lines(bytes.subarray(0, lastLine))
  let used = lastLine
  while (bytes.length - used > pieceBytes) {
    const end = boundary(bytes, used + pieceBytes)
    text += one(bytes.subarray(used, end))
    used = end
  }
  return { text, used }
}

function lines(bytes: Buffer): string {
  if (bytes.length === 0) return ''
  let from = 0
  if (bytes.length <= pieceBytes && isUtf8(bytes)) return bytes.toString('utf8')
  let text = ''
  while (from < bytes.length) {
    const found = bytes.indexOf(lineFeed, from)
    const lineEnd = found === -1 ? bytes.length : found + 1
    const end = lineEnd - from > pieceBytes ? boundary(bytes, from + pieceBytes) : lineEnd
    text += one(bytes.subarray(from, end))
    from = end
  }
  return text
}

function one(bytes: Buffer): string {
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1')
}

/** Where a character begins, at `at` or up to three bytes before it. */
function boundary(bytes: Buffer, at: number): number {
  let end = at
  while (end > at - 3 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--
  return end
}
