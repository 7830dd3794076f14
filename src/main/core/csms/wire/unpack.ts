import { constants, inflateRawSync } from 'node:zlib'

/** What permessage-deflate leaves out at the end of each message (RFC 7692 §7.2.2). */
const TAIL = Buffer.from([0x00, 0x00, 0xff, 0xff])
const WINDOW_BYTES = 32 * 1024

/**
 * Unpacks the compressed messages of one connection, one after the other; a charger that compresses without asking may refer
 * to what it sent before (context takeover, RFC 7692 §7.1.1).
 * @returns null for what is no deflate, or more than `maxBytes` when unpacked
 */
export function createUnpacker(maxBytes: number): (packed: Buffer) => Buffer | null {
  let window = Buffer.alloc(0)
  return (packed) => {
    try {
      const text = inflateRawSync(Buffer.concat([packed, TAIL]), {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: maxBytes,
        ...(window.length > 0 ? { dictionary: window } : {}),
      })
      window = Buffer.concat([window, text.subarray(-WINDOW_BYTES)]).subarray(-WINDOW_BYTES)
      return text
    } catch {
      return null
    }
  }
}
