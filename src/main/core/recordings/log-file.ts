import { createReadStream, statSync } from 'node:fs'
import type { LogSource } from '../import/types.ts'

/** A file on the disk as the import reads it. @param name what the technician calls it */
export function logFile(path: string, name: string): LogSource {
  return {
    name,
    size: statSync(path).size,
    // `end` of a stream is inclusive; a range without bytes is none at all.
    open: (start = 0, end) => {
      if (end !== undefined && end <= start) return nothing()
      return createReadStream(path, { start, ...(end === undefined ? {} : { end: end - 1 }), highWaterMark: 256 * 1024 })
    },
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
