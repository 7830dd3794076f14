import { createGathering, type Gathering } from './gathering.ts'
import { headerOf, headerSize, payloadLength } from './header.ts'
import { createUnpacker } from './unpack.ts'

/** What was odd about the frames of one message, told as if it had come in one frame. */
export interface OddMessage {
  /** First byte of the header: FIN, the three reserved bits and the opcode (RFC 6455 §5.2). */
  flags: number
  masked: boolean
  /** Its length in bytes as far as it was announced, where only a part is kept; null where it is there whole. */
  length: number | null
  /** What came, unmasked, where that is not what is passed on: the compressed bytes. */
  payload: Buffer | null
}

export interface FrameTapOptions {
  /** The longest message that is passed on whole. */
  maxBytes: number
  /** So much of a longer one is. */
  keepBytes: number
  /** Gets frames as RFC 6455 wants them of a client, cut anywhere. */
  pass: (bytes: Buffer) => void
  /** A control frame that cannot be passed on, with its first `keepBytes`. */
  onSkipped: (frame: OddMessage, payload: Buffer) => void
}

export interface FrameTap {
  feed: (chunk: Buffer) => void
  /** Nothing more will come. */
  end: () => void
  /** What was odd about the message that has just been passed on. */
  take: () => OddMessage | null
}

const FINAL = 0x80
const COMPRESSED = 0x40
const RESERVED = 0x70
const OPCODE = 0x0f
const CLOSE = 8
const PONG = 10
const LONGEST_CONTROL = 125

/**
 * Stands between a socket and the WebSocket library, which ends the connection at the first frame against RFC 6455. Ordinary
 * frames pass as they are, seen only by their headers; others are written anew so that the connection goes on: unmasked ones
 * with an empty mask, compressed ones unpacked, too long ones cut.
 */
