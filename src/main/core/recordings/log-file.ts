import { createReadStream, statSync } from 'node:fs'
import type { LogSource } from '../import/types.ts'

export interface ReceivedFile {
  path: string
  /** What the technician calls it. */
  name: string
}

/** The files of one log as the import reads them, called like the first. */
export function logFiles(files: readonly ReceivedFile[]): LogSource {
  const parts = files.map((file) => logFile(file.path, file.name))
  const [only] = parts
  if (only === undefined) throw new Error('a log has a file')
  if (parts.length === 1) return only
  return { name: only.name, size: parts.reduce((sum, { size }) => sum + size, 0), open: nothing, parts }
}

/** A file on the disk as the import reads it. @param name what the technician calls it */
function logFile(path: string, name: string): LogSource {
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
