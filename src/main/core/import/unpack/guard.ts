import { pipeline, Readable, type Transform } from 'node:stream'
import { UnreadableLog } from '../types.ts'
import { Damaged } from './damaged.ts'

/** Logs become ten to a hundred times smaller. What shrinks more than this was made to fill a disk. */
const mostRatio = 500
/** Below this size the ratio does not matter. */
const harmlessBytes = 64 * 1024 * 1024

/** Says whether an unpacked size can be that of a log. Throws `UnreadableLog` where it cannot. */
export function checkSize(packed: number, unpacked: number, name: string): void {
  if (unpacked <= harmlessBytes || unpacked <= packed * mostRatio) return
  throw new UnreadableLog(`“${name}” unpacks to more than ${mostRatio} times its size. No log does that; it was not read further.`)
}

/** Unpacked bytes, as they are asked for. Where the packed ones end too early or are broken, it throws after the last good ones. */
export async function* guarded(packed: AsyncIterable<Uint8Array>, unpack: Transform, name: string): AsyncGenerator<Uint8Array> {
  let taken = 0
  let given = 0
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of packed) {
      taken += piece.length
      yield piece
    }
  }
  pipeline(Readable.from(counted()), unpack, () => {})
  try {
    for await (const piece of unpack as AsyncIterable<Uint8Array>) {
      given += piece.length
      checkSize(taken, given, name)
      yield piece
    }
  } catch (error) {
    if (error instanceof UnreadableLog) throw error
    throw new Damaged(`“${name}” is damaged or incomplete: it could be unpacked only in part. Get it once more from where it came.`)
  } finally {
    unpack.destroy()
  }
}
