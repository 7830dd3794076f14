import type { Duplex } from 'node:stream'
import { createFrameTap, type FrameTap, type FrameTapOptions } from './frame-tap.ts'

/**
 * Lets everything that a socket receives go through a frame tap before its listeners hear of it. It is done where the socket
 * tells of data, because a stream in between would cost more than all the rest, and ws wants the socket itself.
 */
export function tapSocket(socket: Duplex, options: Omit<FrameTapOptions, 'pass'>): FrameTap {
  const tell = socket.emit.bind(socket) as (event: string | symbol, ...rest: unknown[]) => boolean
  const tap = createFrameTap({ ...options, pass: (bytes) => void tell('data', bytes) })
  const emit = (event: string | symbol, ...rest: unknown[]): boolean => {
    const [chunk] = rest
    if (event === 'data' && Buffer.isBuffer(chunk)) {
      tap.feed(chunk)
      return true
    }
    if (event === 'end' || event === 'close') tap.end()
    return tell(event, ...rest)
  }
  socket.emit = emit as typeof socket.emit
  return tap
}
