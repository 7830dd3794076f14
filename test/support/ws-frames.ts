/** WebSocket frames byte by byte, right ones and wrong ones. */
import { constants, createDeflateRaw, deflateRawSync } from 'node:zlib'

export interface FrameParts {
  /** Default: final. */
  fin?: boolean
  /** Reserved bits as in the first byte: 0x40 says compressed. */
  reserved?: number
  /** 1 text (the default), 2 binary, 0 continuation, 8 close, 9 ping, 10 pong. */
  opcode?: number
  payload: string | Uint8Array
  /** Default: some mask, as a client must; null for none. */
  mask?: Uint8Array | null
  /** Announced instead of the payload's own length. */
  length?: number
}

export function wsFrame({
  fin = true,
  reserved = 0,
  opcode = 1,
  payload,
  mask = Buffer.from([0x37, 0xfa, 0x21, 0x3d]),
  length,
}: FrameParts): Buffer {
  const bytes = Buffer.from(payload)
  const announced = length ?? bytes.length
  const header = Buffer.alloc(announced < 126 ? 2 : announced < 65_536 ? 4 : 10)
  header[0] = (fin ? 0x80 : 0) | reserved | opcode
  header[1] = (mask ? 0x80 : 0) | (announced < 126 ? announced : announced < 65_536 ? 126 : 127)
  if (header.length === 4) header.writeUInt16BE(announced, 2)
  if (header.length === 10) header.writeBigUInt64BE(BigInt(announced), 2)
  if (!mask) return Buffer.concat([header, bytes])
  return Buffer.concat([header, mask, bytes.map((byte, index) => byte ^ (mask[index % 4] ?? 0))])
}

/** A message as permessage-deflate puts it on the wire (RFC 7692 §7.2.1). */
export function packed(text: string): Buffer {
  return deflateRawSync(text, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4)
}

/** Messages of which the later ones refer to the earlier ones (context takeover). */
export async function packedTogether(texts: string[]): Promise<Buffer[]> {
  const deflate = createDeflateRaw()
  const results: Buffer[] = []
  for (const text of texts) {
    const parts: Buffer[] = []
    const take = (part: Buffer): void => void parts.push(part)
    deflate.on('data', take)
    await new Promise<void>((resolve) => deflate.write(text, () => deflate.flush(constants.Z_SYNC_FLUSH, resolve)))
    deflate.off('data', take)
    results.push(Buffer.concat(parts).subarray(0, -4))
  }
  deflate.close()
  return results
}
