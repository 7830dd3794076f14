import type { RawData } from 'ws'
import { keepOddFrame } from '../../interpret/odd-frame.ts'
import type { OddMessage } from './frame-tap.ts'

/** Far above any OCPP message, far below what would hurt. */
export const MAX_MESSAGE_BYTES = 16 * 1024 * 1024
/** So much of a message that is longer than that is kept: enough to see what it is. */
export const KEEP_BYTES = 64 * 1024

/** A message as it is recorded: its text, and its bytes where they are not those of the text in an ordinary frame. */
export function incoming(data: RawData, isBinary: boolean, odd: OddMessage | null): { raw: string; rawBase64: string | null } {
  const whole = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)
  const bytes = odd?.length == null ? whole : whole.subarray(0, KEEP_BYTES)
  const raw = bytes.toString('utf8')
  if (odd !== null) return { raw, rawBase64: keepOddFrame({ ...odd, payload: (odd.payload ?? bytes).subarray(0, MAX_MESSAGE_BYTES) }) }
  // Where text and bytes differ, or the frame was binary, the bytes are what came.
  const exact = !isBinary && Buffer.from(raw, 'utf8').equals(bytes)
  return { raw, rawBase64: exact ? null : bytes.toString('base64') }
}
