import { createGunzip } from 'node:zlib'
import { UnreadableLog, type LogSource } from '../types.ts'
import { memorySource } from './memory-source.ts'
import { guarded } from './guard.ts'
import { openZip } from './zip.ts'

/** One file of what was opened: itself, what a gzip holds, or one of an archive. */
export interface Contained {
  /** Inside of an archive, with its folders. */
  name: string
  inArchive: boolean
  open(): AsyncIterable<Uint8Array>
}

export interface Contents {
  files: Contained[]
  /** How many bytes of the source have been read, by whoever reads the files. */
  bytesRead(): number
  close(): void
}

/** An archive inside of an archive is unpacked in memory, and no further. */
const mostNestedBytes = 256 * 1024 * 1024

/** What is in a file: gzip and zip are unpacked while they are read. */
export async function contentsOf(source: LogSource): Promise<Contents> {
  const counter = { bytes: 0 }
  const close: (() => void)[] = []
  const files: Contained[] = []
  for (const part of source.parts ?? [source]) {
    const counted: LogSource = { ...part, open: (start, end) => counting(part.open(start, end), counter) }
    files.push(
      ...(await filesIn(counted, false, close)).map((file) => ({ ...file, inArchive: file.inArchive || source.parts !== undefined })),
    )
  }
  counter.bytes = 0
  return { files, bytesRead: () => Math.min(source.size, counter.bytes), close: () => close.forEach((one) => one()) }
}

async function filesIn(source: LogSource, nested: boolean, close: (() => void)[]): Promise<Contained[]> {
  const magic = await firstBytes(source)
  if (magic.startsWith('1f8b')) {
    return [{ name: source.name.replace(/\.gz(?:ip)?$/i, ''), inArchive: nested, open: () => gunzip(source.open(), source.name) }]
  }
  if (magic.startsWith('504b0304') || magic.startsWith('504b0506')) {
    const zip = await openZip(source)
    close.push(() => zip.close())
    const files: Contained[] = []
    for (const file of zip.files) files.push(...(await unpacked(file, nested, close)))
    return files
  }
  if (
    magic.startsWith('377abcaf271c') ||
    magic.startsWith('526172211a07') ||
    magic.startsWith('28b52ffd') ||
    magic.startsWith('fd377a585a')
  ) {
    throw new UnreadableLog(`“${source.name}” is packed in a way that cannot be read here. Unpack it, and open what was in it.`)
  }
  return [{ name: source.name, inArchive: nested, open: () => source.open() }]
}

/** A file of an archive that is packed itself is unpacked as well, once. */
async function unpacked(file: Contained, nested: boolean, close: (() => void)[]): Promise<Contained[]> {
  if (/\.gz(?:ip)?$/i.test(file.name))
    return [{ ...file, name: file.name.replace(/\.gz(?:ip)?$/i, ''), open: () => gunzip(file.open(), file.name) }]
  if (!/\.zip$/i.test(file.name) || nested) return [file]
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of file.open()) {
    bytes += piece.length
    if (bytes > mostNestedBytes) {
      throw new UnreadableLog(
        `The archive “${file.name}” inside of the archive is too large. Unpack the outer one, and open “${file.name}” by itself.`,
      )
    }
    pieces.push(piece)
  }
  const inner = await filesIn(memorySource(Buffer.concat(pieces), file.name), true, close)
  return inner.map((one) => ({ ...one, inArchive: true, name: `${file.name}/${one.name}` }))
}

async function* gunzip(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  yield* guarded(bytes, createGunzip(), name)
}

async function* counting(bytes: AsyncIterable<Uint8Array>, counter: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    counter.bytes += piece.length
    yield piece
  }
}

async function firstBytes(source: LogSource): Promise<string> {
  let head = Buffer.alloc(0)
  for await (const piece of source.open(0, Math.min(8, source.size))) head = Buffer.concat([head, piece])
  return head.toString('hex')
}
