import type { Deviation } from '../../../shared/ocpp/frame.ts'

/** A message that came in frames against RFC 6455, as if it had been one frame. */
export interface OddFrame {
  /** First byte of the header: FIN (0 where the message was never finished), reserved bits, opcode (RFC 6455 §5.2). */
  flags: number
  masked: boolean
  /** The announced length in bytes where only a part is kept, null where all is. */
  length: number | null
  /** Unmasked; compressed where it came compressed. */
  payload: Buffer
}

const HEADER_BYTES = 10

/** The bytes of such an entry: a header with the 8-byte length (0 where nothing is missing) and without key, and the payload. */
export function keepOddFrame({ flags, masked, length, payload }: OddFrame): string {
  const header = Buffer.alloc(HEADER_BYTES)
  header[0] = flags
  header[1] = (masked ? 0x80 : 0) | 127
  header.writeBigUInt64BE(BigInt(length ?? 0), 2)
  return Buffer.concat([header, payload]).toString('base64')
}

/** What is unusual about the frame itself, told by its kept bytes: those of the text, or with their header those of an odd frame. */
export function frameDeviations(raw: string, rawBase64: string): Deviation[] {
  const bytes = Buffer.from(rawBase64, 'base64')
  const hasHeader = bytes.length >= HEADER_BYTES && ((bytes[1] ?? 0) & 0x7f) === 127 && bytes.toString('utf8') !== raw
  if (!hasHeader) return bytesDeviations(raw, bytes)
  const flags = bytes[0] ?? 0
  const payload = bytes.subarray(HEADER_BYTES)
  const length = bytes.readBigUInt64BE(2)
  const deviations: Deviation[] = []
  const compressed = (flags & 0x40) !== 0
  const opcode = flags & 0x0f
  const cut = length > 0n
  if (((bytes[1] ?? 0) & 0x80) === 0)
    deviations.push(odd('unmasked-frame', 'The frame came without a mask, which a charger has to use; it was read all the same.'))
  if (compressed) {
    const unpacked = payload.toString('utf8') !== raw
    const end = unpacked
      ? 'it was unpacked, and the text shown here is what it says.'
      : 'it could not be unpacked, and is shown as it came.'
    deviations.push(odd('compressed-frame', `The frame came compressed although no compression was agreed on; ${end}`))
  }
  if ((flags & 0x30) !== 0)
    deviations.push(odd('reserved-bits', 'Reserved bits of the frame are set, which mean nothing here; they were ignored.'))
  if (opcode === 0)
    deviations.push(odd('broken-fragments', 'A continuation came without a beginning; it was read as a message of its own.'))
  if (opcode > 2) deviations.push(odd('unknown-opcode', `The frame has the unknown type ${opcode}; it was read as text.`))
  if ((flags & 0x80) === 0) deviations.push(odd('broken-fragments', 'The message was never finished: another one began before its end.'))
  if (cut) {
    deviations.push(
      odd('frame-too-long', `The message is too long (${length} bytes were announced): only its beginning is kept, the rest was skipped.`),
    )
  }
  const isText = compressed || cut || (opcode !== 2 && Buffer.from(raw, 'utf8').equals(payload))
  return isText ? deviations : [...deviations, ...bytesDeviations(raw, payload)]
}

function odd(code: string, text: string): Deviation {
  return { code, text }
}

/** Bytes that are not those of a text frame. */
function bytesDeviations(raw: string, bytes: Buffer): Deviation[] {
  const text = Buffer.from(raw, 'utf8').equals(bytes)
    ? 'It came as a binary frame; the standard wants a text frame.'
    : 'The bytes are not valid UTF-8; the text shown here is not exact.'
  return [{ code: 'invalid-utf8', text }]
}
