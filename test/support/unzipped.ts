import { memorySource } from '../../src/main/core/import/unpack/memory-source.ts'
import { contentsOf } from '../../src/main/core/import/unpack/contained.ts'

/** The files of a zip as texts. */
export async function unzipped(pieces: AsyncIterable<string | Uint8Array>): Promise<{ zip: Buffer; files: Map<string, string> }> {
  const parts: Buffer[] = []
  for await (const piece of pieces) parts.push(Buffer.from(piece))
  const zip = Buffer.concat(parts)
  const contents = await contentsOf(memorySource(zip, 'bundle.zip'))
  const files = new Map<string, string>()
  for (const file of contents.files) {
    const text: Uint8Array[] = []
    for await (const piece of file.open()) text.push(piece)
    files.set(file.name, Buffer.concat(text).toString('utf8'))
  }
  contents.close()
  return { zip, files }
}
