import type { Socket } from 'node:net'
import { isHttp } from './inspector/strangers.ts'

/** Between two pieces of one word a network takes less, ms. */
const REST_MS = 2_000

/** Hears who comes to the TLS port until it is plain whether it talks TLS or HTTP; the first bytes may come in pieces. */
export function hearFirst(socket: Socket, decide: (bytes: Buffer, plainText: boolean) => void): void {
  let bytes = Buffer.alloc(0)
  let timer: NodeJS.Timeout | null = null
  const done = (plainText: boolean): void => {
    stop()
    decide(bytes, plainText)
  }
  const stop = (): void => {
    if (timer) clearTimeout(timer)
    socket.off('data', hear).off('close', stop)
  }
  const hear = (chunk: Buffer): void => {
    bytes = Buffer.concat([bytes, chunk])
    const plainText = isHttp(bytes)
    if (plainText !== null) done(plainText)
    // TLS begins with no letter: so few of them are the beginning of some plain text.
    else timer ??= setTimeout(() => done(true), REST_MS)
  }
  socket.on('data', hear).once('close', stop)
}
