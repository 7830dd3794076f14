import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Where a file is written until it is whole. */
export function partOf(path: string): string {
  return `${path}.part`
}

/**
 * Writes a file that is there whole or not at all: into a `.part` file beside it, at the pace of the disk, renamed at the
 * end and deleted on failure. Throws what the disk or the text's source threw, and an AbortError for the signal.
 */
export async function writeWhole(
  path: string,
  text: AsyncIterable<string | Uint8Array>,
  { signal, onBytes }: { signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<void> {
  signal.throwIfAborted()
  await mkdir(dirname(path), { recursive: true })
  const part = partOf(path)
  const file = (await open(part, 'wx')).createWriteStream({ flush: true })
  const closed = new Promise<void>((resolve) => file.once('close', () => resolve()))
  async function* counted() {
    for await (const piece of text) {
      onBytes(file.bytesWritten)
      yield piece
    }
  }
  try {
    await pipeline(counted, file, { signal })
    await closed
    onBytes(file.bytesWritten)
    signal.throwIfAborted()
    await rename(part, path)
  } catch (error) {
    // An open file cannot be deleted everywhere.
    await closed
    await rm(part, { force: true })
    throw error
  }
}
