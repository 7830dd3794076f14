/** Bytes that are put together as they come, in one buffer that grows, so that a million small pieces cost no more than one. */
export interface Gathering {
  /** @param key the mask to take off, from the first byte of the frame that this adds to */
  add: (bytes: Uint8Array, key: Uint8Array | null) => void
  /** A new frame begins: its mask starts anew. */
  nextFrame: () => void
  isFull: () => boolean
  bytes: () => Buffer
}

/** @param most so many bytes are kept, what comes beyond is dropped */
export function createGathering(most: number): Gathering {
  let buffer = Buffer.allocUnsafe(Math.min(most, 4096))
  let size = 0
  let frameStart = 0
  return {
    add: (bytes, key) => {
      const added = Math.min(bytes.length, most - size)
      if (size + added > buffer.length) {
        const larger = Buffer.allocUnsafe(Math.min(most, Math.max(2 * buffer.length, size + added)))
        larger.set(buffer.subarray(0, size))
        buffer = larger
      }
      buffer.set(bytes.subarray(0, added), size)
      if (key !== null) for (let at = size; at < size + added; at++) buffer[at] = (buffer[at] ?? 0) ^ (key[(at - frameStart) & 3] ?? 0)
      size += added
    },
    nextFrame: () => {
      frameStart = size
    },
    isFull: () => size === most,
    bytes: () => buffer.subarray(0, size),
  }
}