export function createFrameTap({ maxBytes, keepBytes, pass, onSkipped }: FrameTapOptions): FrameTap {
  const unpack = createUnpacker(maxBytes)
  /** The beginning of a header that goes on in the next chunk. */
  let held: Buffer | null = null
  /** Bytes of the present frame's payload that are still to come. */
  let left = 0
  /** Takes the payload instead of passing it on, and what follows when it is there. */
  let gathering: { into: Gathering; key: Buffer | null; done: (() => void) | null } | null = null
  /** The message that is not finished: passed on, gathered because it is compressed, or cut so that its rest is dropped. */
  let open: 'none' | 'plain' | 'packed' | 'cut' = 'none'
  let opcode = 0
  let total = 0
  let packed: Gathering | null = null
  let odd: OddMessage | null = null
  let closed = false

  /** Takes note of a frame that needs no change. @returns false where it needs one */
  const isOrdinary = (first: number, second: number, length: number): boolean => {
    if ((first & RESERVED) !== 0 || second < 0x80) return false
    const code = first & OPCODE
    if (code >= CLOSE) {
      if (code > PONG || first < FINAL || length > LONGEST_CONTROL) return false
      closed = code === CLOSE
      return true
    }
    if (code === 0 ? open !== 'plain' : code > 2 || open !== 'none') return false
    if (total + length > maxBytes) return false
    if (code !== 0) opcode = code
    follow(first, length)
    return true
  }

  const follow = (first: number, length: number): void => {
    const final = first >= FINAL
    open = final ? 'none' : 'plain'
    total = final ? 0 : total + length
  }

  const gather = (into: Gathering, key: Buffer | null, done: (() => void) | null): void => {
    into.nextFrame()
    gathering = { into, key, done }
  }
  /** Enough has been gathered of the present frame; the rest of it is dropped. */
  const gathered = (): void => {
    const done = gathering?.done
    if (gathering) gathering.done = null
    done?.()
  }
  const passFrame = (first: number, payload: Buffer): void => {
    pass(headerOf(first, true, payload.length))
    if (payload.length > 0) pass(payload)
  }

  const control = (first: number, length: number, key: Buffer | null): void => {
    const code = first & OPCODE
    closed = code === CLOSE
    if (closed || (code <= PONG && first >= FINAL && length <= LONGEST_CONTROL)) {
      pass(headerOf(first & ~RESERVED, true, length, key))
      return
    }
    const into = createGathering(keepBytes)
    gather(into, key, () => onSkipped({ flags: first, masked: key !== null, length, payload: null }, into.bytes()))
  }

  /** A message that another one follows before it was finished is passed on as far as it came. */
  const giveUpOpen = (): void => {
    if (open === 'none' || open === 'cut') return
    odd ??= { flags: opcode, masked: true, length: null, payload: null }
    odd.flags &= ~FINAL
    if (open === 'packed') passUnpacked()
    else passFrame(FINAL, Buffer.alloc(0))
    odd = null
  }

  const passUnpacked = (): void => {
    const bytes = packed?.bytes() ?? Buffer.alloc(0)
    packed = null
    if (odd) odd.payload = bytes
    passFrame(FINAL | opcode, unpack(bytes) ?? bytes)
  }

  const data = (first: number, length: number, key: Buffer | null): void => {
    const final = first >= FINAL
    const continues = (first & OPCODE) === 0 && open !== 'none'
    if (continues && open === 'cut') {
      if (final) open = 'none'
      gather(createGathering(0), null, null)
      return
    }
    if (!continues) {
      giveUpOpen()
      total = 0
      opcode = (first & OPCODE) === 2 ? 2 : 1
      odd = { flags: first | FINAL, masked: true, length: null, payload: null }
    }
    odd ??= { flags: FINAL | opcode, masked: true, length: null, payload: null }
    odd.flags |= first & RESERVED
    odd.masked &&= key !== null
    const message = odd
    const compressed = continues ? open === 'packed' : (first & COMPRESSED) !== 0
    const cut = total + length > maxBytes
    if (cut) message.length = total + length
    const last = final || cut

    if (compressed) {
      packed ??= createGathering(maxBytes)
      gather(packed, key, () => {
        if (last) passUnpacked()
      })
    } else if (cut) {
      const into = createGathering(keepBytes)
      gather(into, key, () => passFrame(continues ? FINAL : FINAL | opcode, into.bytes()))
    } else {
      pass(headerOf((first & FINAL) | (continues ? 0 : opcode), true, length, key))
    }
    follow(first, length)
    if (!final && compressed) open = 'packed'
    if (!final && cut) {
      open = 'cut'
      total = 0
    }
  }

  const feed = (chunk: Buffer): void => {
    const bytes = held === null ? chunk : Buffer.concat([held, chunk])
    held = null
    let from = 0
    let at = 0
    while (at < bytes.length) {
      if (left > 0) {
        const to = Math.min(bytes.length, at + left)
        if (gathering !== null) {
          from = to
          gathering.into.add(bytes.subarray(at, to), gathering.key)
        }
        left -= to - at
        at = to
        if (gathering !== null && (left === 0 || gathering.into.isFull())) gathered()
        continue
      }
      gathering = null
      if (closed) {
        at = bytes.length
        break
      }
      const size = headerSize(bytes, at)
      if (at + size > bytes.length) {
        held = Buffer.from(bytes.subarray(at))
        break
      }
      const first = bytes[at] ?? 0
      const second = bytes[at + 1] ?? 0
      const length = payloadLength(bytes, at)
      left = length
      if (isOrdinary(first, second, length)) {
        at += size
        continue
      }
      if (at > from) pass(bytes.subarray(from, at))
      at += size
      from = at
      const key = second >= 0x80 ? Buffer.from(bytes.subarray(at - 4, at)) : null
      if ((first & OPCODE) >= CLOSE) control(first, length, key)
      else data(first, length, key)
      if (left === 0) gathered()
    }
    if (at > from) pass(from === 0 && at === bytes.length ? bytes : bytes.subarray(from, at))
  }

  return {
    feed,
    end: gathered,
    take: () => {
      const taken = odd
      odd = null
      return taken !== null && isOdd(taken) ? taken : null
    },
  }
}

function isOdd({ flags, masked, length }: OddMessage): boolean {
  const code = flags & OPCODE
  return flags < FINAL || (flags & RESERVED) !== 0 || !masked || length !== null || (code !== 1 && code !== 2)
}
