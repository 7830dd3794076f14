import { client } from '../../../api/client.ts'

/** Large enough that the round trips cost little, small enough that the wire stays free for what is live. */
const pieceBytes = 384 * 1024

/**
 * Sends a file to the core over the wire that every host has, one piece after the other has arrived.
 * @param onBegun told the job's id before the first piece
 * @returns the job's id
 */
export async function sendFile(
  file: File,
  { signal, onBegun, onSent }: { signal: AbortSignal; onBegun: (id: string) => void; onSent: (bytes: number) => void },
): Promise<string> {
  const { id } = await client.imports.begin({ fileName: file.name, bytes: file.size })
  onBegun(id)
  for (let start = 0; start < file.size; start += pieceBytes) {
    signal.throwIfAborted()
    const piece = file.slice(start, start + pieceBytes)
    await client.imports.piece({ id, base64: await base64Of(piece) })
    onSent(start + piece.size)
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
