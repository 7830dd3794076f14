import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export interface BundledFile {
  name: string
  /** Asked for when the file's turn has come. */
  text: () => AsyncIterable<string>
}

/** A zip of files that are made one after the other while it is read, so that none of them is ever in memory as a whole. */
export async function* zipped(files: readonly BundledFile[], at: number): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  const opened: Readable[] = []
  zip.on('error', (error: Error) => output.destroy(error))
  for (const { name, text } of files) {
    zip.addReadStreamLazy(name, { mtime: new Date(at) }, (give) => {
      const stream = Readable.from(bytesOf(text()), { objectMode: false })
      // What yazl is given lazily, it does not listen to.
      stream.on('error', (error) => output.destroy(error))
      opened.push(stream)
      give(null, stream)
    })
  }
  zip.end()
  try {
    for await (const piece of output as AsyncIterable<Uint8Array>) yield piece
  } finally {
    // Whoever goes away in the middle ends the reading of the log, too.
    for (const stream of opened) stream.destroy()
    output.destroy()
  }
}

async function* bytesOf(text: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const piece of text) if (piece !== '') yield Buffer.from(piece)
}
