import type { LogSource } from '../types.ts'

/** Bytes at hand, as a file. `chunk` is how many come at a time. */
export function memorySource(bytes: Uint8Array, name: string, chunk: number = 256 * 1024): LogSource {
  return {
    name,
    size: bytes.length,
    async *open(start = 0, end = bytes.length) {
      for (let from = start; from < end; from += chunk) yield bytes.subarray(from, Math.min(end, from + chunk))
    },
  }
}
