import { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { UnreadableLog, type LogSource } from '../types.ts'
import type { Contained } from './contained.ts'
import { Damaged } from './damaged.ts'
import { checkSize } from './guard.ts'

/** An archive of more files is no log. */
const mostFiles = 500_000

/** Reads a zip's list of files; each is unpacked when it is opened. Encrypted and unknown packing throw `UnreadableLog`. */
export async function openZip(source: LogSource): Promise<{ files: Contained[]; close(): void }> {
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
      autoClose: false,
      strictFileNames: false,
    })
    return { files: await list(zip), close: () => zip.close() }
  } catch (error) {
    if (error instanceof UnreadableLog) throw error
    throw new UnreadableLog(`“${source.name}” is an archive whose end is missing or damaged. Get it once more from where it came.`)
  }
}

async function list(zip: yauzl.ZipFile): Promise<Contained[]> {
  const files: Contained[] = []
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/') || isClutter(entry.fileName)) continue
    if (files.length >= mostFiles)
      throw new UnreadableLog(`The archive has more than ${mostFiles} files. Open the logs in it by themselves.`)
    files.push({ name: entry.fileName, inArchive: true, open: () => opened(zip, entry) })
  }
  return files
}

async function* opened(zip: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Uint8Array> {
  const { fileName: name } = entry
  if (entry.isEncrypted()) throw new UnreadableLog(`“${name}” in the archive has a password. Unpack the archive, and open the log itself.`)
  if (!entry.canDecodeFileData())
    throw new UnreadableLog(`“${name}” in the archive is packed in a way that cannot be read here. Unpack it first.`)
  checkSize(entry.compressedSize, entry.uncompressedSize, name)
  let given = 0
  let stream: Readable | null = null
  try {
    stream = await zip.openReadStreamPromise(entry)
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      given += piece.length
      checkSize(entry.compressedSize, given, name)
      yield piece
    }
  } catch (error) {
    if (error instanceof UnreadableLog) throw error
    throw new Damaged(`“${name}” in the archive is damaged: it could be unpacked only in part. Get the archive once more.`)
  } finally {
    stream?.destroy()
  }
}

/** What file managers put into archives. */
function isClutter(name: string): boolean {
  return name.startsWith('__MACOSX/') || /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(name)
}

class SourceReader extends yauzl.RandomAccessReader {
  readonly #source: LogSource
  constructor(source: LogSource) {
    super()
    this.#source = source
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#source.open(start, end))
  }
}
