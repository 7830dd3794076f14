/** Headers of WebSocket frames (RFC 6455 §5.2): two bytes, an extended length of 0, 2 or 8, and a masking key of 0 or 4. */

const MASKED = 0x80
const NO_KEY = Buffer.alloc(4)

/** Bytes of the header that begins at `at`; 2 where not even those are there. */
export function headerSize(bytes: Uint8Array, at: number): number {
  if (at + 2 > bytes.length) return 2
  const second = bytes[at + 1] ?? 0
  const short = second & 0x7f
  return 2 + (short === 126 ? 2 : short === 127 ? 8 : 0) + (second >= MASKED ? 4 : 0)
}

/** Length of the payload in bytes, at most 2^53 - 1. */
export function payloadLength(bytes: Buffer, at: number): number {
  const short = (bytes[at + 1] ?? 0) & 0x7f
  if (short < 126) return short
  if (short === 126) return bytes.readUInt16BE(at + 2)
  return Math.min(bytes.readUInt32BE(at + 2) * 2 ** 32 + bytes.readUInt32BE(at + 6), Number.MAX_SAFE_INTEGER)
}

/** @param key the masking key; all zeros, which changes no byte, where the payload is not masked */
export function headerOf(first: number, masked: boolean, length: number, key: Uint8Array | null = null): Buffer {
  const mask = masked ? MASKED : 0
  const extended = length < 126 ? 0 : length < 2 ** 16 ? 2 : 8
  const header = Buffer.alloc(2 + extended)
  header[0] = first
  header[1] = mask | (extended === 0 ? length : extended === 2 ? 126 : 127)
  if (extended === 2) header.writeUInt16BE(length, 2)
  if (extended === 8) header.writeBigUInt64BE(BigInt(length), 2)
  return masked ? Buffer.concat([header, key ?? NO_KEY]) : header
}
