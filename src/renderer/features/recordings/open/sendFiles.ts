import { client } from '../../../api/client.ts'

/** Large enough that the round trips cost little, small enough that the wire stays free for what is live. */
const pieceBytes = 384 * 1024

/**
 * Sends the files of a log to the core over the wire that every host has, one piece after the other has arrived.
 * @param onBegun told the job's id before the first piece
 * @returns the job's id
 */
export async function sendFiles(
  files: readonly File[],
  { signal, onBegun, onSent }: { signal: AbortSignal; onBegun: (id: string) => void; onSent: (bytes: number) => void },
): Promise<string> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  const { id } = await client.imports.begin({ fileName: files[0]?.name ?? '', bytes })
  onBegun(id)
  let sent = 0
  for (const [index, file] of files.entries()) {
    if (index > 0) await client.imports.next({ id, fileName: file.name })
    for (let start = 0; start < file.size; start += pieceBytes) {
      signal.throwIfAborted()
      const piece = file.slice(start, start + pieceBytes)
      await client.imports.piece({ id, base64: await base64Of(piece) })
      sent += piece.size
      onSent(sent)
    }
  }
  return id
}

function base64Of(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,?/, '') : ''))
    reader.addEventListener('error', () => reject(new Error('The file cannot be read. It may have been moved, or be open elsewhere.')))
    reader.readAsDataURL(piece)
  })
}
